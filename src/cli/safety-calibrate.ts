import { LIMITS } from '../domain/safety/limits.ts';
import { UsageError } from './command.ts';
import { isFolder, picturesOf } from './pictures-of.ts';
import { readWords } from './read-words.ts';
import type { SafetyCommand } from './safety-command.ts';
import { readWhole } from './safety-picture.ts';

const BIN = 0.1;
const WIDEST_BAR = 40;
const OCCASION = { surface: 'private', characterIsMinor: false, engineGenerative: false } as const;

interface Scored {
  readonly picture: string;
  readonly score: number;
}

/** `reverie safety calibrate`: how the classifier scores somebody's own pictures, and what each limit would refuse. */
export const calibrateSafety: SafetyCommand = async (parameters, { checks, print, note, signal }) => {
  const { values, positionals } = readWords('safety', parameters, { json: { type: 'boolean' } });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1 || !isFolder(folder)) {
    throw new UsageError('Which folder of pictures? For example: reverie safety calibrate portraits/');
  }
  const scored: Scored[] = [];
  for (const path of await picturesOf([folder])) {
    const read = await readWhole(path, signal);
    if (!read.ok) {
      note(`${path}: ${read.sentence}`);
      continue;
    }
    const { evidence } = await checks.checkPicture(
      { ...OCCASION, picture: read.picture, provenance: 'generated' },
      { signal },
    );
    const score = evidence.scores.builtIn;
    if (score === undefined) throw new Error(`${path} could not be scored: ${evidence.troubles.join(' ')}`);
    scored.push({ picture: path, score });
  }
  scored.sort((a, b) => b.score - a.score);
  if (values.json === true) print(JSON.stringify({ pictures: scored, refusedAt: refusals(scored) }));
  else for (const line of [...distribution(scored), '', ...verdicts(scored), '', ...highest(scored)]) print(line);
  return 0;
};

/** How many pictures each limit of the policy refuses. */
function refusals(scored: readonly Scored[]) {
  return Object.entries(LIMITS).map(([use, { refusePictureAt }]) => ({
    use,
    limit: refusePictureAt,
    refused: scored.filter(({ score }) => score >= refusePictureAt).length,
  }));
}

function distribution(scored: readonly Scored[]): string[] {
  return Array.from({ length: Math.round(1 / BIN) }, (_, bin) => {
    const isIn = ({ score }: Scored): boolean => Math.min(9, Math.floor(score / BIN)) === bin;
    const count = scored.filter(isIn).length;
    const bar = '█'.repeat(Math.ceil((WIDEST_BAR * count) / Math.max(1, scored.length)));
    return `${(bin * BIN).toFixed(1)} to ${((bin + 1) * BIN).toFixed(1)}  ${String(count).padStart(5)}  ${bar}`;
  });
}

function verdicts(scored: readonly Scored[]): string[] {
  return refusals(scored).map(
    ({ use, limit, refused }) => `${use.padEnd(8)} refuses ${refused} of ${scored.length} at ${limit}`,
  );
}

function highest(scored: readonly Scored[]): string[] {
  return scored.slice(0, 10).map(({ picture, score }) => `${score.toFixed(3)}  ${picture}`);
}
