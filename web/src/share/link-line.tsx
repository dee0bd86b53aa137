import { useMutation, useQuery } from '@tanstack/react-query';
import { t } from '../words/words.ts';
import { linkQuery, turnOffLink } from './link.ts';

/** The link of a clip while it has one, who can open it, and a way to turn it off. */
export function LinkLine({ clipId }: { clipId: string }) {
  const { data: link } = useQuery(linkQuery(clipId));
  const turnOff = useMutation({ mutationFn: () => turnOffLink(clipId) });
  if (link == null) return null;
  return (
    <div className="grid basis-full gap-1 rounded-medium bg-sunken p-4 text-small">
      <a className="link break-all" href={link.url} aria-label={t('share.link')}>
        {link.url}
      </a>
      <p className="text-ink2">{link.detail}</p>
      <button
        type="button"
        className="button button-quiet button-small -ms-3.5 justify-self-start"
        disabled={turnOff.isPending}
        onClick={() => turnOff.mutate()}
      >
        {t('share.off')}
      </button>
    </div>
  );
}
