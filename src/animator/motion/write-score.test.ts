import { describe, expect, it } from 'vitest';
import type { MotionBeat } from '../../domain/motion/custom-motion.ts';
import { EMOTIONS, type Emotion, IDLE_SECONDS } from '../../domain/motion/living-avatar.ts';
import { MOTIONS, type MotionPresetId } from '../../domain/motion/presets.ts';
import { type Pose, restPose } from './pose.ts';
import { poseAt, type Score } from './score.ts';
import { writeScore } from './write-score.ts';

const PRESETS = MOTIONS.filter((motion) => motion.id !== 'custom').map((motion) => motion.id as MotionPresetId);
const LENGTHS = [3, 4, 5, 6.5, 8, 10];

const play = (presetId: MotionPresetId, lengthSeconds = 5, seed = 7, yawDegrees = 0, strength = 'normal' as const): Score =>
  writeScore({ kind: 'preset', presetId }, { yawDegrees }, { lengthSeconds, strength, seed });

const beat = (verb: MotionBeat['verb'], more: Partial<MotionBeat> = {}): MotionBeat => ({
  verb,
  pace: 'normal',
  amount: 1,
  ...more,
});

const playCustom = (...steps: MotionBeat[][]): Score =>
  writeScore({ kind: 'custom', motion: { steps } }, { yawDegrees: 0 }, { lengthSeconds: 5, strength: 'normal', seed: 3 });

/** The channel's value 24 times a second. */
function curve(score: Score, channel: keyof Pose): number[] {
  return Array.from({ length: Math.round(score.lengthSeconds * 24) }, (_, frame) => poseAt(score, frame / 24)[channel]);
}

const timeOf = (values: number[], reached: (value: number) => boolean): number => values.findIndex(reached) / 24;

describe('the loop of a living avatar', () => {
  const idle = (emotion: Emotion): Score =>
    writeScore({ kind: 'idle', emotion }, { yawDegrees: 0 }, { lengthSeconds: IDLE_SECONDS, strength: 'normal', seed: 7 });

  it.each(EMOTIONS.map(({ id }) => id))('%s meets its beginning at its end, without a step', (emotion) => {
    const score = idle(emotion);
    const [first, last] = [poseAt(score, 0), poseAt(score, IDLE_SECONDS - 1 / 24)];
    for (const channel of Object.keys(first) as (keyof Pose)[]) {
      if (channel !== 'gust') expect(Math.abs(first[channel] - last[channel])).toBeLessThan(0.12);
    }
    expect(poseAt(score, IDLE_SECONDS)).toEqual(first);
  });

  it('is the picture itself when neutral, and wears its mood from the first frame otherwise', () => {
    expect(poseAt(idle('neutral'), 0)).toEqual(restPose());
    expect(poseAt(idle('happy'), 0).smile).toBeGreaterThan(0.6);
    expect(poseAt(idle('angry'), 0).browLower).toBeGreaterThan(0.8);
  });

  it('looks aside when shy, to the side the seed picks', () => {
    const pose = poseAt(idle('shy'), 0);
    expect(Math.sign(pose.gazeRight)).toBe(Math.sign(pose.yawDegrees));
    expect(Math.abs(pose.gazeRight)).toBeGreaterThan(0.05);
  });
});

describe('every performance', () => {
  it.each(PRESETS)('%s starts and ends as the picture, at every length', (presetId) => {
    for (const lengthSeconds of LENGTHS) {
      const score = play(presetId, lengthSeconds);
      expect(poseAt(score, 0)).toEqual(restPose());
      expect(poseAt(score, lengthSeconds)).toEqual(restPose());
      const last = poseAt(score, lengthSeconds - 1 / 24);
      expect(Math.abs(last.yawDegrees)).toBeLessThan(0.15);
      expect(Math.abs(last.smile)).toBeLessThan(0.02);
      expect(Math.abs(last.wind)).toBe(0);
      expect(last.blinkLeft).toBeLessThan(0.02);
    }
  });

  it.each(PRESETS)('%s never jumps: no channel but lids and gaze moves faster than a head can', (presetId) => {
    for (const lengthSeconds of LENGTHS) {
      const yaw = curve(play(presetId, lengthSeconds), 'yawDegrees');
      const fastest = Math.max(...yaw.slice(1).map((value, frame) => Math.abs(value - yaw[frame]!) * 24));
      expect(fastest).toBeLessThan(75);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    expect(play('look-around', 5, 11)).toEqual(play('look-around', 5, 11));
    expect(play('look-around', 5, 11)).not.toEqual(play('look-around', 5, 12));
  });

  it('is smaller when subtle and larger when lively', () => {
    const reach = (strength: 'subtle' | 'normal' | 'lively'): number =>
      Math.max(
        ...curve(
          writeScore({ kind: 'preset', presetId: 'look-around' }, { yawDegrees: 0 }, { lengthSeconds: 5, strength, seed: 1 }),
          'yawDegrees',
        ).map(Math.abs),
      );
    expect(reach('subtle')).toBeLessThan(0.7 * reach('normal'));
    expect(reach('lively')).toBeGreaterThan(1.2 * reach('normal'));
  });

  it('blinks with lids that take the same time in short and long clips', () => {
    const durations = LENGTHS.map((length) => play('smile-and-blink', length).blinks[0]!.closeSeconds);
    expect(new Set(durations).size).toBe(1);
  });
});

describe('the presets', () => {
  it('looks both ways, eyes before head', () => {
    const score = play('look-around');
    const yaw = curve(score, 'yawDegrees');
    expect(Math.max(...yaw)).toBeGreaterThan(9);
    expect(Math.min(...yaw)).toBeLessThan(-9);
    const gaze = curve(score, 'gazeRight');
    expect(timeOf(gaze, (value) => Math.abs(value) > 0.08)).toBeLessThan(timeOf(yaw, (value) => Math.abs(value) > 3));
  });

  it('turns a face that looks past us to us, whichever side it looks to', () => {
    for (const yawDegrees of [-14, 14]) {
      const yaw = curve(play('turn-to-camera', 5, 5, yawDegrees), 'yawDegrees');
      const furthest = yaw.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
      expect(Math.sign(furthest)).toBe(-Math.sign(yawDegrees));
      expect(Math.abs(furthest)).toBeGreaterThan(11);
    }
  });

  it('smiles from the eyes: the lower lids rise before the corners of the mouth', () => {
    const score = play('smile-and-blink');
    const halfway = (channel: keyof Pose): number => {
      const values = curve(score, channel);
      const most = Math.max(...values);
      return timeOf(values, (value) => value > most / 2);
    };
    expect(halfway('squint')).toBeLessThan(halfway('smile'));
    expect(Math.max(...curve(score, 'blinkLeft'))).toBeGreaterThan(0.95);
  });

  it('breathes in whole breaths, in faster than out', () => {
    const breath = curve(play('breathing'), 'breath');
    const tops = breath.flatMap((value, frame) =>
      frame > 0 && value > breath[frame - 1]! && value >= (breath[frame + 1] ?? 0) ? [frame / 24] : [],
    );
    expect(tops).toHaveLength(2);
    expect(tops[0]).toBeGreaterThan(0.9);
    expect(tops[0]).toBeLessThan(1.2);
  });

  it('keeps the eyes on the viewer while the head turns', () => {
    const score: Score = {
      ...play('breathing'),
      tracks: [
        {
          channel: 'yawDegrees',
          keys: [
            { timeSeconds: 0, value: 0 },
            { timeSeconds: 1, value: 10 },
          ],
        },
      ],
      saccades: [],
    };
    expect(poseAt(score, 2).gazeRight).toBeCloseTo(-0.4 * Math.sin((10 * Math.PI) / 180), 5);
  });
});

describe('a custom motion', () => {
  it('plays its steps one after the other', () => {
    const score = playCustom([beat('smile')], [beat('look', { direction: 'left' })]);
    const smile = timeOf(curve(score, 'smile'), (value) => value > 0.4);
    const look = timeOf(curve(score, 'yawDegrees'), (value) => value < -4);
    expect(smile).toBeLessThan(look);
  });

  it('looks to the side the text says', () => {
    expect(Math.min(...curve(playCustom([beat('look', { direction: 'left' })]), 'yawDegrees'))).toBeLessThan(-5);
    expect(Math.max(...curve(playCustom([beat('look', { direction: 'right' })]), 'yawDegrees'))).toBeGreaterThan(5);
  });

  it('winks with one eye only', () => {
    const score = playCustom([beat('wink', { direction: 'left' })]);
    expect(Math.max(...curve(score, 'blinkLeft'))).toBeGreaterThan(0.95);
    expect(Math.max(...curve(score, 'blinkRight'))).toBeLessThan(0.05);
  });

  it('stops half-way when the text hesitates', () => {
    const most = (broken: boolean): number =>
      Math.max(...curve(playCustom([beat('turn-head', { direction: 'right', broken })]), 'yawDegrees'));
    expect(most(true)).toBeLessThan(0.6 * most(false));
  });

  it('nods as often as the text says, and twice when it does not', () => {
    const nods = (more: Partial<MotionBeat>): number => {
      const pitch = curve(playCustom([beat('nod', more)]), 'pitchDegrees');
      return pitch.filter((value, frame) => value > 3 && value > pitch[frame - 1]! && value >= pitch[frame + 1]!).length;
    };
    expect([nods({ repeats: 1 }), nods({}), nods({ repeats: 3 })]).toEqual([1, 2, 3]);
  });

  it.each([
    'nod',
    'shake-head',
    'tilt-head',
    'look',
    'turn-head',
    'blink',
    'wink',
    'smile',
    'laugh',
    'frown',
    'sigh',
    'breathe',
    'lean',
    'shrug',
    'raise-brows',
    'surprise',
    'squint',
    'hair',
    'sway',
    'pause',
    'still',
  ] as const)('comes back to the picture after %s, whatever pace and direction', (verb) => {
    for (const pace of ['slow', 'normal', 'quick'] as const) {
      for (const direction of ['left', 'right', 'up', 'down', 'away', 'viewer'] as const) {
        const score = playCustom([beat(verb, { pace, direction, repeats: 2 })], [beat('smile')], [beat(verb, { pace })]);
        const end = poseAt(score, 5 - 1 / 24);
        const rest = restPose();
        for (const channel of Object.keys(rest) as (keyof Pose)[]) {
          if (channel !== 'gust') expect(Math.abs(end[channel])).toBeLessThan(0.15);
        }
      }
    }
  });
});

describe('a custom text that waves', () => {
  it('waves a raised hand at least three times out and back, and brings it to rest before the end', () => {
    const hand = curve(playCustom([beat('wave-hand')]), 'handDegrees');
    const turns = hand.filter((value, at) => at > 0 && at < hand.length - 1 && (value - hand[at - 1]!) * (hand[at + 1]! - value) < 0);
    expect(Math.max(...hand)).toBeGreaterThan(12);
    expect(turns.length).toBeGreaterThanOrEqual(6);
    expect(Math.abs(hand.at(-1)!)).toBeLessThan(0.1);
  });
});
