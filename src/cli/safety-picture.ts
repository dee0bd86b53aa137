import type { PictureRefusal } from '../app/ports/picture-reader.ts';
import type { RgbPicture } from '../app/ports/safety-check.ts';
import type { Canvas } from '../domain/picture/canvas.ts';
import { createPictureReader } from '../media/read-picture.ts';
import { UsageError } from './command.ts';
import { picturesOf } from './pictures-of.ts';
import { readWords } from './read-words.ts';
import { exitCodeOf, inFull, OCCASION_OPTIONS, occasionOf, type SafetyCommand } from './safety-command.ts';

const NOT_READ_EXIT_CODE = 2;

/** `reverie safety picture`: what the classifier, and a model where there is one, say of whole pictures. */
export const checkPictures: SafetyCommand = async (parameters, { checks, print, note, signal }) => {
  const { values, positionals } = readWords('safety', parameters, OCCASION_OPTIONS);
  if (positionals.length === 0) throw new UsageError('Which picture? For example: reverie safety picture portrait.png');
  const occasion = occasionOf(values);
  const decisions = [];
  let notRead = 0;
  for (const path of await picturesOf(positionals)) {
    const read = await readWhole(path, signal);
    if (!read.ok) {
      notRead++;
      if (values.json === true) print(JSON.stringify({ picture: path, ...read }));
      note(`${path}: ${read.sentence}`);
      continue;
    }
    const { picture } = read;
    const decision = await checks.checkPicture({ ...occasion, picture, provenance: 'generated' }, { signal });
    decisions.push(decision);
    if (values.json === true) print(JSON.stringify({ picture: path, ...inFull(decision) }));
    else print(`${decision.code.padEnd(24)} ${decision.evidence.scores.builtIn?.toFixed(3) ?? '-'}  ${path}`);
  }
  return notRead > 0 ? NOT_READ_EXIT_CODE : exitCodeOf(decisions);
};

/** All of a picture from anywhere, decoded in a process of its own. */
export async function readWhole(
  path: string,
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly picture: RgbPicture } | PictureRefusal> {
  const read = await createPictureReader({ size: 'whole' }).read({ path }, { signal });
  return read.ok ? { ok: true, picture: withoutAlpha(read.canvas) } : read;
}

/** Decoded pictures are opaque. */
function withoutAlpha({ widthPixels, heightPixels, rgba }: Canvas): RgbPicture {
  const rgb = new Uint8Array(widthPixels * heightPixels * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) rgb.set(rgba.subarray(from, from + 3), to);
  return { widthPixels, heightPixels, rgb };
}
