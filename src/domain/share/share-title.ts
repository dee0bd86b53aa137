import type { ClipMotion } from '../motion/clip-motion.ts';

/** Discord cuts longer ones in the middle of a letter; others show less anyway. */
export const LONGEST_TITLE_BYTES = 70;

/** What a clip shows, after the name of its character. */
const DOES: Readonly<Record<ClipMotion, string>> = {
  'gentle-movement': 'moves gently',
  'turn-to-camera': 'turns to the camera',
  'hair-in-wind': 'in the wind',
  'smile-and-blink': 'smiles',
  'wave-hello': 'waves hello',
  breathing: 'takes a breath',
  'look-around': 'looks around',
  custom: 'comes to life',
  idle: 'is there',
  speak: 'speaks',
};

/** The title of a shared clip for which nobody wrote one: "Mira turns to the camera". A custom text stays its author's own. */
export function usualTitle(characterName: string, motion: ClipMotion): string {
  return cutTitle(`${characterName} ${DOES[motion]}`);
}

/** On one line, without invisible characters, at most 70 bytes of UTF-8, cut between letters as people see them. */
export function cutTitle(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, (found) => (/^\u200d$/.test(found) ? found : ' '))
    .trim();
  if (bytesOf(line) <= LONGEST_TITLE_BYTES) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)) {
    if (bytesOf(`${kept}${segment}…`) > LONGEST_TITLE_BYTES) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
