import { type CustomReading, type MotionSheet, send } from './api.ts';
import { byId, make } from './dom.ts';
import { serverIsGone } from './server-watch.ts';
import { capitalised } from './words.ts';

/** Seconds that are offered; the server takes everything in between as well. */
const LENGTHS = [3, 4, 5, 6, 8, 10];
const USUAL = { motion: 'gentle-movement', seconds: '4', strength: 'normal' };
const READ_AFTER_MILLISECONDS = 250;

const text = byId<HTMLTextAreaElement>('custom-text');
const reading = byId('custom-reading');
const count = byId('custom-count');
let mostCharacters = 0;
let understood = false;
let latest = 0;

/** What was picked, as the server wants it. */
export interface MotionChoice {
  readonly motion: string;
  readonly seconds: number;
  readonly strength: string;
  readonly customText?: string;
}

/** Fills the sheet with what the server can do and calls `onChange` whenever something else is picked. */
export function offerMotions(sheet: MotionSheet, onChange: () => void): void {
  mostCharacters = sheet.customText.mostCharacters;
  const lengths = LENGTHS.filter((seconds) => seconds >= sheet.seconds.shortest && seconds <= sheet.seconds.longest);
  byId('motions').replaceChildren(...sheet.motions.map(motionOption));
  byId('lengths').replaceChildren(...lengths.map((seconds) => segment('seconds', String(seconds), String(seconds))));
  byId('strengths').replaceChildren(...sheet.strengths.map((each) => segment('strength', each, capitalised(each))));
  byId('custom-examples').replaceChildren(...sheet.customText.examples.map(exampleChip));
  byId('sheet').addEventListener('change', () => {
    showCustom(picked('motion') === 'custom');
    onChange();
  });
  text.addEventListener('input', () => readSoon(onChange));
  showCount();
}

/** The motion as it stands, or the sentence that says what is missing. */
export function motionChoice(): MotionChoice | { readonly missing: string } {
  const motion = picked('motion');
  const choice = { motion, seconds: Number(picked('seconds')), strength: picked('strength') };
  if (motion !== 'custom') return choice;
  if (text.value.trim() === '') return { missing: 'Describe the motion first.' };
  if (text.value.length > mostCharacters) return { missing: 'Shorten the description first.' };
  return understood
    ? { ...choice, customText: text.value.trim() }
    : { missing: 'Describe something the engine can play.' };
}

function showCustom(isCustom: boolean): void {
  const wasHidden = byId('custom').hidden;
  byId('custom').hidden = !isCustom;
  if (isCustom && wasHidden) byId('custom').scrollIntoView({ block: 'nearest' });
}

function motionOption({ id, title, bestFor }: MotionSheet['motions'][number]): HTMLLabelElement {
  const radio = make('input', { type: 'radio', name: 'motion', value: id, checked: id === USUAL.motion });
  const glyph = document.getElementById(`glyph-${id}`) as HTMLTemplateElement | null;
  const words = make('span', { className: 'option-words' });
  words.append(make('span', { className: 'option-title' }, title), make('span', { className: 'option-best' }, bestFor));
  return make('label', { className: 'option' }, radio, glyph?.content.cloneNode(true) ?? '', words);
}

function segment(name: 'seconds' | 'strength', value: string, words: string): HTMLLabelElement {
  const radio = make('input', { type: 'radio', name, value, checked: value === USUAL[name] });
  return make('label', { className: 'segment' }, radio, make('span', {}, words));
}

function exampleChip(example: string): HTMLButtonElement {
  const chip = make('button', { type: 'button' }, example);
  chip.addEventListener('click', () => {
    text.value = example;
    text.dispatchEvent(new Event('input'));
    text.focus();
  });
  return chip;
}

function picked(name: 'motion' | 'seconds' | 'strength'): string {
  return document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? USUAL[name];
}

/** What a motion is called on the sheet. */
export function motionTitle(motion: string): string {
  const option = document.querySelector(`input[name="motion"][value="${motion}"]`)?.closest('.option');
  return option?.querySelector('.option-title')?.textContent ?? motion;
}

/** Asks what a text would play, once the typing pauses, so that nobody waits for a clip that cannot be. */
function readSoon(onChange: () => void): void {
  const mine = ++latest;
  understood = false;
  showCount();
  onChange();
  if (text.value.trim() === '' || text.value.length > mostCharacters) return showReading('', true);
  setTimeout(async () => {
    if (mine !== latest) return;
    const answer = await send<CustomReading>('/v1/custom-motion-reading', { text: text.value }).catch(() => undefined);
    if (mine !== latest) return;
    if (answer === undefined) return serverIsGone(() => readSoon(onChange));
    understood = answer.ok;
    showReading([answer.plays && `Plays: ${answer.plays}.`, ...answer.cannot].filter(Boolean).join(' '), answer.ok);
    onChange();
  }, READ_AFTER_MILLISECONDS);
}

function showReading(sentence: string, ok: boolean): void {
  reading.dataset.level = ok ? 'good' : 'bad';
  reading.textContent = sentence || 'Short and physical works best.';
}

function showCount(): void {
  const left = mostCharacters - text.value.length;
  count.dataset.over = String(left < 0);
  count.textContent = left < 0 ? `${-left} too many` : `${left} left`;
}

showReading('', true);
