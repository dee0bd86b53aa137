import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineTroubleKind } from '../engine/engine-trouble.ts';
import { decide, type SafetyAction } from './decide.ts';
import { PICTURE_SIDE_REFUSES_AT } from './limits.ts';
import { SAFETY_CODES } from './safety-codes.ts';
import type { Checked, MotionEvidence, SafetyFacts } from './safety-facts.ts';
import { TEXT_CATEGORIES } from './text/text-finding.ts';

const score = fc.double({ min: 0, max: 1, noNaN: true });
const modelScores = fc.record({
  ...{ sexual: score, sexualMinors: score, violence: score, graphicViolence: score },
  ...{ selfHarm: score, hate: score, illicit: score, realPerson: score },
});
const checked = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Checked<Value>> =>
  fc.oneof(
    { weight: 4, arbitrary: value.map((measured) => ({ state: 'measured', value: measured }) as const) },
    fc.constant({ state: 'absent' } as const),
    fc.constant({ state: 'failed' } as const),
  );

const rules = fc.subarray([...TEXT_CATEGORIES]).chain((categories) =>
  fc.record({ isRomantic: fc.boolean(), isPlainMotion: fc.boolean() }).map((more) => ({
    ...{ category: categories[0], categories, flags: [] },
    ...more,
  })),
);
const custom = fc.record({
  ...{ kind: fc.constant('custom' as const), rules: fc.oneof(fc.constant(CALM()), rules) },
  ...{ model: checked(modelScores), modelRequired: fc.boolean(), recentStrikes: fc.nat({ max: 8 }) },
});
const motion: fc.Arbitrary<MotionEvidence> = fc.oneof(fc.constant({ kind: 'preset' } as const), custom);
const picture = fc.record({
  provenance: fc.constantFrom('generated' as const, 'generated' as const, 'uploaded' as const, 'unknown' as const),
  isTakenDown: fc.boolean(),
  ...{ builtIn: checked(score), model: checked(modelScores) },
});
const frames = fc.record({ builtIn: checked(fc.array(score, { maxLength: 12 })), model: checked(fc.array(modelScores)) });
const troubles: readonly EngineTroubleKind[] = ['moderation-text', 'moderation-image', 'moderation-face', 'moderation-output'];
const engine = fc.record({
  ...{ trouble: fc.constantFrom(...troubles), isSevere: fc.boolean(), mayTryAgain: fc.boolean() },
});
const facts: fc.Arbitrary<SafetyFacts> = fc.record(
  {
    ...{ surface: fc.constantFrom('private' as const, 'public' as const), characterIsMinor: fc.boolean() },
    ...{ engineGenerative: fc.boolean() },
    hostRating: fc.constantFrom('general' as const, 'suggestive' as const, 'explicit' as const),
    ...{ motion, picture, frames, engine },
  },
  { requiredKeys: ['surface', 'characterIsMinor', 'engineGenerative', 'hostRating'] },
);

function CALM() {
  return { category: undefined, categories: [], isRomantic: false, isPlainMotion: true, flags: [] };
}

/** How far an answer is from a yes. */
const SEVERITY: Readonly<Record<SafetyAction, number>> = { allow: 0, retry: 1, refuse: 2 };
const severityOf = (known: SafetyFacts): number => SEVERITY[decide(known).action];

/** One score of a checker that measured, raised. */
function raised(known: SafetyFacts, to: number): SafetyFacts[] {
  const up = <Value>(one: Checked<Value>, raise: (value: Value) => Value): Checked<Value> =>
    one.state === 'measured' ? { state: 'measured', value: raise(one.value) } : one;
  const max = (value: number): number => Math.max(value, to);
  const anyOf = <Scores extends object>(scores: Scores): Scores =>
    Object.fromEntries(Object.entries(scores).map(([name, value]) => [name, max(value)])) as Scores;
  const variants: SafetyFacts[] = [];
  if (known.motion?.kind === 'custom') {
    variants.push({ ...known, motion: { ...known.motion, model: up(known.motion.model, anyOf) } });
  }
  if (known.picture !== undefined) {
    variants.push({ ...known, picture: { ...known.picture, builtIn: up(known.picture.builtIn, max) } });
    variants.push({ ...known, picture: { ...known.picture, model: up(known.picture.model, anyOf) } });
  }
  if (known.frames !== undefined) {
    const { builtIn, model } = known.frames;
    variants.push({ ...known, frames: { builtIn: up(builtIn, (all) => all.map(max)), model } });
    variants.push({ ...known, frames: { builtIn, model: up(model, (all) => all.map(anyOf)) } });
  }
  return variants;
}

/** The same facts with one checker failed. */
function failures(known: SafetyFacts): SafetyFacts[] {
  const failed = { state: 'failed' } as const;
  const variants: SafetyFacts[] = [];
  if (known.motion?.kind === 'custom') variants.push({ ...known, motion: { ...known.motion, model: failed } });
  if (known.picture !== undefined) {
    variants.push({ ...known, picture: { ...known.picture, builtIn: failed } });
    variants.push({ ...known, picture: { ...known.picture, model: failed } });
  }
  if (known.frames !== undefined) {
    variants.push({ ...known, frames: { ...known.frames, builtIn: failed } });
    variants.push({ ...known, frames: { ...known.frames, model: failed } });
  }
  return variants;
}

const always = (property: fc.IRawProperty<unknown>): void => fc.assert(property as fc.IProperty<unknown>, { numRuns: 500 });

describe('the policy', () => {
  it('is never laxer than the picture side: what that refuses never moves', () => {
    always(
      fc.property(facts, picture, fc.double({ min: PICTURE_SIDE_REFUSES_AT, max: 1, noNaN: true }), (known, seen, high) => {
        const refused = { ...seen, builtIn: { state: 'measured', value: high } } as const;
        expect(decide({ ...known, picture: refused }).action).toBe('refuse');
      }),
    );
  });

  it('is never laxer in public than in private', () => {
    always(
      fc.property(facts, (known) => {
        const inPrivate = severityOf({ ...known, surface: 'private' });
        expect(severityOf({ ...known, surface: 'public' })).toBeGreaterThanOrEqual(inPrivate);
      }),
    );
  });

  it('is never laxer for a declared minor than for anybody in public', () => {
    always(
      fc.property(facts, (known) => {
        const inPublic = severityOf({ ...known, surface: 'public', characterIsMinor: false });
        expect(severityOf({ ...known, characterIsMinor: true })).toBeGreaterThanOrEqual(inPublic);
      }),
    );
  });

  it('is never laxer for a worse rating of the host', () => {
    always(
      fc.property(facts, (known) => {
        const [general, suggestive, explicit] = (['general', 'suggestive', 'explicit'] as const).map((hostRating) =>
          severityOf({ ...known, hostRating }),
        ) as [number, number, number];
        expect(suggestive).toBeGreaterThanOrEqual(general);
        expect(explicit).toBe(2);
      }),
    );
  });

  it('is never laxer for a higher score', () => {
    always(
      fc.property(facts, score, (known, to) => {
        for (const higher of raised(known, to)) expect(severityOf(higher)).toBeGreaterThanOrEqual(severityOf(known));
      }),
    );
  });

  it('never says yes when a checker failed', () => {
    always(
      fc.property(facts, (known) => {
        for (const broken of failures(known)) expect(decide(broken).action).not.toBe('allow');
      }),
    );
  });

  it('never says yes when a score is not a number', () => {
    const seen = { provenance: 'generated', isTakenDown: false, model: { state: 'absent' } } as const;
    const known = { surface: 'private', characterIsMinor: false, engineGenerative: false, hostRating: 'general' } as const;
    expect(decide({ ...known, picture: { ...seen, builtIn: { state: 'measured', value: Number.NaN } } }).action).toBe('refuse');
  });

  it('gives everything back with every refusal, and takes strikes only with one', () => {
    always(
      fc.property(facts, (known) => {
        const { action, code, refund, strikes } = decide(known);
        expect(refund).toBe(action === 'refuse');
        expect(strikes).toBe(action === 'refuse' ? SAFETY_CODES[code].strikes : 0);
      }),
    );
  });

  it('lets presets through where own words need a model that is not there', () => {
    const known = { surface: 'private', characterIsMinor: false, engineGenerative: true, hostRating: 'general' } as const;
    const own = { kind: 'custom', rules: CALM(), model: { state: 'absent' }, modelRequired: true, recentStrikes: 0 } as const;
    expect(decide({ ...known, motion: { kind: 'preset' } }).action).toBe('allow');
    expect(decide({ ...known, motion: own })).toMatchObject({ action: 'refuse', code: 'TEXT_UNCHECKED' });
    expect(decide({ ...known, engineGenerative: false, motion: own }).action).toBe('allow');
  });

  it('answers self-harm with help and takes no strike for it', () => {
    const { sentence, nextStep, strikes } = SAFETY_CODES.TEXT_SELF_HARM;
    expect(strikes).toBe(0);
    expect(`${sentence} ${nextStep}`).toMatch(/you matter.*helpline/i);
  });

  it('tells people neither scores nor words', () => {
    for (const [code, { sentence, nextStep }] of Object.entries(SAFETY_CODES)) {
      expect(sentence.length, code).toBeGreaterThan(10);
      expect(`${sentence} ${nextStep}`, code).not.toMatch(/score|\d\.\d|%/);
    }
  });
});
