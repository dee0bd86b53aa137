import { describe, expect, it } from 'vitest';
import { MOTIONS } from '../motion/presets.ts';
import { type Advice, adviseOn, overallAdvice } from './advice.ts';
import type { FaceFacts, PictureFacts } from './picture-facts.ts';

const FACE: FaceFacts = {
  heightPixels: 290,
  centreX: 0.5,
  centreY: 0.4,
  heightShare: 0.4,
  score: 0.93,
  yawDegrees: 4,
  eyesTrusted: true,
  mouthTrusted: true,
};
/** A portrait as the product page wants it. */
const PORTRAIT: PictureFacts = {
  widthPixels: 720,
  heightPixels: 720,
  face: FACE,
  otherFaces: { count: 0, largestShare: 0 },
  matteTrusted: true,
  personShare: 0.5,
  brightness: 0.5,
  backgroundBusyness: 0.006,
  hairAmount: 1.3,
  torsoVisible: true,
  handsVisible: 0,
  handCanWave: false,
};
const LARGE = { sourceWidthPixels: 1024, sourceHeightPixels: 1024 };

const portrait = (change: Partial<PictureFacts>): PictureFacts => ({ ...PORTRAIT, ...change });
const withFace = (change: Partial<FaceFacts>): PictureFacts => portrait({ face: { ...FACE, ...change } });
const on = (facts: PictureFacts): Advice[] => adviseOn(facts, LARGE);
const codes = (advice: readonly Advice[]): string[] => advice.map(({ code }) => code);
const find = (facts: PictureFacts, code: string): Advice | undefined => on(facts).find((each) => each.code === code);

describe('advice about a portrait as the product page wants it', () => {
  it('praises clear face, mid-range shot and soft background, and nothing else but the missing hand', () => {
    expect(codes(on(PORTRAIT))).toEqual(['clear-face', 'mid-range', 'soft-background', 'no-hand']);
    expect(overallAdvice(on(PORTRAIT))).toBe('great');
  });

  it('does not hold against it that one motion is limited', () => {
    expect(overallAdvice(on(portrait({ torsoVisible: false, hairAmount: 0.1 })))).toBe('great');
  });
});

describe('advice about the worst pictures of the product page', () => {
  it.each<[string, PictureFacts, string]>([
    ['a full body', withFace({ heightShare: 0.1, heightPixels: 110 }), 'full-body'],
    ['a face of a few pixels', withFace({ heightPixels: 70 }), 'full-body'],
    ['a crowd', portrait({ otherFaces: { count: 4, largestShare: 0.3 } }), 'crowd'],
    ['a very dark picture', portrait({ brightness: 0.1 }), 'very-dark'],
    ['a picture without a face', portrait({ face: undefined, torsoVisible: false }), 'no-face'],
  ])('warns of %s and says what to do', (_, facts, code) => {
    expect(find(facts, code)).toMatchObject({ level: 'warning', whatToDo: expect.stringMatching(/\.$/) });
    expect(overallAdvice(on(facts))).toBe('weak');
  });

  it('says of a picture without a face what will play after all, and nothing about parts of a face', () => {
    const advice = on(portrait({ face: undefined, torsoVisible: false, hairAmount: 0 }));
    expect(advice.find(({ code }) => code === 'no-face')?.sentence).toMatch(/breath.*parallax.*light/);
    expect(codes(advice)).toEqual(['soft-background', 'no-face']);
  });
});

describe('a raised hand', () => {
  it('with room around it waves, which is good to know', () => {
    const facts = portrait({ handsVisible: 1, handCanWave: true });
    expect(find(facts, 'hand-waves')).toMatchObject({ level: 'good', motions: ['wave-hello'] });
    expect(find(facts, 'hand-visible')).toBeUndefined();
  });
});

describe('advice about a face of which neither eyes nor mouth are seen', () => {
  const unseen = { eyesTrusted: false, mouthTrusted: false } as const;

  it('says that only the head will move, and praises no expression', () => {
    const facts = withFace(unseen);
    expect(find(facts, 'features-not-found')).toMatchObject({ level: 'warning' });
    expect(codes(on(facts))).not.toContain('eyes-not-found');
    expect(codes(on(facts))).not.toContain('mid-range');
    expect(overallAdvice(on(facts))).toBe('weak');
  });

  it('believes the hand that placed it, and does not judge a face of a few pixels', () => {
    expect(find(withFace({ ...unseen, score: 1 }), 'features-not-found')).toBeUndefined();
    expect(find(withFace({ ...unseen, heightShare: 0.1 }), 'features-not-found')).toBeUndefined();
  });
});

describe('advice about what limits some motions', () => {
  it.each<[string, PictureFacts, string, string]>([
    ['eyes that are not trusted neither blink nor look', withFace({ eyesTrusted: false }), 'eyes-not-found', 'smile-and-blink'],
    ['a mouth that is not trusted does not speak', withFace({ mouthTrusted: false }), 'mouth-not-found', 'speak'],
    ['a profile turns only part of the way', withFace({ yawDegrees: -40 }), 'turned-away', 'turn-to-camera'],
    ['a close-up hardly breathes', portrait({ torsoVisible: false }), 'close-up', 'breathing'],
    ['short hair hardly moves in the wind', portrait({ hairAmount: 0.2 }), 'little-hair', 'hair-in-wind'],
    ['a figure that cannot be cut out fades its motion', portrait({ matteTrusted: false }), 'figure-not-separated', 'look-around'],
    ['without a hand a wave is a greeting', PORTRAIT, 'no-hand', 'wave-hello'],
    ['a visible hand keeps still', portrait({ handsVisible: 1 }), 'hand-visible', 'wave-hello'],
  ])('%s', (_, facts, code, motion) => {
    const advice = find(facts, code);
    expect(advice?.level).toBe('hint');
    expect(advice?.motions).toContain(motion);
  });

  it('leaves out what does not concern the motion that was picked', () => {
    const facts = portrait({ hairAmount: 0.2, torsoVisible: false });
    expect(codes(adviseOn(facts, LARGE, 'hair-in-wind'))).toContain('little-hair');
    expect(codes(adviseOn(facts, LARGE, 'hair-in-wind'))).not.toContain('close-up');
    expect(codes(adviseOn(facts, LARGE, 'hair-in-wind'))).not.toContain('no-hand');
    expect(codes(adviseOn(facts, LARGE, 'smile-and-blink'))).not.toContain('little-hair');
  });
});

describe('advice about what limits every motion a little', () => {
  it.each<[string, PictureFacts, string]>([
    ['a rather small face', withFace({ heightShare: 0.15, heightPixels: 150 }), 'small-face'],
    ['a rather dark picture', portrait({ brightness: 0.2 }), 'dim'],
    ['a busy background', portrait({ backgroundBusyness: 0.05 }), 'busy-background'],
    ['a second face', portrait({ otherFaces: { count: 1, largestShare: 0.8 } }), 'several-faces'],
  ])('%s makes a picture fine at best', (_, facts, code) => {
    expect(find(facts, code)?.level).toBe('hint');
    expect(overallAdvice(on(facts))).toBe('fine');
  });

  it('tells of a small file, by the size it came in', () => {
    const small = adviseOn(PORTRAIT, { sourceWidthPixels: 300, sourceHeightPixels: 900 });
    expect(codes(small)).toContain('small-picture');
    expect(overallAdvice(small)).toBe('fine');
  });

  it('overlooks a far smaller face in the background', () => {
    expect(codes(on(portrait({ otherFaces: { count: 1, largestShare: 0.2 } })))).not.toContain('several-faces');
  });
});

describe('advice as a whole', () => {
  const many = [
    PORTRAIT,
    withFace({ heightShare: 0.1, eyesTrusted: false, yawDegrees: 50 }),
    portrait({ face: undefined, brightness: 0.05 }),
  ];

  it('never praises and blames one thing at once', () => {
    for (let share = 0.02; share < 0.9; share += 0.01) {
      const given = codes(on(withFace({ heightShare: share, heightPixels: share * 720 })));
      expect(given.filter((code) => ['full-body', 'small-face', 'mid-range'].includes(code))).toHaveLength(1);
    }
    for (let busyness = 0; busyness < 0.1; busyness += 0.001) {
      const given = codes(on(portrait({ backgroundBusyness: busyness })));
      expect(given.filter((code) => code.endsWith('background')).length).toBeLessThanOrEqual(1);
    }
  });

  it('begins with what is good, then what spoils, then what limits; every line is a whole sentence', () => {
    const order = { good: 0, warning: 1, hint: 2 };
    for (const advice of many.map(on)) {
      const ranks = advice.map(({ level }) => order[level]);
      expect(ranks).toEqual([...ranks].sort());
      for (const { sentence } of advice) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('has something to say for every motion of the sheet', () => {
    for (const { id } of MOTIONS) expect(adviseOn(PORTRAIT, LARGE, id).length).toBeGreaterThanOrEqual(3);
  });
});
