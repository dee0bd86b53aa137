import { REFUSALS, type RefusalName } from './refusal.ts';

/** What goes wrong, by the step at which it does. Scenarios are named `STEP:WHAT`. */
export const SCENARIOS = {
  create: [
    ...(Object.keys(REFUSALS) as RefusalName[]),
    'reset-before',
    'reset-after',
    'hang-after',
    'error-after',
    'garbage-after',
    'html-502-before',
    'html-502-after',
    'empty-404',
  ],
  task: [
    'output-refused',
    'image-refused',
    'face-refused',
    'internal',
    'never-heard-of',
    'expires',
    'stuck',
    'vanishes',
    'new-state',
    'no-url',
    'words-for-numbers',
    'go-words',
  ],
  get: ['error-500', 'garbage', 'reset', 'empty-404', 'hang'],
  list: ['empty', 'error-500'],
  file: ['not-ready', 'slow', 'cut-off', 'wrong-type', 'page', 'expired', 'reset'],
} as const;

export type Step = keyof typeof SCENARIOS;
export type Scenario = { [At in Step]: `${At}:${(typeof SCENARIOS)[At][number]}` }[Step];

export const ALL_SCENARIOS = Object.entries(SCENARIOS).flatMap(([step, names]) =>
  names.map((name) => `${step}:${name}` as Scenario),
);

/** How likely each scenario is, for load with faults in it: 0 to 1. */
export type FaultRates = Partial<Record<Scenario, number>>;

/**
 * What happens next at a step: what was asked for (each once, in order), what a prompt asks for with `[sim STEP:WHAT]`, or by
 * chance.
 */
export function createScenarios(rates: FaultRates, random: () => number) {
  const wanted: Scenario[] = [];
  const named = (step: Step, scenario: string): string | undefined =>
    scenario.startsWith(`${step}:`) ? scenario.slice(step.length + 1) : undefined;
  return {
    wanted,
    next: (step: Step, text = ''): string | undefined => {
      const at = wanted.findIndex((scenario) => named(step, scenario) !== undefined);
      const [first] = at < 0 ? [] : wanted.splice(at, 1);
      if (first !== undefined) return named(step, first);
      for (const [, asked = ''] of text.matchAll(/\[sim ([\w:-]+)\]/g)) {
        const name = named(step, asked);
        if (name !== undefined) return name;
      }
      for (const [scenario, rate] of Object.entries(rates)) {
        const name = named(step, scenario);
        if (name !== undefined && random() < rate) return name;
      }
      return undefined;
    },
  };
}
