import sharp from 'sharp';
import { z } from 'zod';
import type { RgbPicture } from '../../app/ports/safety-check.ts';
import type { ModelScores } from '../../domain/safety/safety-facts.ts';
import { NO_SCORES, type PictureModel, SafetyModelError, type TextModel } from '../safety-models.ts';
import { askSafetyModel, type SafetyModelAddress } from './ask-safety-model.ts';

/** The model sees no more of a picture. */
const LONGEST_SIDE_PIXELS = 768;

const Score = z.number().min(0).max(1);
/** Categories that a model has not are simply not in its answer, except for what every one of them has. */
const ScoresSchema = z
  .object({ sexual: Score, violence: Score, 'self-harm': Score })
  .catchall(Score)
  .transform((scores): ModelScores => {
    const highest = (...names: string[]): number => Math.max(0, ...names.map((name) => scores[name] ?? 0));
    return {
      ...NO_SCORES,
      sexual: scores.sexual,
      sexualMinors: highest('sexual/minors'),
      violence: scores.violence,
      graphicViolence: highest('violence/graphic'),
      selfHarm: highest('self-harm', 'self-harm/intent', 'self-harm/instructions'),
      hate: highest('hate', 'hate/threatening', 'harassment/threatening'),
      illicit: highest('illicit', 'illicit/violent'),
    };
  });
const AnswerSchema = z.object({ results: z.array(z.object({ category_scores: ScoresSchema })).length(1) });

/**
 * OpenAI's moderation endpoint, or one that speaks like it: `POST /moderations`. It knows of pictures only sexual content,
 * violence and self-harm, and of no text that it shows a real person.
 */
export function createOpenAiModeration(address: SafetyModelAddress): TextModel & PictureModel {
  const judge = async (input: unknown, signal: AbortSignal | undefined): Promise<ModelScores> => {
    const answer = await askSafetyModel(address, '/moderations', { model: address.model, input }, signal);
    const read = AnswerSchema.safeParse(answer);
    if (!read.success) throw new SafetyModelError('The moderation model gave an answer that cannot be read.');
    return read.data.results[0]?.category_scores as ModelScores;
  };
  return {
    name: address.model,
    judgeText: (text, { signal } = {}) => judge([{ type: 'text', text }], signal),
    judgePicture: async (picture, { signal } = {}) =>
      judge([{ type: 'image_url', image_url: { url: await asDataAddress(picture) } }], signal),
  };
}

async function asDataAddress({ widthPixels, heightPixels, rgb }: RgbPicture): Promise<string> {
  const raw = { width: widthPixels, height: heightPixels, channels: 3 } as const;
  const size = { fit: 'inside', withoutEnlargement: true } as const;
  const jpeg = await sharp(rgb, { raw }).resize(LONGEST_SIDE_PIXELS, LONGEST_SIDE_PIXELS, size).jpeg().toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}
