import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../data/me.ts';
import { signOut } from '../data/session.ts';
import { Icon } from '../parts/icon.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { t } from '../words/words.ts';

/** Who is signed in, and the way out. */
export function AccountPage() {
  const me = useMe();
  const navigate = useNavigate();
  usePageTitle(me?.name ?? '');
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => void navigate({ to: '/sign-in' }) });
  if (!me) return null;
  return (
    <div className="mx-auto grid max-w-180 justify-items-start gap-6 px-4 py-8 rail:px-10 rail:py-12">
      <h1 className="text-display rail:text-hero">{me.name}</h1>
      <p className="text-ink2">{me.plan.title}</p>
      <button type="button" className="button button-plain" disabled={leave.isPending} onClick={() => leave.mutate()}>
        <Icon name="signOut" /> {t('nav.sign-out')}
      </button>
    </div>
  );
}
