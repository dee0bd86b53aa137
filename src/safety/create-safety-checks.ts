import type {
  CheckedDecision,
  FramesToCheck,
  MotionToCheck,
  PictureToCheck,
  SafetyCheck,
  SafetyEvidence,
  SafetyOccasion,
  SafetyStanding,
} from '../app/ports/safety-check.ts';
import { decide, POLICY_VERSION } from '../domain/safety/decide.ts';
import type {
  Checked,
  ModelScores,
  MotionEvidence,
  SafetyContext,
  SafetyFacts,
} from '../domain/safety/safety-facts.ts';
import { judgeMotionText } from '../domain/safety/text/judge-motion-text.ts';
import type { PictureClassifier, PictureModel, TextModel } from './safety-models.ts';

export interface SafetyCheckOptions {
  readonly classifier: PictureClassifier;
  /** Reads own words for generative engines, after the rules. */
  readonly textModel?: TextModel;
  /** Looks at pictures and frames for generative engines, after the built-in classifier. */
  readonly pictureModel?: PictureModel;
  /**
   * What own words for a generative engine need where no text model is configured: `model` refuses them (presets work),
   * `plain-words` takes those that are made of motion words only. `model` unless told.
   */
  readonly customTextNeeds?: 'model' | 'plain-words';
}

interface AskOptions {
  readonly signal?: AbortSignal;
}

/** The three gates of the safety layer: asks what is configured, and lets the policy of the domain decide. */
export function createSafetyChecks(options: SafetyCheckOptions): SafetyCheck {
  return {
    adviseOnMotion: (motion) => decide({ ...contextOf(motion), motion: adviceOn(motion, options) }),
    checkMotion: (motion, ask = {}) => checkMotion(motion, options, ask),
    checkPicture: (picture, ask = {}) => checkPicture(picture, options, ask),
    checkFrames: (frames, ask = {}) => checkFrames(frames, options, ask),
    decideOnEngineRefusal: ({ trouble, isSevere = false, mayTryAgain = false, ...occasion }) =>
      decide({ ...contextOf(occasion), engine: { trouble, isSevere, mayTryAgain } }),
    describe: () => describe(options),
    close: () => options.classifier.close(),
  };
}

function contextOf({ surface, characterIsMinor, engineGenerative, pictureRating }: SafetyOccasion): SafetyContext {
  return { surface, characterIsMinor, engineGenerative, hostRating: pictureRating ?? 'general' };
}

const PRESET: MotionEvidence = { kind: 'preset' };
const ABSENT = { state: 'absent' } as const;

/** What the rules say now. A model that will be asked later has no word yet, and its absence no consequence. */
function adviceOn(motion: MotionToCheck, { textModel, customTextNeeds }: SafetyCheckOptions): MotionEvidence {
  if (motion.motionId !== 'custom') return PRESET;
  const willBeRead = textModel !== undefined;
  const rules = judgeMotionText(motion.customText, { strictVocabulary: !willBeRead });
  return {
    kind: 'custom',
    rules: willBeRead ? { ...rules, isPlainMotion: true } : rules,
    model: ABSENT,
    modelRequired: !willBeRead && customTextNeeds !== 'plain-words',
    recentStrikes: motion.recentStrikes ?? 0,
  };
}

/** Rules first: what they refuse never reaches a model. */
async function checkMotion(
  motion: MotionToCheck,
  options: SafetyCheckOptions,
  ask: AskOptions,
): Promise<CheckedDecision> {
  const context = contextOf(motion);
  const advised = adviceOn(motion, options);
  const advice = decide({ ...context, motion: advised });
  const { textModel } = options;
  if (advised.kind === 'preset') return { ...advice, evidence: evidenceOf({ checkers: [] }) };
  const rules = { checkers: [RULES], categories: advised.rules.categories, flags: advised.rules.flags };
  if (advice.action !== 'allow' || textModel === undefined || !motion.engineGenerative) {
    return { ...advice, evidence: evidenceOf(rules) };
  }
  const model = await checked(() => textModel.judgeText(motion.customText, ask), ask);
  const decision = decide({ ...context, motion: { ...advised, model: model.checked } });
  const checkers = [RULES, textModel.name];
  return { ...decision, evidence: evidenceOf({ ...rules, checkers, ...seen(model) }) };
}

const RULES = `rules ${POLICY_VERSION}`;

async function checkPicture(
  { picture, provenance, isTakenDown = false, ...occasion }: PictureToCheck,
  { classifier, pictureModel }: SafetyCheckOptions,
  ask: AskOptions,
): Promise<CheckedDecision> {
  const context = contextOf(occasion);
  const factsWith = (builtIn: Checked<number>, model: Checked<ModelScores>): SafetyFacts => ({
    ...context,
    picture: { provenance, isTakenDown, builtIn, model },
  });
  const builtIn = await checked(() => classifier.scoreOf(picture, ask), ask);
  const first = { checkers: [classifier.name], ...seenScores(builtIn) };
  const soFar = decide(factsWith(builtIn.checked, ABSENT));
  // without a model's word "unchecked" is not the end yet
  const isSettled = soFar.action !== 'allow' && soFar.code !== 'IMAGE_UNCHECKED';
  if (isSettled || pictureModel === undefined || !occasion.engineGenerative) {
    return { ...soFar, evidence: evidenceOf(first) };
  }
  const model = await checked(() => pictureModel.judgePicture(picture, ask), ask);
  const evidence = evidenceOf({
    checkers: [classifier.name, pictureModel.name],
    scores: { ...first.scores, ...seen(model).scores },
    troubles: [...first.troubles, ...seen(model).troubles],
  });
  return { ...decide(factsWith(builtIn.checked, model.checked)), evidence };
}

async function checkFrames(
  { frames, ...occasion }: FramesToCheck,
  { classifier, pictureModel }: SafetyCheckOptions,
  ask: AskOptions,
): Promise<CheckedDecision> {
  const context = contextOf(occasion);
  const builtIn = await checked(() => inTurn(frames, (frame) => classifier.scoreOf(frame, ask)), ask);
  const first = { checkers: [classifier.name], ...seenScores(builtIn) };
  const soFar = decide({ ...context, frames: { builtIn: builtIn.checked, model: ABSENT } });
  if (soFar.action !== 'allow' || pictureModel === undefined || !occasion.engineGenerative) {
    return { ...soFar, evidence: evidenceOf(first) };
  }
  const model = await checked(() => inTurn(frames, (frame) => pictureModel.judgePicture(frame, ask)), ask);
  const evidence = evidenceOf({
    checkers: [classifier.name, pictureModel.name],
    scores: first.scores,
    troubles: [...first.troubles, ...troublesOf(model)],
  });
  return { ...decide({ ...context, frames: { builtIn: builtIn.checked, model: model.checked } }), evidence };
}

async function inTurn<In, Out>(all: readonly In[], judge: (one: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  for (const one of all) results.push(await judge(one));
  return results;
}

interface Asked<Value> {
  readonly checked: Checked<Value>;
  readonly trouble?: string;
}

/** A checker that fails is a fact, not an error; only our own stop goes on as one. */
async function checked<Value>(judge: () => Promise<Value>, { signal }: AskOptions): Promise<Asked<Value>> {
  try {
    return { checked: { state: 'measured', value: await judge() } };
  } catch (error) {
    signal?.throwIfAborted();
    return { checked: { state: 'failed' }, trouble: error instanceof Error ? error.message : String(error) };
  }
}

const troublesOf = ({ trouble }: Asked<unknown>): string[] => (trouble === undefined ? [] : [trouble]);

function seen(asked: Asked<ModelScores>): Pick<SafetyEvidence, 'scores' | 'troubles'> {
  const scores = asked.checked.state === 'measured' ? { ...asked.checked.value } : {};
  return { scores, troubles: troublesOf(asked) };
}

/** Frames are numbered from the first: `builtIn.0`, `builtIn.1` ... */
function seenScores(asked: Asked<number | readonly number[]>): Pick<SafetyEvidence, 'scores' | 'troubles'> {
  const value = asked.checked.state === 'measured' ? asked.checked.value : [];
  const scores = typeof value === 'number' ? { builtIn: value } : numbered(value);
  return { scores, troubles: troublesOf(asked) };
}

function numbered(values: readonly number[]): Record<string, number> {
  return Object.fromEntries(values.map((value, index) => [`builtIn.${index}`, value]));
}

function evidenceOf(parts: Partial<SafetyEvidence>): SafetyEvidence {
  return { checkers: [], scores: {}, categories: [], flags: [], troubles: [], ...parts };
}

function describe({ textModel, pictureModel, customTextNeeds }: SafetyCheckOptions): SafetyStanding[] {
  const withoutTextModel =
    customTextNeeds === 'plain-words'
      ? 'Own words for generative engines are only held against a list of motion words and a rule list: a speed bump, not a safety check.'
      : 'No text model is configured: own words are refused for generative engines, and elsewhere meet a rule list only, which is a speed bump.';
  const speedBump =
    'is only looked at by a small built-in classifier of unknown recall: a speed bump, not a safety check.';
  return [
    textModel === undefined
      ? { gate: 'text', isModelChecked: false, sentence: withoutTextModel }
      : {
          gate: 'text',
          isModelChecked: true,
          sentence: `Own words for generative engines are read by ${textModel.name}.`,
        },
    pictureModel === undefined
      ? { gate: 'picture', isModelChecked: false, sentence: `A picture ${speedBump}` }
      : {
          gate: 'picture',
          isModelChecked: true,
          sentence: `Pictures for generative engines are seen by ${pictureModel.name}.`,
        },
    pictureModel === undefined
      ? { gate: 'clip', isModelChecked: false, sentence: `A finished clip ${speedBump}` }
      : { gate: 'clip', isModelChecked: true, sentence: `Frames of generated clips are seen by ${pictureModel.name}.` },
  ];
}
