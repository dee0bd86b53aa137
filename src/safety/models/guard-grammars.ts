import type { ModelScores } from '../../domain/safety/safety-facts.ts';

export type GuardGrammar = 'qwen3guard' | 'llama-guard';

/** What a verdict calls unsafe: nothing (empty), some kinds, or `undefined` when it is none of the model's sentences. */
type ReadVerdict = (verdict: string) => readonly (keyof ModelScores)[] | undefined;

/** The categories of Qwen3Guard (arXiv 2510.14276). What is no matter of ours but unsafe to it is refused all the same. */
const QWEN_KINDS: Readonly<Record<string, readonly (keyof ModelScores)[]>> = {
  violent: ['violence', 'graphicViolence'],
  'non-violent illegal acts': ['illicit'],
  'sexual content or sexual acts': ['sexual'],
  pii: ['realPerson'],
  'personally identifiable information': ['realPerson'],
  'suicide & self-harm': ['selfHarm'],
  'unethical acts': ['hate'],
  'politically sensitive topics': ['realPerson'],
  'copyright violation': ['realPerson'],
  jailbreak: ['illicit'],
};

/** S1 to S14 of Llama Guard 3, in its order. */
const LLAMA_KINDS: readonly (readonly (keyof ModelScores)[])[] = [
  ['violence', 'graphicViolence'],
  ['illicit'],
  ['sexual', 'violence'],
  ['sexualMinors'],
  ['realPerson'],
  ['illicit'],
  ['realPerson'],
  ['realPerson'],
  ['illicit'],
  ['hate'],
  ['selfHarm'],
  ['sexual'],
  ['realPerson'],
  ['illicit'],
];

export const GUARD_GRAMMARS: Readonly<Record<GuardGrammar, ReadVerdict>> = {
  qwen3guard: readQwen,
  'llama-guard': readLlama,
};

/** `Safety: Unsafe` and `Categories: Violent, …` on two lines. "Controversial" is unsafe for what moves. */
function readQwen(verdict: string): readonly (keyof ModelScores)[] | undefined {
  const lines =
    /^\s*Safety: (Safe|Unsafe|Controversial)\s*\n\s*Categories: ([^\n]+?)\s*(?:\n\s*Refusal: (?:Yes|No)\s*)?$/.exec(
      verdict,
    );
  if (lines === null) return undefined;
  const [, safety, categories = ''] = lines;
  const isNone = categories.toLowerCase() === 'none';
  if (safety === 'Safe') return isNone ? [] : undefined;
  if (isNone) return undefined;
  const kinds = categories.split(/\s*,\s*/).map((name) => QWEN_KINDS[name.toLowerCase()]);
  return kinds.includes(undefined) ? undefined : kinds.flatMap((kind) => kind ?? []);
}

/** `safe`, or `unsafe` and `S1,S12` on the next line. */
function readLlama(verdict: string): readonly (keyof ModelScores)[] | undefined {
  if (verdict.trim() === 'safe') return [];
  const codes = /^unsafe\s*\n\s*(S\d{1,2}(?:\s*,\s*S\d{1,2})*)$/.exec(verdict.trim())?.[1];
  const kinds = codes?.split(/\s*,\s*/).map((code) => LLAMA_KINDS[Number(code.slice(1)) - 1]);
  return kinds === undefined || kinds.includes(undefined) ? undefined : kinds.flatMap((kind) => kind ?? []);
}
