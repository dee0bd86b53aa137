import type { MotionBeat, MotionDirection, MotionVerb } from './custom-motion.ts';

/**
 * The words of custom motions. A trailing `*` takes any ending; words of scripts without spaces match anywhere. Longer entries
 * win over shorter ones at the same place.
 */
export type Words = string;

/** A beat as the vocabulary gives it; pace, size, direction and repeats come from the words around it. */
export type BeatSeed = Pick<MotionBeat, 'verb'> &
  Partial<Pick<MotionBeat, 'direction' | 'pace' | 'amount' | 'repeats' | 'broken'>>;

export interface VerbEntry {
  readonly words: Words;
  readonly beats: readonly BeatSeed[];
  /** Goes along with what is said around it instead of taking a turn of its own ("eyes warm", "with a smile"). */
  readonly companion?: true;
}

const one = (verb: MotionVerb, more: Partial<BeatSeed> = {}): readonly BeatSeed[] => [{ verb, ...more }];

/** What can be played. English first, then the core of other languages. */
export const VERBS: readonly VerbEntry[] = [
  {
    words:
      'nod|nods|nodded|nodding|nick*|hoche* la tête|acquiesce*|asiente*|asintiendo|acena* com a cabeça|assente|annui*|кива*|başını sall*|うなず*|頷*|고개를 끄덕*|끄덕*|点头|點頭',
    beats: one('nod'),
  },
  {
    words:
      'shake* * head|shaking * head|shakes head|head shake*|schüttelt den kopf|secoue la tête|niega con la cabeza|scuote la testa|качает головой|首を振*|고개를 젓*|摇头',
    beats: one('shake-head'),
  },
  {
    words:
      'tilt*|cock* * head|neigt den kopf|penche la tête|inclina*|inclin* la tête|наклоня*|首をかしげ*|首を傾げ*|고개를 갸웃*|歪头',
    beats: one('tilt-head'),
  },
  {
    words: 'bow* * head|bows|bowing|lower* * head|hang* * head|verbeugt*|verneigt*|お辞儀*|頭を下げ*|低头',
    beats: one('look', { direction: 'down' }),
  },
  {
    words:
      'look*|glanc*|gaz*|peek*|peer*|stare*|staring|schaut*|blickt*|guckt*|sieht|regarde*|mira*|olha*|guarda*|смотр*|взгля*|bakar|bakıyor|bakış*|見る|見つめ*|쳐다*|바라*|봅니다|看',
    beats: one('look'),
  },
  {
    words:
      'look* around|glanc* around|scan* the room|schaut sich um|sieht sich um|regarde autour|mira alrededor|olha ao redor|olha em volta|si guarda intorno|оглядыва*|etrafına bak*|見回*|周りを見*|둘러*|四处张望|环顾*',
    beats: [
      { verb: 'look', direction: 'left' },
      { verb: 'look', direction: 'right' },
    ],
  },
  {
    words:
      'turn*|dreht|wendet|tourne*|gira*|vira*|si volta|поворач*|оборач*|döner|döndür*|dönüyor|振り返*|振り向*|돌아보*|돌아봅*|돌려|转头|转身|轉頭|回头',
    beats: one('turn-head'),
  },
  {
    words:
      'blink*|blinzel*|cligne*|parpade*|pisca os olhos|pisca|piscando|sbatte le palpebre|морга*|göz kırp*|瞬き*|まばたき*|눈을 깜빡*|깜빡*|眨眼',
    beats: one('blink'),
  },
  {
    words: "wink*|zwinkert*|fait un clin*|clin d'œil|guiña*|pisca um olho|fa l'occhiolino|подмиг*|ウインク*|윙크*",
    beats: one('wink'),
  },
  {
    words:
      'close* * eyes|closing * eyes|shut* * eyes|eyes close|eyes closed|eyes closing|schließt die augen|ferme les yeux|cierra los ojos|fecha os olhos|chiude gli occhi|закрывает глаза|目を閉じ*|눈을 감*|闭眼',
    beats: one('blink', { pace: 'slow' }),
  },
  {
    words:
      'smil*|grin*|grinning|beam*|lächel*|grinst|souri*|sonrí*|sonri*|sorri*|sorrid*|улыба*|улыбк*|gülümse*|微笑*|にっこり*|笑顔*|미소*|웃으*|笑容',
    beats: one('smile'),
  },
  {
    words:
      'laugh*|giggl*|chuckl*|lacht|lachen|kicher*|rit|rire|rigole*|ríe|riendo|risa|ri|rindo|ride|ridendo|сме*|güler|gülüyor|gülmek|笑う|笑って|笑い*|웃는*|웃다|웃음*|大笑|笑',
    beats: one('laugh'),
  },
  {
    words: 'frown*|scowl*|glower*|pout*|runzelt*|fronce*|frunce*|franze*|хмур*|眉をひそ*|찡그*|皱眉',
    beats: one('frown'),
  },
  {
    words: 'sigh*|exhal*|breathe* out|seufzt|soupir*|suspira*|sospira*|вздыха*|выдыха*|iç çek*|ため息*|한숨*|叹气|叹息',
    beats: one('sigh'),
  },
  {
    words: 'breath*|inhal*|chest ris*|chest rising|atme*|respir*|дыш*|дыха*|nefes*|呼吸*|息を*|숨을*|숨 쉬*|深呼吸',
    beats: one('breathe'),
  },
  {
    words:
      'lean* in|lean* closer|lean* forward|lean* towards|come* closer|comes closer|moves closer|beugt sich vor|se penche|se inclina hacia|se inclina para|si avvicina|наклоняется вперёд|身を乗り出*|다가*|凑近',
    beats: one('lean'),
  },
  {
    words: 'lean* back|draws back|pulls back|recoil*|flinch*|lehnt sich zurück|se recule|recule',
    beats: one('lean', { direction: 'away' }),
  },
  { words: 'lean*', beats: one('lean') },
  {
    words:
      'shrug*|zuckt mit den schultern|hausse les épaules|encoge los hombros|encolhe os ombros|alza le spalle|пожима*|肩をすくめ*|어깨를 으쓱*|耸肩',
    beats: one('shrug'),
  },
  {
    words:
      'rais* * eyebrow|rais* * eyebrows|rais* * brow|rais* * brows|lift* * brow|lift* * brows|lift* * eyebrow|lift* * eyebrows|arch* * eyebrow|arch* * brow|hebt die augenbraue*|lève un sourcil|levanta una ceja|levanta a sobrancelha|alza un sopracciglio|поднимает бров*|眉を上げ*|눈썹을 올*|挑眉',
    beats: one('raise-brows'),
  },
  {
    words:
      'surpris*|gasp*|startled|astonish*|amaze*|eyes wide|eyes widen*|widen* * eyes|überrascht|surprend*|sorprend*|sorpres*|surpres*|удивл*|şaşır*|驚*|놀라*|惊讶|吃惊',
    beats: one('surprise'),
  },
  {
    words:
      'squint*|narrow* * eyes|eyes narrow*|kneift die augen*|plisse* les yeux|entrecierra*|прищур*|目を細め*|눈을 가늘게*|眯眼',
    beats: one('squint'),
  },
  {
    words:
      'hair|wind|breeze|gust*|haare|haar|wind|cheveux|vent|pelo|cabello|viento|cabelo|vento|capelli|волос*|ветер|ветр*|saç*|rüzgar*|髪*|風*|머리카락*|머리칼*|바람*|头发*|頭髮*|风',
    beats: one('hair'),
    companion: true,
  },
  { words: 'cape|cloak|scarf|veil|ribbon|ribbons', beats: one('hair'), companion: true },
  {
    words: 'sway*|rock* gently|wiegt sich|se balance|se balancea|balança|dondola|покачива*|sallanır|揺れ*|흔들*|摇摆',
    beats: one('sway'),
  },
  {
    words:
      'eyes warm|eyes soft|eyes gentle|warm eyes|soft eyes|eyes smiling|smiling eyes|eyes kind|eyes sparkl*|eyes bright|warm gaze|soft gaze',
    beats: [
      { verb: 'squint', amount: 0.5 },
      { verb: 'smile', amount: 0.4 },
    ],
    companion: true,
  },
  {
    words: 'sad|sadly|sorrow*|crying|cries|tear|tears|traurig|triste|печаль*|грустн*|üzgün|悲し*|슬프*|悲伤',
    beats: [
      { verb: 'frown', amount: 0.7 },
      { verb: 'look', direction: 'down' },
    ],
    companion: true,
  },
  {
    words:
      'angry|angrily|anger|furious*|glare*|glaring|wütend|böse|en colère|enojad*|zangad*|arrabbiat*|серди*|злит*|kızgın|怒*|화난*|화를*|生气',
    beats: [{ verb: 'frown' }, { verb: 'squint', amount: 0.8 }],
    companion: true,
  },
  {
    words: 'shy|shyly|bashful*|embarrassed|blush*|schüchtern|timide*|tímid*|timid*|смущ*|utangaç|恥ずかし*|수줍*|害羞',
    beats: [
      { verb: 'look', direction: 'down' },
      { verb: 'smile', amount: 0.6 },
      { verb: 'tilt-head', amount: 0.6 },
    ],
    companion: true,
  },
  {
    words:
      'happy|happily|joy|joyful*|delight*|cheer*|glücklich|fröhlich|joyeux|joyeuse|heureu*|feliz|alegre*|felice|счаст*|радост*|mutlu|嬉し*|행복*|기뻐*|开心|高兴',
    beats: one('smile'),
    companion: true,
  },
  {
    words:
      'curious|curiously|curiosity|intrigued|interested|neugierig|curieu*|curios*|любопыт*|meraklı|興味*|궁금*|好奇',
    beats: [
      { verb: 'tilt-head', amount: 0.8 },
      { verb: 'raise-brows', amount: 0.7 },
    ],
    companion: true,
  },
  {
    words: 'sleepy|sleepily|drowsy|tired|müde|fatigué*|cansad*|stanc*|сонн*|устал*|yorgun|uykulu|眠*|졸린*|疲倦|困',
    beats: [
      { verb: 'blink', pace: 'slow' },
      { verb: 'look', direction: 'down', amount: 0.6 },
    ],
    companion: true,
  },
  {
    words: 'nervous*|anxious*|worried|uneasy|nervös|nerveu*|nervios*|нерв*|gergin|緊張*|불안*|긴장*|紧张',
    beats: [
      { verb: 'look', direction: 'away', amount: 0.7 },
      { verb: 'blink', repeats: 2 },
    ],
    companion: true,
  },
  {
    words: 'smirk*',
    beats: [
      { verb: 'smile', amount: 0.55 },
      { verb: 'tilt-head', amount: 0.6 },
    ],
  },
  {
    words: 'roll* * eyes|rolling * eyes|verdreht die augen',
    beats: [
      { verb: 'look', direction: 'up' },
      { verb: 'sigh', amount: 0.5 },
    ],
  },
  {
    words: "paus*|wait*|stop*|hält inne|pause|s'arrête|se detiene|hace una pausa|si ferma|замира*|durur|止ま*|멈*|停",
    beats: one('pause'),
  },
  {
    words:
      'second-guess*|second guess*|hesitat*|zöger*|hésit*|duda|dudando|hesita*|esita*|колеб*|tereddüt*|ためら*|망설*|犹豫',
    beats: [{ verb: 'look', direction: 'away', broken: true, amount: 0.8 }],
  },
  { words: 'stand* still|stays still|hold* still|motionless|still', beats: one('still') },
  {
    words: 'gentle movement|subtle movement|ambient motion|idle|subtle ambient motion',
    beats: [{ verb: 'sway', amount: 0.6 }, { verb: 'breathe' }],
  },
];

/** Why a phrase cannot be played. */
export type CannotReason =
  | 'needs-a-hand'
  | 'needs-an-object'
  | 'walks-or-poses'
  | 'speech'
  | 'camera'
  | 'too-many-beats'
  | 'unknown';

export interface ImpossibleEntry {
  readonly words: Words;
  readonly reason: Exclude<CannotReason, 'too-many-beats' | 'unknown'>;
  /** What plays in its place; named as a substitute. */
  readonly instead?: readonly BeatSeed[];
}

const GREETING: readonly BeatSeed[] = [
  { verb: 'tilt-head' },
  { verb: 'smile' },
  { verb: 'raise-brows', amount: 0.8 },
  { verb: 'shrug', amount: 0.7 },
];

/** What this engine cannot draw, and the nearest thing it can. */
export const IMPOSSIBLE: readonly ImpossibleEntry[] = [
  {
    words:
      'wave|waves|waved|waving|winkt|winken|fait signe|saluda|saludando|agita la mano|acena|acenando|saluta|машет|помаха*|el sall*|手を振*|손을 흔*|挥手|揮手',
    reason: 'needs-a-hand',
    instead: GREETING,
  },
  {
    words:
      'tuck*|reach*|touch*|point*|hold*|holds|grab*|pick*|rub*|brush*|comb*|clap*|hug*|embrac*|pat|pats|patting|scratch*|fold*|cross* * arms|salut*|snap*|punch*|throw*|catch*|push*|pull*|lift* * hand|rais* * hand|hand|hands|finger|fingers|fist|arm|arms|hände|hand|main|mains|mano|manos|mão|mãos|mani|рук*|kolunu|elini|手|손',
    reason: 'needs-a-hand',
  },
  {
    words:
      'drink*|eat*|sip*|bite*|smok*|read*|write*|writing|typ*|play* the|swing*|sheath*|draw* * sword|puts on|takes off|wear*|zips|button*|loosens|umbrella|sword|cup|glass|glasses|book|phone|guitar|candle|mug',
    reason: 'needs-an-object',
  },
  {
    words:
      'walk*|run|runs|running|jump*|danc*|sit|sits|sitting|stand up|stands up|kneel*|fly|flies|flying|spin*|twirl*|climb*|swim*|crawl*|fall*|mount*|ride|rides|riding|stretch*|geht|läuft|tanzt|marche|court|danse*|camina*|corre*|baila*|anda|caminha*|dança*|cammina*|balla*|идёт|идет|бежит|танцу*|yürü*|koş*|歩*|走*|踊*|걷*|뛰*|춤*|走路|跑|跳舞',
    reason: 'walks-or-poses',
  },
  {
    words:
      'talk*|speak*|sing|sings|singing|say|says|saying|whisper*|shout*|scream*|yawn*|mouth open*|open* * mouth|kiss*|lick*|tongue|spricht|redet|singt|parle*|chante*|habla*|canta*|fala*|parla*|говор*|поёт|поет|konuş*|şarkı*|話*|歌*|말하*|말한*|노래*|说话|唱歌',
    reason: 'speech',
  },
  {
    words: 'zoom*|camera pan*|camera mov*|camera orbit*|camera circl*|dolly|tracking shot|pan left|pan right|close-up',
    reason: 'camera',
  },
];

/** Where to. `*` stands for a possessive or an article. */
export const DIRECTIONS: readonly (readonly [words: Words, direction: MotionDirection])[] = [
  [
    'to the camera|at the camera|into the camera|toward the camera|towards the camera|to camera|at camera|at the viewer|to the viewer|toward the viewer|towards the viewer|at you|to you|at us|zur kamera|in die kamera|vers la caméra|la caméra|hacia la cámara|a cámara|a la cámara|para a câmera|para a câmara|verso la camera|alla camera|на камеру|в камеру|kameraya|カメラ*|카메라*|镜头|鏡頭',
    'viewer',
  ],
  ['left|links|gauche|izquierda|esquerda|sinistra|влево|налево|sola|左*|왼쪽*', 'left'],
  ['right|rechts|droite|derecha|direita|destra|вправо|направо|sağa|右*|오른쪽*', 'right'],
  ['up|upward|upwards|skyward|nach oben|oben|en haut|arriba|cima|in alto|вверх|yukarı|上*|위*', 'up'],
  ['down|downward|downwards|nach unten|unten|en bas|le bas|abajo|baixo|in basso|вниз|aşağı|下*|아래*', 'down'],
  [
    'away|aside|over * shoulder|sideways|to the side|off to the side|weg|zur seite|ailleurs|de côté|a un lado|para o lado|di lato|в сторону|yana|そらす|横*|옆*|一边',
    'away',
  ],
];

export const PACES: readonly (readonly [words: Words, pace: MotionBeat['pace']])[] = [
  [
    'slow|slowly|gently|softly|calmly|lazily|tenderly|langsam|sanft|lentement|doucement|despacio|lentamente|suavemente|devagar|piano|медленно|плавно|мягко|yavaş*|ゆっくり*|そっと*|천천히|慢慢*|缓缓*',
    'slow',
  ],
  [
    'quick|quickly|fast|suddenly|sharply|abruptly|schnell|plötzlich|vite|rapidement|soudain|rápido|rápidamente|rapidamente|de repente|velocemente|быстро|вдруг|hızl*|aniden|素早*|急に*|빠르게|갑자기|快速*|突然*',
    'quick',
  ],
];

export const AMOUNTS: readonly (readonly [words: Words, amount: number])[] = [
  [
    'slight|slightly|a bit|a little|subtle|subtly|barely|faint|faintly|tiny|small|leicht|ein wenig|légèrement|un peu|ligeramente|un poco|levemente|um pouco|leggermente|un po|слегка|чуть|hafifçe|biraz|少し*|わずか*|살짝|조금|轻轻*|微微*',
    0.55,
  ],
  [
    'strong|strongly|big|wide|widely|broadly|deep|deeply|very|heavily|warmly|encouraging|stark|breit|tief|grand|grande|large|largement|profond*|ampli*|profund*|ampiamente|profond*|сильно|широко|глубоко|kocaman|derin*|大きく*|深く*|크게|깊게|깊이|大大*|深深*',
    1.3,
  ],
];

export const REPEATS: readonly (readonly [words: Words, repeats: number])[] = [
  ['once|one time|einmal|une fois|una vez|uma vez|una volta|один раз|bir kez|一度*|一回*|한 번|한번|一次|一下', 1],
  [
    'twice|two times|zweimal|deux fois|dos veces|duas vezes|due volte|дважды|два раза|iki kez|二回*|二度*|두 번|두번|两次|兩次',
    2,
  ],
  [
    'three times|thrice|repeatedly|again and again|several times|a few times|dreimal|mehrmals|trois fois|tres veces|três vezes|tre volte|трижды|несколько раз|üç kez|三回*|何度も*|세 번|여러 번|三次|反复*',
    3,
  ],
];

/** The motion stops half-way. */
export const BROKEN: Words =
  'starts to|start to|begins to|begin to|almost|nearly|half-way|halfway|tries to|fängt an|beginnt|commence à|empieza a|começa a|comincia a|начинает';

/** What follows is not to be played. */
export const NEGATIONS: Words =
  "without|not|doesn't|don't|does not|do not|no|never|isn't|ohne|nicht|kein*|sans|sin|sem|senza|без|не";
