import { type Advice, ask, type Clip, type DemoCharacter, type Problem, Refused, type TakenPicture } from './api.ts';
import { announce, byId, make } from './dom.ts';
import { serverIsGone } from './server-watch.ts';

/** The picture that will be animated. */
export type PictureChoice =
  | {
      readonly kind: 'demo';
      readonly character: DemoCharacter;
      readonly name: string;
      readonly source: string;
      readonly description: string;
    }
  | {
      readonly kind: 'own';
      readonly id: string;
      readonly name: string;
      readonly source: string;
      readonly description: string;
    };

/** What the rest of the page wants to know. */
export interface PictureListener {
  /** A picture was chosen and can be animated. */
  chosen(choice: PictureChoice): void;
  /** A picture of one's own is shown, but not checked yet. */
  sending(source: string): void;
  refused(problem: Problem): void;
  /** `undefined` when the engine has nothing to say. */
  advised(advice: Advice | 'looking' | undefined): void;
}

const portraits = byId('portraits');
const file = byId<HTMLInputElement>('file');
const veil = byId('drop-veil');
const OWN = { name: 'your picture', description: 'Your picture' };
let mostBytes = Number.POSITIVE_INFINITY;
let attempt = 0;

/** Fills the list of characters and chooses the first, then listens for files that are chosen, dropped or pasted. */
export function offerPictures(
  characters: readonly DemoCharacter[],
  largestBytes: number,
  listener: PictureListener,
): void {
  mostBytes = largestBytes;
  const tiles = characters.map((character) => {
    const { id, name, description, pictureUrl: source } = character;
    return portraitTile(id, name, source, () =>
      listener.chosen({ kind: 'demo', character, name, source, description }),
    );
  });
  portraits.replaceChildren(...tiles, byId('choose'));
  listenForFiles((chosen) => takeOwn(chosen, listener));
  tiles[0]?.querySelector('input')?.click();
}

/** Chooses the picture that a clip of an earlier visit was made from. */
export function choosePicture({ demoCharacterId, pictureId, url }: Clip['picture'], listener: PictureListener): void {
  if (pictureId !== undefined) addOwnTile({ id: pictureId }, url, listener);
  else portraits.querySelector<HTMLInputElement>(`input[value="${demoCharacterId}"]`)?.click();
}

function portraitTile(value: string, name: string, source: string, onChoose: () => void): HTMLLabelElement {
  const radio = make('input', { type: 'radio', name: 'picture', value });
  radio.addEventListener('change', () => {
    attempt++;
    onChoose();
  });
  return make('label', { className: 'portrait' }, radio, make('img', { src: source, alt: '' }), make('span', {}, name));
}

async function takeOwn(chosen: File, listener: PictureListener): Promise<void> {
  const mine = ++attempt;
  const isLatest = () => mine === attempt;
  if (chosen.size > mostBytes) return listener.refused(tooManyBytes(chosen.size));
  const source = URL.createObjectURL(chosen);
  listener.sending(source);
  try {
    const taken = await send(chosen);
    if (!isLatest()) return;
    addOwnTile(taken, source, listener);
  } catch (error) {
    if (!isLatest()) return;
    if (error instanceof Refused) listener.refused(error.problem);
    else serverIsGone(() => isLatest() && takeOwn(chosen, listener));
  }
}

function send(chosen: File): Promise<TakenPicture> {
  const headers = { 'content-type': chosen.type || 'application/octet-stream' };
  return ask<TakenPicture>(`/v1/pictures?name=${encodeURIComponent(chosen.name)}`, {
    method: 'POST',
    headers,
    body: chosen,
  });
}

/** One tile for the picture of one's own; the next one takes its place. */
function addOwnTile(taken: Pick<TakenPicture, 'id'>, source: string, listener: PictureListener): void {
  const choice: PictureChoice = { kind: 'own', id: taken.id, source, ...OWN };
  const choose = () => {
    listener.chosen(choice);
    advise(taken.id, listener);
  };
  const tile = portraitTile('own', 'Yours', source, choose);
  tile.id = 'own-portrait';
  document.getElementById('own-portrait')?.remove();
  portraits.insertBefore(tile, byId('choose'));
  byId('choose-label').textContent = 'Another';
  const radio = tile.querySelector('input');
  if (radio !== null) radio.checked = true;
  announce('Your picture is chosen.');
  choose();
}

/** Advice helps to choose; a clip can be made without it, so whatever goes wrong here stays quiet. */
async function advise(id: string, listener: PictureListener): Promise<void> {
  const mine = attempt;
  listener.advised('looking');
  const advice = await ask<Advice>(`/v1/pictures/${id}/advice`).catch(() => undefined);
  if (mine === attempt) listener.advised(advice);
}

function listenForFiles(take: (chosen: File) => void): void {
  const takeFirst = (files: FileList | undefined | null) => {
    const first = files?.[0];
    if (first !== undefined && !byId<HTMLFieldSetElement>('pictures').disabled) take(first);
  };
  byId('choose').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    takeFirst(file.files);
    file.value = '';
  });
  addEventListener('paste', (event) => takeFirst(event.clipboardData?.files));
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    veil.hidden = false;
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) veil.hidden = true;
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    veil.hidden = true;
    takeFirst(event.dataTransfer?.files);
  });
}

function tooManyBytes(sizeBytes: number): Problem {
  return {
    code: 'too-many-bytes',
    detail: `The picture has ${Math.ceil(sizeBytes / 1e6)} MB; the most that is taken is ${Math.floor(mostBytes / 1e6)} MB.`,
    nextStep: 'Save it smaller, or as JPEG, and choose it again.',
  };
}
