import type { Clip } from '@reverie-motion/client';
import { t } from '../words/words.ts';

/** "Mira turns to the camera": what a clip shows, in one sentence. */
export const clipTitle = ({ motion }: Pick<Clip, 'motion'>, name: string): string =>
  t(`clip.title.${motion}`, { name });
