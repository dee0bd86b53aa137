/** Characters that look like Latin letters and are none, beyond what Unicode's own compatibility forms (NFKC) undo. */

/** Each pair is a lookalike and the letter that it is read as. */
const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => Array.from(pair) as [string, string]));

/** Small capitals, phonetic and turned letters: never part of an ordinary word here. */
export const LETTERLIKE = table(
  'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ' +
    'ɐa ɔc ǝe ɟf ƃg ɥh ᴉi ɾj ʞk ɯm ɹr ʇt ʌv ʍw ʎy ɑa ɡg ȷj ɩi',
);

/** Cyrillic, Greek and Armenian letters that look Latin: read so only where a word mixes scripts. */
export const CONFUSABLES = table(
  'аa вb еe ѕs іi јj кk мm нh оo рp сc ԁd тt уy хx ԛq ԝw һh Ԍg пn гr ьb зz ' +
    'αa βb εe ιi κk νv οo ρp τt υu χx ωw γy ηn σo μu օo սu ոn հh ցg զq',
);

/** Digits and signs that stand for a letter inside a word. */
export const LEET = table('0o 1i 3e 4a 5s 7t 8b 9g @a $s €e £l !i |l +t ¢c ©c');

/** Negative circled and squared capitals, and the letters that flags are made of, which NFKC leaves alone. */
const ENCLOSED_ALPHABETS = [0x1f150, 0x1f170, 0x1f1e6];

/** The letter in a circle, a square or a flag; `undefined` for everything else. */
export function letterOfEnclosed(character: string): string | undefined {
  const code = character.codePointAt(0) as number;
  const first = ENCLOSED_ALPHABETS.find((start) => code >= start && code < start + 26);
  return first === undefined ? undefined : String.fromCharCode(0x61 + code - first);
}
