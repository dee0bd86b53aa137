import sharp from 'sharp';
import { MODELS, NOT_SUPPORTED, RESOLUTIONS, type SimulatedModel, snap } from './models.ts';
import { badField, missingField, REFUSALS, type Refusal } from './refusal.ts';

/** What an order that is in order asks for. */
export interface Order {
  readonly model: string;
  readonly text: string;
  readonly seconds: number;
  readonly seed: number;
  readonly ratio: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly watermark: boolean;
  readonly generateAudio: boolean;
  readonly callbackUrl: string | undefined;
  readonly expiresAfterSeconds: number;
  readonly safetyIdentifier: string | undefined;
}

type Body = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks an order as strictly as the vendor does, in the order in which it does. */
export async function readOrder(body: unknown): Promise<Order | Refusal> {
  if (!isObject(body)) return badField('body', 'must be a JSON object');
  if (typeof body.model !== 'string' || body.model === '') return missingField('model');
  const model = MODELS[body.model];
  if (model === undefined || model.state === 'gone') return REFUSALS['no-such-model'];
  if (model.state === 'not-open') return REFUSALS['model-not-open'];
  if (!Array.isArray(body.content) || body.content.length === 0) return missingField('content');
  const text = textOf(body.content);
  const given = model.family === '1.0' || model.family === '1.5' ? withTextParameters(body, text) : body;
  const wrong = wrongField(given, body.model, model) ?? wrongRoles(body.content);
  if (wrong !== undefined) return wrong;
  const picture = await pictureOf(body.content);
  if ('code' in picture) return picture;
  return orderOf(given, body.model, model, text, picture);
}

function textOf(content: readonly unknown[]): string {
  const item = content.find((part) => isObject(part) && part.type === 'text');
  return isObject(item) && typeof item.text === 'string' ? item.text : '';
}

/** The older models read parameters out of the text, and they win: a hole for those who pass on what people write. */
function withTextParameters(body: Body, text: string): Body {
  const told: Record<string, unknown> = {};
  for (const [, name = '', value = ''] of text.matchAll(/--(\w+)\s+(\S+)/g)) {
    if (name === 'dur' || name === 'duration') told.duration = Number(value);
    if (name === 'rs' || name === 'resolution') told.resolution = value;
    if (name === 'wm' || name === 'watermark') told.watermark = value === 'true';
    if (name === 'seed') told.seed = Number(value);
  }
  return { ...body, ...told };
}

const isWhole = (value: unknown, from: number, to: number): boolean =>
  Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
const RATIOS = ['16:9', '4:3', '1:1', '3:4', '9:16', '21:9', 'adaptive'];

type Rule = (value: unknown, model: SimulatedModel) => string | undefined;
const flag: Rule = (value) => (typeof value === 'boolean' ? undefined : 'must be a boolean');

/** What each field may be; `undefined` when it is right. */
const RULES: Readonly<Record<string, Rule>> = {
  resolution: (value, { family }) =>
    RESOLUTIONS[family].includes(String(value).toLowerCase())
      ? undefined
      : `must be one of ${RESOLUTIONS[family].join(', ')}`,
  ratio: (value) => (RATIOS.includes(String(value)) ? undefined : `must be one of ${RATIOS.join(', ')}`),
  duration: (value, { seconds: [from, to], family }) =>
    isWhole(value, from, to) || (value === -1 && family !== '1.0')
      ? undefined
      : `must be an integer between ${from} and ${to}`,
  frames: (value) =>
    isWhole(value, 29, 289) && ((value as number) - 25) % 4 === 0 ? undefined : 'must be 25+4n in [29,289]',
  seed: (value) => (isWhole(value, -1, 2 ** 32 - 1) ? undefined : 'must be an integer in [-1, 2^32-1]'),
  execution_expires_after: (value, { family }) =>
    isWhole(value, family.startsWith('1') ? 3600 : 1, 259200) ? undefined : 'must be in [3600, 259200]',
  priority: (value) => (isWhole(value, 0, 9) ? undefined : 'must be an integer in [0, 9]'),
  generate_audio: flag,
  watermark: flag,
  return_last_frame: flag,
  camera_fixed: flag,
  draft: flag,
  service_tier: (value) => (value === 'default' || value === 'flex' ? undefined : 'must be default or flex'),
  safety_identifier: (value) =>
    typeof value === 'string' && value.length <= 64 ? undefined : 'must be a string of at most 64 characters',
  callback_url: (value) => (typeof value === 'string' && /^https?:\/\//.test(value) ? undefined : 'must be a URL'),
};

function wrongField(body: Body, name: string, model: SimulatedModel): Refusal | undefined {
  for (const [field, value] of Object.entries(body)) {
    if (NOT_SUPPORTED[model.family].includes(field)) {
      return badField(
        field,
        `the specified parameter \`${field}\` is not supported for model ${name} in i2v, must be empty`,
      );
    }
    const wrong = RULES[field]?.(value, model);
    if (wrong !== undefined) return badField(field, wrong);
  }
  return undefined;
}

function wrongRoles(content: readonly unknown[]): Refusal | undefined {
  const images = content.filter((part): part is Body => isObject(part) && part.type === 'image_url');
  const roles = images.map(({ role }) => role ?? 'first_frame');
  if (images.length === 0) return badField('content', 'this simulator makes clips of pictures only');
  if (roles.some((role) => role !== 'first_frame' && role !== 'last_frame')) {
    return badField('content', 'task_type r2v does not support model in this simulator');
  }
  if (roles.filter((role) => role === 'first_frame').length !== 1)
    return badField('content', 'exactly one first_frame is required');
  return undefined;
}

interface Picture {
  readonly widthPixels: number;
  readonly heightPixels: number;
}

const LARGEST_IMAGE_BYTES = 30_000_000;
const FORMATS = ['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif'];

async function pictureOf(content: readonly unknown[]): Promise<Picture | Refusal> {
  const item = content.find((part): part is Body => isObject(part) && part.type === 'image_url');
  const url = isObject(item?.image_url) ? item.image_url.url : undefined;
  if (typeof url !== 'string' || url === '')
    return { status: 400, code: 'InvalidImageURL.EmptyURL', message: 'The image URL is empty.' };
  const data = /^data:image\/[a-z]+;base64,([A-Za-z0-9+/]+={0,2})$/.exec(url)?.[1];
  if (data === undefined)
    return { status: 400, code: 'InvalidImageURL.InvalidFormat', message: 'The image URL is not valid.' };
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length >= LARGEST_IMAGE_BYTES) return badField('content[1].image_url', 'the image is larger than 30 MB');
  const {
    format = '',
    width = 0,
    height = 0,
  } = await sharp(bytes)
    .metadata()
    .catch(() => ({ format: undefined, width: 0, height: 0 }));
  if (!FORMATS.includes(format))
    return { status: 400, code: 'InvalidImageURL.InvalidFormat', message: 'The image cannot be decoded.' };
  const wrong = wrongSize(width, height);
  return wrong === undefined ? { widthPixels: width, heightPixels: height } : wrong;
}

function wrongSize(width: number, height: number): Refusal | undefined {
  const said = (words: string): Refusal =>
    badField('content[1].image_url', `Error while downloading image, error: ${words}`);
  if (width < 300) return said(`expected the width to be at least 300px, but received a ${width}x${height}px image`);
  if (height < 300) return said(`expected the height to be at least 300px, but received a ${width}x${height}px image`);
  if (width > 6000 || height > 6000) return said(`expected at most 6000px, but received a ${width}x${height}px image`);
  const ratio = width / height;
  return ratio <= 0.39 || ratio >= 2.5 ? said('expected the aspect ratio to be between 0.39 and 2.50') : undefined;
}

function orderOf(body: Body, model: string, { family }: SimulatedModel, text: string, picture: Picture): Order {
  const frames = typeof body.frames === 'number' ? (body.frames - 1) / 24 : undefined;
  const asked = typeof body.duration === 'number' ? body.duration : 5;
  return {
    model,
    text,
    seconds: frames ?? (asked === -1 ? 5 : asked),
    seed: typeof body.seed === 'number' && body.seed >= 0 ? body.seed : Math.floor(Math.random() * 2 ** 31),
    ...snap(family, picture.widthPixels, picture.heightPixels),
    watermark: body.watermark === true,
    // the documents say that it is on by default where a model has sound
    generateAudio: body.generate_audio !== false && family !== '1.0',
    callbackUrl: typeof body.callback_url === 'string' ? body.callback_url : undefined,
    expiresAfterSeconds: typeof body.execution_expires_after === 'number' ? body.execution_expires_after : 172_800,
    safetyIdentifier: typeof body.safety_identifier === 'string' ? body.safety_identifier : undefined,
  };
}
