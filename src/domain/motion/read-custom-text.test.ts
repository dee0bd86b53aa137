import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random.ts';
import type { CustomMotion, MotionBeat } from './custom-motion.ts';
import { type CannotDo, type CustomTextReading, LONGEST_CUSTOM_TEXT_CHARACTERS, readCustomText } from './read-custom-text.ts';

/**
 * A text, what it plays, and what it cannot. Steps are separated by `>`, beats of one step by `&`; `small` and `large`
 * are amounts below 0.8 and above 1.2. After the bar: reasons of what is left out, or with `~` of what is replaced.
 */
const PRODUCT_PAGE: readonly (readonly [text: string, plays: string])[] = [
  ['Slowly nodding with an encouraging smile, eyes warm.', 'nod slow & smile & squint small'],
  ['Tucks a strand of hair behind her ear, looks down.', 'look down | needs-a-hand'],
  ['Reaches forward, then pauses; second-guessing the move.', 'lean viewer small broken > pause > look away small | ~needs-a-hand'],
  ['Laughs once, looks away, exhales.', 'laugh x1 > look away > sigh'],
  ['Gentle movement, subtle ambient motion', 'sway slow small & breathe slow small'],
  ['Turns to the camera', 'turn-head viewer'],
  ['Hair blowing in the wind', 'hair'],
  ['Smiles and blinks', 'smile & blink'],
  ['Waves hello', 'tilt-head & raise-brows & smile & shrug small & wave-hand | ~needs-a-hand'],
  ['Breathing, chest rising and falling gently', 'breathe'],
  ['Looks around with curiosity', 'look left & tilt-head small & raise-brows small > look right'],
  ['Hair in wind, cape fluttering behind her', 'hair | ~stays-as-drawn'],
];

const ENGLISH: readonly (readonly [text: string, plays: string])[] = [
  ['nods', 'nod'],
  ['She nods twice.', 'nod x2'],
  ['He nods once, then blinks', 'nod x1 > blink'],
  ['A slow nod', 'nod slow'],
  ['one long blink', 'blink slow x1'],
  ['nods three times, slowly', 'nod slow x3'],
  ['Slowly, he nods', 'nod slow'],
  ['shakes her head', 'shake-head'],
  ['shook his head slightly', 'shake-head small'],
  ['tilts head to the left', 'tilt-head left'],
  ['cocks her head curiously', 'tilt-head & raise-brows small'],
  ['looks up', 'look up'],
  ['looks to her left', 'look right'],
  ['looks left, then right', 'look left > look right'],
  ['looks left and right', 'look left > look right'],
  ['glances away', 'look away quick'],
  ['peeks over her shoulder', 'turn-head away quick'],
  ['shoots a glance over his shoulder', 'turn-head away quick'],
  ['lowers her gaze', 'look down'],
  ['hangs her head', 'look down slow'],
  ['gazes at the viewer', 'look viewer slow'],
  ['looks at the stars', 'look up'],
  ['stares at the camera without blinking', 'still | blinks-anyway'],
  ['stares into the distance', 'look away slow'],
  ['turns around', 'turn-head away | ~walks-or-poses'],
  ['turns his head slowly to the right', 'turn-head right slow'],
  ['smiles broadly', 'smile large'],
  ['a hint of a smile', 'smile small'],
  ['smirks', 'smile small & raise-brows small'],
  ['smiles but stops', 'smile broken > pause'],
  ['starts to turn away, then hesitates', 'turn-head away broken > pause'],
  ['hesitates, then smiles', 'pause > smile'],
  ["doesn't smile, blinks", 'blink'],
  ['blinks without smiling', 'blink'],
  ['closes her eyes', 'blink slow'],
  ['eyes closed, breathing deeply', 'blink slow & breathe large'],
  ['eyes widen', 'surprise'],
  ['narrows his eyes', 'squint'],
  ['winks', 'wink'],
  ['winks her left eye', 'wink right'],
  ['rolls her eyes', 'look up quick small > look away quick small'],
  ['raises an eyebrow', 'raise-brows'],
  ['frowns', 'frown'],
  ['pouts', ' | needs-the-mouth'],
  ['sighs deeply and looks down', 'sigh large & look down'],
  ['takes a deep breath', 'breathe large'],
  ['leans closer', 'lean viewer'],
  ['leans back', 'lean away'],
  ['shrugs her shoulders', 'shrug'],
  ['sways gently from side to side', 'sway slow'],
  ['hips sway to the music', 'sway'],
  ['giggles', 'laugh small quick'],
  ['throws her head back and laughs loudly', 'look up & laugh large'],
  ['looks sad', 'frown small & look down small'],
  ['smiles shyly', 'smile & look down small & tilt-head small'],
  ['surprised', 'surprise'],
  ['very angry', 'frown large & squint small'],
  ['nervous', 'look away quick small & blink quick x2'],
  ['sleepy', 'blink slow & tilt-head slow small & sigh slow small'],
  ['hair flows in a gentle breeze, smiles', 'hair slow > smile'],
  ['smiles, hair blowing in the wind', 'smile & hair'],
  ['smiles after blinking', 'blink > smile'],
  ['looks down before smiling', 'look down > smile'],
  ['nods while smiling warmly', 'nod & smile'],
  ['looks at him', 'look away'],
  ['chuckles softly as the wind plays with her hair', 'laugh slow small & hair'],
  ['kisses the camera softly', 'lean viewer slow small & blink slow & smile slow small | ~needs-the-mouth'],
  ['yawns', 'sigh & blink slow | ~needs-the-mouth'],
  ['gasps', 'surprise | ~needs-the-mouth'],
  ['blushes and looks away', 'smile small & look away | ~stays-as-drawn'],
  ['bows deeply and exits', 'look down slow large & lean viewer | ~walks-or-poses walks-or-poses'],
  ['dances', ' | walks-or-poses'],
  ['walks towards us smiling', 'smile | walks-or-poses'],
  ['sings a song', ' | speech'],
  ['whispers to the camera', ' | speech'],
  ['says hello and winks', 'wink | speech'],
  ['camera zooms in, she smiles', 'smile | camera'],
  ['rubs her hands together for warmth', ' | needs-a-hand'],
  ['stabs the air with a finger', ' | needs-a-hand'],
  ['sips tea through a straw', ' | needs-a-hand'],
  ['plays with her hair', ' | needs-a-hand'],
  ['knife and fork clink', ' | needs-an-object'],
  ['wheat sways', ' | needs-an-object'],
  ['Essex coastline behind, waves crash', ' | needs-an-object needs-an-object'],
  ['explodes with joy', 'smile & squint small & raise-brows small'],
  ['asdf qwer', ' | unknown'],
  ['smiles, nods, winks, laughs, sighs', 'smile > nod > wink | too-many-beats'],
  ['stays perfectly still', 'still'],
  ['She turns her head to look at the viewer and gives a warm, gentle smile', 'turn-head viewer > smile slow'],
  ['wind blows through her hair while she gazes into the distance', 'hair & look away slow'],
  ['turns away from the camera', 'turn-head away'],
  ['looks away from the camera, then back at the camera', 'look away > look viewer'],
  ['looks left and right nervously', 'look left > look right & blink quick x2'],
  ['smiles wider and wider', 'smile large'],
  ['eyes flutter open', 'blink'],
  ['crosses his arms and shakes his head', 'shake-head | needs-a-hand'],
  ['bites her lip nervously', 'look away quick small & blink quick x2 | needs-the-mouth'],
  ['slowly', ' | unknown'],
];

const OTHER_LANGUAGES: readonly (readonly [text: string, plays: string])[] = [
  ['lächelt sanft und blinzelt', 'smile slow & blink'],
  ['nickt langsam, dann schaut sie zur Kamera', 'nod slow > look viewer'],
  ['schüttelt den Kopf', 'shake-head'],
  ['Haare wehen im Wind', 'hair'],
  ['il tourne la tête vers la caméra', 'turn-head viewer'],
  ['elle sourit et fait un clin d’œil', 'smile & wink'],
  ['cligne des yeux', 'blink'],
  ['hoche la tête', 'nod'],
  ['guiña un ojo y sonríe', 'wink & smile'],
  ['asiente lentamente y parpadea dos veces', 'nod slow & blink x2'],
  ['cabello al viento', 'hair'],
  ['ela acena com a mão e ri', 'tilt-head & raise-brows & smile & shrug small & wave-hand > laugh | ~needs-a-hand'],
  ['pisca os olhos e sorri', 'blink & smile'],
  ['sorride e annuisce', 'smile & nod'],
  ['respira profondamente', 'breathe large'],
  ['она улыбается и моргает', 'smile & blink'],
  ['медленно кивает, потом смеётся', 'nod slow > laugh'],
  ['вона махає рукою', 'tilt-head & raise-brows & smile & shrug small & wave-hand | ~needs-a-hand'],
  ['saçları rüzgarda dalgalanır', 'hair'],
  ['gülümser ve göz kırpar', 'smile & wink'],
  ['ゆっくりと微笑んで瞬きする', 'smile slow & blink slow'],
  ['振り返ってカメラを見る', 'turn-head viewer'],
  ['首をかしげて笑う', 'tilt-head & laugh'],
  ['彼女は左を見てから微笑む', 'look left > smile'],
  ['ne sourit pas, cligne des yeux', 'blink'],
  ['바람에 머리카락이 흩날린다', 'hair'],
  ['미소를 지으며 고개를 끄덕인다', 'smile & nod'],
  ['头发随风飘动，转头看镜头', 'hair > turn-head viewer'],
  ['她慢慢点头，微笑', 'nod slow > smile'],
  ['hij zwaait', 'tilt-head & raise-brows & smile & shrug small & wave-hand | ~needs-a-hand'],
  ['cô ấy mỉm cười và vẫy tay', 'smile & tilt-head & raise-brows & shrug small & wave-hand | ~needs-a-hand'],
  ['χαμογελά και κλείνει το μάτι', 'smile & wink'],
  ['היא מחייכת ומצמצת', 'smile & blink'],
];

const written = ({ verb, direction, pace, amount, repeats, broken }: MotionBeat): string =>
  [
    verb,
    direction,
    pace === 'normal' ? undefined : pace,
    amount < 0.8 ? 'small' : amount > 1.2 ? 'large' : undefined,
    repeats === undefined ? undefined : `x${repeats}`,
    broken === true ? 'broken' : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');

const stepsOf = ({ steps }: CustomMotion): string => steps.map((step) => step.map(written).join(' & ')).join(' > ');
const reasonsOf = (cannot: readonly CannotDo[]): string =>
  cannot.map(({ reason, replaced }) => (replaced ? `~${reason}` : reason)).join(' ');

function shortly(reading: CustomTextReading): string {
  const plays = reading.ok ? stepsOf(reading.motion) : '';
  const cannot = reasonsOf(reading.notPossible);
  return cannot === '' ? plays : `${plays} | ${cannot}`;
}

/** Order of words inside a beat and of beats inside a step says nothing, so it is not compared. */
const unordered = (short: string): string => {
  const [plays = '', cannot = ''] = short.split('|');
  const steps = plays.split('>').map((step) =>
    step
      .split('&')
      .map((beat) => beat.trim().split(' ').sort().join(' '))
      .sort()
      .join(' & '),
  );
  return `${steps.join(' > ')} | ${cannot.trim()}`;
};

describe('a motion in one’s own words', () => {
  for (const [name, rows] of Object.entries({ PRODUCT_PAGE, ENGLISH, OTHER_LANGUAGES })) {
    it.each(rows)(`${name}: %s`, (text, plays) => {
      expect(unordered(shortly(readCustomText(text)))).toBe(unordered(plays));
    });
  }
});

describe('what is said before rendering', () => {
  const sentencesOf = (text: string): string[] => readCustomText(text).notPossible.map(({ sentence }) => sentence);

  it('quotes what is left out and what will play instead of it', () => {
    expect(sentencesOf('Tucks a strand of hair behind her ear, looks down.')).toEqual([
      'This engine moves no hands, but for a raised one that waves: “Tucks a strand of hair behind her ear” is left out; “looks down” will play.',
    ]);
  });

  it('names a substitute as a substitute', () => {
    expect(sentencesOf('Waves hello')).toEqual([
      'This engine moves no hands, but for a raised one that waves: “Waves hello” plays as a friendly greeting with head, brows, smile and shoulders, and with the hand where one is raised in the picture.',
    ]);
  });

  it('keeps the first three steps of a long story and says so', () => {
    expect(sentencesOf('smiles, nods, winks, laughs, sighs')).toEqual([
      'A clip has time for three steps at most: “laughs, sighs” is left out; one or two beats look best.',
    ]);
  });

  it('sums up what will be seen in one sentence', () => {
    const reading = readCustomText('Slowly nodding with an encouraging smile, eyes warm.');
    expect(reading.ok && reading.summary).toBe('nods slowly, smiles and softens the eyes');
    const laugh = readCustomText('Laughs once, looks away, exhales.');
    expect(laugh.ok && laugh.summary).toBe('laughs, then looks away, then sighs');
    const reach = readCustomText('Reaches forward, then pauses; second-guessing the move.');
    expect(reach.ok && reach.summary).toBe('leans in a little and stops half-way, then pauses, then looks away a little');
  });

  it('asks for a text when there is none', () => {
    for (const text of ['', '   ', '...', '🙂', '\u0000']) {
      expect(readCustomText(text)).toMatchObject({ ok: false, reason: 'empty', notPossible: [] });
    }
  });

  it('refuses a text that is too long and says by how much', () => {
    const reading = readCustomText('smiles '.repeat(30));
    expect(reading).toMatchObject({ ok: false, reason: 'too-long' });
    expect(!reading.ok && reading.sentence).toContain('209 characters');
    expect(readCustomText(`smiles ${'x'.repeat(LONGEST_CUSTOM_TEXT_CHARACTERS - 7)}`).ok).toBe(true);
  });

  it('refuses a text of which nothing can be played, and offers a way on', () => {
    const reading = readCustomText('walks to the door and opens it');
    expect(reading).toMatchObject({ ok: false, reason: 'nothing-possible' });
    expect(!reading.ok && reading.sentence).toMatch(/try/i);
  });
});

describe('whatever is typed', () => {
  const VERBS_SEEN = new Set<string>();
  const expectPlayable = (text: string): void => {
    const reading = readCustomText(text);
    for (const { phrase, sentence } of reading.notPossible) {
      expect(phrase, text).not.toBe('');
      expect(sentence, text).toMatch(/\.$/);
    }
    if (!reading.ok) return;
    expect(reading.summary, text).toMatch(/^\p{Ll}.*\p{Ll}$/u);
    expect(reading.motion.steps.length, text).toBeGreaterThanOrEqual(1);
    expect(reading.motion.steps.length, text).toBeLessThanOrEqual(3);
    for (const beat of reading.motion.steps.flat()) {
      VERBS_SEEN.add(beat.verb);
      expect(['slow', 'normal', 'quick'], text).toContain(beat.pace);
      expect(beat.amount, text).toBeGreaterThanOrEqual(0.3);
      expect(beat.amount, text).toBeLessThanOrEqual(1.5);
      expect([undefined, 1, 2, 3, 4, 5], text).toContain(beat.repeats);
    }
    for (const step of reading.motion.steps) expect(step.length, text).toBeGreaterThanOrEqual(1);
  };

  it('never throws and never hands on a motion that cannot be played', () => {
    const random = seededRandom(7);
    const words = [...PRODUCT_PAGE, ...ENGLISH, ...OTHER_LANGUAGES].flatMap(([text]) => text.split(' '));
    for (let round = 0; round < 700; round++) expectPlayable(scrambled(words, random));
    for (let round = 0; round < 700; round++) expectPlayable(noise(random));
    expect(VERBS_SEEN.size).toBeGreaterThan(15);
  });

  it('never throws on names that objects have by themselves', () => {
    for (const text of ['constructor', '__proto__ smiles', 'toString, hasOwnProperty', 'valueOf then nods']) {
      expectPlayable(text);
    }
  });
});

const ALLOWED = new URL('../../../../shared/motion-texts/allowed.json', import.meta.url);

describe.skipIf(!existsSync(ALLOWED))('texts that people write', () => {
  it('are all read without trouble, and many are understood', () => {
    const texts = JSON.parse(readFileSync(ALLOWED, 'utf8'));
    const all: string[] = [...texts.seed, ...texts.english, ...texts.otherLanguages.map((row: string[]) => row[1])];
    const readings = all.map((text) => readCustomText(text));
    const understood = readings.filter(({ ok }) => ok).length;
    const refusedWithReason = readings.filter((reading) => !reading.ok && reading.notPossible.length > 0).length;
    console.log(`custom texts: ${understood} of ${all.length} play, ${refusedWithReason} are refused with a reason`);
    expect(understood + refusedWithReason).toBe(all.length);
    expect(texts.seed.every((text: string) => readCustomText(text).ok)).toBe(true);
  });
});
if (!existsSync(ALLOWED)) console.warn('SKIPPED: ../shared/motion-texts/allowed.json is not here, texts that people write are not read');

function scrambled(words: readonly string[], random: () => number): string {
  const joints = [' ', ' ', ' ', ', ', '; ', ' and ', ' then ', ' with ', ' not ', ' after ', '. '];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(words) + pick(joints)).join('');
}

/** Characters from everywhere, lone surrogates included. */
function noise(random: () => number): string {
  const planes = [0x7f, 0x5ff, 0xffff, 0xffff, 0x10ffff];
  return Array.from({ length: Math.floor(random() * 60) }, () => {
    const plane = planes[Math.floor(random() * planes.length)] as number;
    return String.fromCodePoint(Math.floor(random() * plane));
  }).join('');
}
