import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RgbPicture } from '../../app/ports/safety-check.ts';
import { createNetwork } from '../../neural/network.ts';
import { SafetyModelError } from '../safety-models.ts';
import { shrinkInto } from './shrink.ts';

/** MobileNetV2Mid of nsfwjs 4.2.1 (MIT), converted by scripts/convert-safety-model.mjs; the same from src and dist. */
const MODEL = new URL('../../../models/nsfw-mobilenet-v2-mid.tflite', import.meta.url);
const MODEL_SHA256 = '41ecdea6b442176dbd72ae23191e203963b9f35b10be1abb0a95517536e77f6c';
/** Name and hash of the model, for the records of decisions. */
export const NSFW_MODEL_NAME = `nsfw-mobilenet-v2-mid ${MODEL_SHA256.slice(0, 12)}`;

const SIDE_PIXELS = 224;
const OUTPUT = 'drawing, hentai, neutral, porn, sexy';

/** What the model takes a picture for; the shares add up to 1. */
interface PictureKinds {
  readonly hentai: number;
  readonly porn: number;
  readonly sexy: number;
}

/**
 * Reads the model, once per thread. The returned function scores a whole picture from 0 to 1 in about 0.3 s of one core,
 * holding 60 MB.
 *
 * @throws SafetyModelError when the file is missing or not the one that was tested
 */
export function openNsfwModel(): (picture: RgbPicture) => number {
  const network = createNetwork(verifiedBytes());
  return (picture) => {
    shrinkInto(picture, SIDE_PIXELS, network.input.values);
    network.run();
    const [, hentai, , porn, sexy] = network.output(OUTPUT);
    return scoreOf({ hentai: hentai as number, porn: porn as number, sexy: sexy as number });
  };
}

/** "Sexy" counts half: it is what the model calls many dressed people. */
const scoreOf = ({ hentai, porn, sexy }: PictureKinds): number => porn + hentai + sexy / 2;

function verifiedBytes(): Uint8Array {
  const bytes = readFileSync(MODEL);
  if (createHash('sha256').update(bytes).digest('hex') === MODEL_SHA256) return bytes;
  throw new SafetyModelError('The file of the picture classifier is not the one that was tested.');
}
