/** Stems that describe how a dressed, unhurt character moves, and what little may be named beside it. */
export const PLAIN_MOTION_STEMS: ReadonlySet<string> = new Set(
  [
    // who, where, how they are joined
    'a an the he she they it him her them his their its and or then while as with without to from at in into on onto of off over under up down out',
    'back by for toward towards around across through behind before after again once twice thrice more less very so too just still not no but is are be',
    'left right away side forward backward upward downward ahead above below near far here there this that slight gentle soft slow quick fast sudden smooth',
    'subtle calm quiet careful warm kind sweet happy sad shy proud tired curious surprised angry serious thoughtful playful bright light dark deep short long',
    'small big little bit half full first second last next one two three moment time pause beat hold stay stop start begin continue repeat keep finish',
    // what moves
    'head face eye eyes eyelid eyebrow brow gaze look glance nose ear cheek chin jaw mouth smile grin hair bang bangs curl strand ponytail braid neck shoulder',
    'hand finger arm elbow wrist palm fist foot feet toe heel body posture pose expression breath tear',
    // how they move
    'nod shake tilt turn twist lean bow bend straighten rise raise lift lower drop sink move shift sway swing rock bounce step walk run jump skip hop dance',
    'spin twirl stand sit kneel crouch stretch reach point wave clap snap tap drum salute shrug fold cross open close wink blink squint stare watch see notice',
    'peek peer frown pout laugh chuckle giggle sigh yawn gasp exhale inhale breathe whisper talk speak sing hum listen think wonder hesitate relax tremble shiver',
    'blush cry weep sniff sneeze cough gulp swallow chew sip drink eat taste smell tuck brush comb adjust fix scratch pat wipe hug greet welcome beckon throw catch',
    'pick put place hold carry pull push hand give take show tie read write draw paint play type ride drive fly swim climb float drift flow flutter ripple blow rustle',
    'glow shine sparkle shimmer flicker fade appear pass follow lead hide',
    // what is around
    'camera viewer screen frame zoom pan focus background foreground window door wall room floor ceiling table chair desk bench street road path park garden forest',
    'tree leaf leaves grass flower petal rose sky cloud sun sunlight moon star rain snow wind breeze storm fog mist water wave sea ocean river lake beach sand fire',
    'candle lamp light shadow smoke steam dust spark bubble balloon book letter page paper pen cup mug glass tea coffee bread apple cake hat cap scarf glove glasses',
    'coat jacket cape cloak umbrella bag phone guitar piano violin ball kite cat dog bird horse butterfly fish wing feather tail paw music song rhythm city night day',
    'morning evening sunset sunrise summer winter spring autumn hello goodbye hi bye yes friend crowd audience ambient scene loop',
  ]
    .join(' ')
    .split(' '),
);
