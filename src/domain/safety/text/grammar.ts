import type { Concept, Hit } from './lexicon.ts';
import type { TextCategory } from './text-finding.ts';
import type { Token } from './tokens.ts';

/** Two concepts near each other, and what makes them harmless again. */
interface Rule {
  readonly category: TextCategory;
  readonly first: Concept;
  readonly second: Concept;
  /** Words in between, at most. */
  readonly within: number;
  /** The second comes after the first, and no phrase ends between: in "petals fall, her dress flutters" no dress falls. */
  readonly inOrder?: true;
  /** Only in languages whose verbs come before their objects: elsewhere the second belongs to what is said next. */
  readonly whereObjectsFollow?: true;
  /** `object`: the second is what the first is done to; of several things the nearest counts, and what is joined to it. */
  readonly as?: 'object';
  /** One of these has to be said somewhere in the text too. */
  readonly and?: readonly Concept[];
  /** Said anywhere in the text, in the language of the first, it means something else. */
  readonly unless?: readonly Concept[];
}

/** What no word says alone. One row a rule. */
const RULES: readonly Rule[] = [
  { category: 'sexual', first: 'remove', second: 'garment', within: 5, as: 'object' },
  { category: 'sexual', first: 'lift', second: 'skirt', within: 4, as: 'object', unless: ['curtsy'] },
  { category: 'sexual', first: 'garment', second: 'vanish', within: 4, inOrder: true },
  { category: 'sexual', first: 'skirt', second: 'vanish', within: 4, inOrder: true },
  { category: 'sexual', first: 'vanish', second: 'garment', within: 1, inOrder: true, whereObjectsFollow: true },
  { category: 'sexual', first: 'lacking', second: 'garment', within: 2 },
  { category: 'sexual', first: 'wear', second: 'nothing', within: 2 },
  { category: 'sexual', first: 'expose', second: 'zone', within: 5 },
  { category: 'sexual', first: 'fondle', second: 'zone', within: 5 },
  { category: 'sexual', first: 'jiggle', second: 'zone', within: 4 },
  { category: 'sexual', first: 'spread', second: 'legs', within: 2, unless: ['exercise'] },
  { category: 'sexual', first: 'moan', second: 'pleasure', within: 5 },
  { category: 'minors', first: 'romance', second: 'child', within: 8, and: ['adult', 'lips', 'pleasure'] },
  { category: 'violence', first: 'harm', second: 'victim', within: 3, unless: ['play'] },
  { category: 'violence', first: 'harm', second: 'child', within: 3, unless: ['play'] },
  { category: 'violence', first: 'harm', second: 'vital', within: 5, unless: ['play'] },
  { category: 'violence', first: 'blood', second: 'flow', within: 4 },
  { category: 'selfharm', first: 'harm', second: 'self', within: 3, unless: ['play'] },
  { category: 'selfharm', first: 'harm', second: 'wrist', within: 4 },
  { category: 'hate', first: 'desecrate', second: 'holy', within: 4 },
  { category: 'hate', first: 'demean', second: 'group', within: 6 },
  { category: 'realperson', first: 'likeness', second: 'acquaintance', within: 6 },
  { category: 'illegal', first: 'consume', second: 'drug', within: 4 },
  { category: 'illegal', first: 'make', second: 'weapon', within: 4 },
];

/** A thing joined to the object by no more than "and her" is an object too. */
const JOINED_WITHIN = 2;

/** The categories that concepts and their neighbourhood amount to. Both halves of a rule are words of one language. */
export function categoriesOf(hits: readonly Hit[], tokens: readonly Token[]): Set<TextCategory> {
  const categories = new Set<TextCategory>();
  for (const rule of RULES) if (applies(rule, hits, tokens)) categories.add(rule.category);
  return categories;
}

function applies(rule: Rule, hits: readonly Hit[], tokens: readonly Token[]): boolean {
  if (rule.and?.some((concept) => hits.some((hit) => hit.concept === concept)) === false) return false;
  const verbs = hits.filter((hit) => hit.concept === rule.first && !isExcused(rule, hit, hits));
  return verbs.some((verb) =>
    rule.as === 'object' ? isDoneTo(rule, verb, hits, tokens) : hits.some((other) => isNear(rule, verb, other, tokens)),
  );
}

function isExcused({ unless = [] }: Rule, verb: Hit, hits: readonly Hit[]): boolean {
  return hits.some(({ concept, lexicon }) => lexicon === verb.lexicon && unless.includes(concept));
}

function isNear(rule: Rule, one: Hit, other: Hit, tokens: readonly Token[]): boolean {
  if (other.concept !== rule.second || other.lexicon !== one.lexicon || !isApart(one, other)) return false;
  if (distance(one, other, tokens) > rule.within) return false;
  if (rule.whereObjectsFollow === true && one.lexicon.objects === 'before') return false;
  return rule.inOrder !== true || isSameBreath(one, other, tokens);
}

/** One word is never both halves of a rule; a phrase with a gap may hold the other half. */
function isApart(one: Hit, other: Hit): boolean {
  return one.start !== other.start || one.end !== other.end;
}

function distance(one: Hit, other: Hit, tokens: readonly Token[]): number {
  const [before, after] = one.start <= other.start ? [one, other] : [other, one];
  if (after.start < before.end) return 0;
  const from = (tokens[before.end - 1] as Token).at;
  const to = (tokens[after.start] as Token).at;
  return Math.max(0, to - from - 1);
}

function isSameBreath(one: Hit, other: Hit, tokens: readonly Token[]): boolean {
  return one.start <= other.start && !tokens.slice(one.end, other.start).some(({ forms }) => forms[0] === '#');
}

const OBJECT_LIKE: ReadonlySet<Concept> = new Set(['garment', 'outerwear', 'skirt']);

function isDoneTo({ second, within }: Rule, verb: Hit, hits: readonly Hit[], tokens: readonly Token[]): boolean {
  const things = hits
    .filter((hit) => isThing(hit, verb) && isApart(hit, verb) && isOnItsSide(verb, hit))
    .map((hit) => ({ hit, away: distance(verb, hit, tokens) }))
    .filter(({ away }) => away <= within)
    .sort((a, b) => a.away - b.away || a.hit.start - b.hit.start);
  let reached = things[0];
  for (const thing of things) {
    if (reached === undefined) return false;
    if (thing.away > reached.away && distance(reached.hit, thing.hit, tokens) > JOINED_WITHIN) return false;
    if (thing.hit.concept === second) return true;
    reached = thing;
  }
  return false;
}

/** A garment may be named in any language; what is taken off in company only excuses in the verb's own. */
function isThing({ concept, lexicon }: Hit, verb: Hit): boolean {
  return OBJECT_LIKE.has(concept) && (concept !== 'outerwear' || lexicon === verb.lexicon);
}

function isOnItsSide(verb: Hit, thing: Hit): boolean {
  const side = verb.lexicon.objects;
  if (side === 'around' || (thing.start >= verb.start && thing.end <= verb.end)) return true;
  return side === 'after' ? thing.start >= verb.start : thing.start <= verb.start;
}
