/** Words for what a face, a head and a pair of shoulders cannot do, and what stands in for some of it. */
import type { MotionDirection, MotionVerb } from './custom-motion.ts';
import type { CannotReason } from './custom-text-reading.ts';
import { type BeatSketch, type Gesture, GREETING, type Row } from './motion-dictionary.ts';

const beat = (verb: MotionVerb, amount = 1, direction?: MotionDirection): BeatSketch =>
  direction === undefined ? { verb, amount } : { verb, amount, direction };
const slowly = (sketch: BeatSketch): BeatSketch => ({ ...sketch, pace: 'slow' });

const never = (cannot: CannotReason): Gesture => ({ kind: 'gesture', steps: [], cannot });
const instead = (cannot: CannotReason, standsIn: string, ...beats: BeatSketch[]): Gesture => ({
  kind: 'gesture',
  steps: [beats],
  cannot,
  standsIn,
});

/** What something near to it can stand in for. */
export const STAND_INS: Row<Gesture> = [
  [
    'wave, wave hand/hello/goodbye/hi/bye, raise hand',
    instead(
      'needs-a-hand',
      'a friendly greeting with head, brows, smile and shoulders, and with the hand where one is raised in the picture',
      ...GREETING,
    ),
  ],
  ['reach, reach out, reach hand', instead('needs-a-hand', 'leaning in', beat('lean', 0.7, 'viewer'))],
  [
    'kiss, blow kiss',
    instead(
      'needs-the-mouth',
      'leaning in, a slow blink and a small smile',
      beat('lean', 0.8, 'viewer'),
      slowly(beat('blink')),
      beat('smile', 0.6),
    ),
  ],
  ['yawn', instead('needs-the-mouth', 'a deep breath and heavy eyelids', beat('sigh'), slowly(beat('blink')))],
  ['gasp, jaw drop', instead('needs-the-mouth', 'wide eyes and raised brows', beat('surprise'))],
  [
    'cry, weep, sob, tear, tears',
    instead('stays-as-drawn', 'a sad look down', beat('frown', 0.7), beat('look', 0.6, 'down')),
  ],
  ['blush, blood rush', instead('stays-as-drawn', 'a small smile', beat('smile', 0.5))],
  [
    'cape/cloak/scarf/dress/coat/ribbon/veil/cloth/fabric/skirt/sleeve flutter/blow/flow/sway/billow/wave/move, handkerchief flutter, flutter',
    instead('stays-as-drawn', 'wind in the hair', beat('hair')),
  ],
  [
    'bow, curtsy',
    instead('walks-or-poses', 'a bow of the head', slowly(beat('look', 1.1, 'down')), beat('lean', 0.8, 'viewer')),
  ],
  ['turn/spin/twirl around', instead('walks-or-poses', 'a turn of the head', beat('turn-head', 1, 'away'))],
];

/** What is left out whatever stands beside it. */
export const IMPOSSIBLE: Row<Gesture> = [
  [
    'tuck, touch, grab, pick, pick up, put, put on, take off, remove, hold, hold hand, point, clap, snap, pat, rub, tap, stab, ' +
      'punch, slap, hit, throw, catch, cut, carve, write, draw, type, wipe, scratch, stroke, pet, caress, brush, comb, adjust, fix, straighten, ' +
      'fiddle, play with, run finger, twirl hair, twist hair, flip hair, hug, embrace, cuddle, beckon, salute, gesture, handshake, shake hand, ' +
      'zip, zip up, unzip, loosen, tie, button, unbutton, thrust, sheathe, draw sword, drink, sip, eat, dine, bite into, chew, smoke, ' +
      'lift, carry, pull, push, squeeze, knock, cross arm, fold arm, spread arm, raise arm, thumb up, facepalm, flex, cover, use',
    never('needs-a-hand'),
  ],
  [
    'walk, run, jump, hop, skip, leap, dance, sit, sit up, sit down, stand, stand up, get up, kneel, crouch, squat, lie, lie down, ' +
      'stretch, climb, mount, ride, swim, fly, exit, enter, leave, arrive, march, step, step forward, stomp, kick, fight, roll over, ' +
      'crawl, skate, drive, stumble, trip, twerk, pose, strike pose, spin, twirl, pirouette, somersault, wiggle, shake hip, collapse, faint',
    never('walks-or-poses'),
  ],
  [
    'say, speak, talk, sing, whisper, shout, scream, yell, chat, tell, ask, answer, reply, hum, whistle, moan, groan, growl, roar, ' +
      'bark, meow, mouth word, lip-sync, lipsync, lip sync, recite, call, murmur, mutter, mumble, introduce',
    never('speech'),
  ],
  [
    'zoom, zoom in, zoom out, dolly, pan, orbit, camera move/tilt/shake/rotate/turn/follow/pull/push, tracking shot, close-up, closeup, timelapse, slow motion',
    never('camera'),
  ],
  [
    'pout, lick, bite lip, bite, lick lip, stick tongue, stick tongue out, open mouth, mouth open, purse lip, chew lip, blow out, blow bubble/smoke, spit, swallow',
    never('needs-the-mouth'),
  ],
  ['glow, sparkle, shine, light up, change colour, change color, transform, morph, fade', never('stays-as-drawn')],
  ['wave crash, wave roll, spark fly, snow/rain/leaf/petal/paper fall', never('needs-an-object')],
  ['not blink', never('blinks-anyway')],
];

const noun = (cannot: CannotReason): Gesture => ({ ...never(cannot), weak: true });

/** Nouns: they decide only when a clause says nothing that can be played, or when they are what moves ("wheat sways"). */
export const NOUNS: Row<Gesture> = [
  ['hand, finger, arm, fist, thumb, palm, elbow, wrist, fingertip', noun('needs-a-hand')],
  ['leg, foot, feet, knee, hip, toe, body', noun('walks-or-poses')],
  ['tongue, lip, mouth, tooth, teeth', noun('needs-the-mouth')],
  [
    'knife, fork, spoon, cup, mug, glass, bottle, tea, coffee, espresso, apple, grape, food, door, table, chair, bed, car, ' +
      'butterfly, wheat, tree, leaf, flower, petal, grass, branch, forest, sea, ocean, coast, coastline, water, river, rain, ' +
      'snow, snowflake, smoke, fire, flame, candle, incense, lightning, spark, sun, shadow, paper, strip, poster, drawing, picture, ' +
      'wall, curtain, background, crowd, people, hoe, sword, blade, gun, spear, ball, wand, chain, crucifix, flag, bomb, ship, train, ' +
      'towel, jacket, armor, visor, leaves',
    noun('needs-an-object'),
  ],
];
