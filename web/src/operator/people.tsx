import type { Person } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { sheetQuery } from '../motion-sheet/data.ts';
import { creditsInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';
import { OperatorSection } from './operator-section.tsx';

type PlanId = Parameters<typeof reverie.admin.setEntitlement>[1]['plan'];

const QUERY_KEY = ['operator', 'people'];
const peopleChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: QUERY_KEY });

/** Who is there, which plan they have, and a way to give credits. */
export function People() {
  const { data: people, isError } = useQuery({
    queryKey: QUERY_KEY,
    queryFn: async ({ signal }) => (await reverie.admin.people({ limit: 100 }, { signal }).page()).items,
  });
  return (
    <OperatorSection title={t('operator.people')} isLoading={people === undefined} isBroken={isError}>
      <ul className="card divide-y divide-line">
        {people?.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    </OperatorSection>
  );
}

function PersonRow({ person: { id, name, role, plan, credits } }: { person: Person }) {
  const { data: sheet } = useQuery(sheetQuery);
  const change = useMutation({
    mutationFn: (next: PlanId) => reverie.admin.setEntitlement(id, { plan: next }),
    onSuccess: peopleChanged,
  });
  return (
    <li className="grid gap-3 p-4 rail:grid-cols-[minmax(0,1fr)_auto_auto] rail:items-center">
      <span className="grid gap-0.5">
        <span className="font-medium">
          {name} {role === 'operator' && <span className="chip">{t('nav.operator')}</span>}
        </span>
        <span className="text-ink2 text-small tabular-nums">{creditsInWords(credits)}</span>
      </span>
      <label>
        <span className="sr-only">{t('operator.plan-of', { name })}</span>
        <select
          className="field"
          value={change.isPending ? change.variables : plan}
          onChange={(event) => change.mutate(event.currentTarget.value as PlanId)}
        >
          {sheet?.plans.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      <Grant personId={id} name={name} />
    </li>
  );
}

/** One clip's worth, to begin with. */
const USUAL_GRANT = '120000';

function Grant({ personId, name }: { personId: string; name: string }) {
  const [amount, setAmount] = useState(USUAL_GRANT);
  const give = useMutation({
    mutationFn: (credits: number) => reverie.admin.grant({ personId, credits }),
    onSuccess: peopleChanged,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    give.mutate(Number(amount));
  };
  return (
    <form className="flex flex-wrap gap-2" onSubmit={submit}>
      <label className="grow">
        <span className="sr-only">{t('operator.credits-for', { name })}</span>
        <input
          className="field w-32! tabular-nums"
          type="number"
          min={1}
          max={1_000_000_000}
          required
          value={amount}
          onInput={(event) => setAmount(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className="button button-plain button-small min-h-11" disabled={give.isPending}>
        {t('operator.give')}
      </button>
    </form>
  );
}
