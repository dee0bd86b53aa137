import { useMutation, useQuery } from '@tanstack/react-query';
import { t } from '../words/words.ts';
import { pushState, turnOffPush, turnOnPush } from './push.ts';

/** Offers a notice on this device, where it can be had. Permission is only ever asked for from here and from settings. */
export function TellMeWhenDone({ canBeTurnedOff = false }: { canBeTurnedOff?: boolean }) {
  const { data: state, refetch } = useQuery({ queryKey: ['push-state'], queryFn: pushState });
  const turnOn = useMutation({ mutationFn: turnOnPush, onSettled: () => void refetch() });
  const turnOff = useMutation({ mutationFn: turnOffPush, onSettled: () => void refetch() });
  if (state === undefined || state === 'impossible') return null;
  if (state === 'on' && canBeTurnedOff) {
    return (
      <button
        type="button"
        className="button button-plain button-small justify-self-start"
        disabled={turnOff.isPending}
        onClick={() => turnOff.mutate()}
      >
        {t('wait.tell-me.off')}
      </button>
    );
  }
  if (state === 'on') return <p className="px-3.5 py-2 text-ink2 text-small">{t('wait.tell-me.on')}</p>;
  if (state === 'blocked') return <p className="px-3.5 py-2 text-ink2 text-small">{t('wait.tell-me.blocked')}</p>;
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-small"
        title={t('wait.tell-me.hint')}
        disabled={turnOn.isPending}
        onClick={() => turnOn.mutate()}
      >
        {t(canBeTurnedOff ? 'settings.notify.device' : 'wait.tell-me')}
      </button>
      {turnOn.isError && (
        <p role="alert" className="w-full px-3.5 text-ink2 text-small">
          {t('wait.tell-me.failed')}
        </p>
      )}
    </>
  );
}
