import { useQuery } from '@tanstack/react-query';
import { reverie } from '../data/service.ts';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';
import { OperatorSection } from './operator-section.tsx';

interface Readiness {
  readonly checks: readonly { readonly name: string; readonly ok: boolean }[];
  readonly safety: readonly { readonly gate: string; readonly isModelChecked: boolean; readonly sentence: string }[];
}

const LOOK_AGAIN_MILLISECONDS = 15_000;

/** Whether everything works, whether the money is exact, and what the safety checks rest on. */
export function Health() {
  const ready = useQuery({
    queryKey: ['operator', 'health'],
    // health checks belong to machines: they stand beside the API, not in it
    queryFn: async ({ signal }) => (await (await fetch('/readyz', { signal })).json()) as Readiness,
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  });
  const ledger = useQuery({
    queryKey: ['operator', 'ledger'],
    queryFn: ({ signal }) => reverie.admin.checkLedger({ signal }),
  });
  const engines = useQuery({
    queryKey: ['operator', 'engines'],
    queryFn: async ({ signal }) => (await reverie.admin.engines({ signal })).items,
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  });
  const lines = [
    ...(ready.data?.checks.map(({ name, ok }) => ({
      ok,
      words: t(ok ? 'operator.works' : 'operator.broken', { name }),
    })) ?? []),
    ...(engines.data?.map(({ isAway, title, busySlots, slots }) => ({
      ok: !isAway,
      words: t(isAway ? 'operator.engine-away' : 'operator.engine', { title, busy: busySlots, slots }),
    })) ?? []),
    ...(ledger.data ? [{ ok: ledger.data.exact, words: ledgerWords(ledger.data) }] : []),
    ...(ready.data?.safety.map(({ isModelChecked, sentence }) => ({ ok: isModelChecked, words: sentence })) ?? []),
  ];
  return (
    <OperatorSection title={t('operator.health')} isLoading={ready.data === undefined} isBroken={ready.isError}>
      <ul className="card divide-y divide-line">
        {lines.map(({ ok, words }) => (
          <li key={words} className="flex gap-3 p-4">
            <span className={ok ? 'text-good' : 'text-bad'}>
              <Icon name={ok ? 'check' : 'warning'} />
            </span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </OperatorSection>
  );
}

const ledgerWords = ({ exact, differences }: { exact: boolean; differences: readonly string[] }): string =>
  exact ? t('operator.ledger-exact') : differences.join(' ');
