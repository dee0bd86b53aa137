import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Character } from '../app/ports/stores/character-store.ts';
import { createModelArtist } from './model-artist.ts';
import { createModelVoice } from './model-voice.ts';

const MIRA: Character = {
  ...{ id: '1', ownerId: '2', name: 'Mira', tagline: 'Keeps a lighthouse.', persona: 'Dry humour.', greeting: '' },
  ...{ declaredAge: 'adult', visibility: 'public', avatarPictureId: undefined, avatarClipId: undefined },
  ...{ createdAt: new Date(0), deletedAt: undefined },
};
const SAID = [{ author: 'person', body: 'Show me the sea' }] as const;

let answer: { status: number; body: string };
let asked: { path: string; key: string; body: Record<string, unknown> }[];
let address: { url: string; key: string; model: string; fetch: typeof fetch };
let close: () => void;
beforeEach(async () => {
  asked = [];
  const server = createServer(async (request, response) => {
    asked.push({ path: request.url ?? '', key: request.headers.authorization ?? '', body: JSON.parse(await textOf(request)) });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  address = { url: `http://127.0.0.1:${port}/v1`, key: 'hush', model: 'speaker', fetch };
  close = () => server.close();
});
afterEach(() => close());

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}
const says = (content: string | null): void => {
  answer = { status: 200, body: JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }) };
};

describe('a character with a language model', () => {
  it('answers as itself, knowing what was said', async () => {
    says('The sea is loud tonight.');
    expect(await createModelVoice(address).reply(MIRA, SAID)).toEqual({ text: 'The sea is loud tonight.', sendsPicture: false });
    expect(asked[0]).toMatchObject({ path: '/v1/chat/completions', key: 'Bearer hush', body: { model: 'speaker' } });
    expect(JSON.stringify(asked[0]?.body.messages)).toMatch(/You are Mira.*Dry humour.*Show me the sea/s);
  });

  it('sends a picture when its words end with the mark, and never says the mark', async () => {
    says('Here. [picture]');
    expect(await createModelVoice(address).reply(MIRA, SAID)).toEqual({ text: 'Here.', sendsPicture: true });
  });

  it.each([
    ['an overloaded model', 503, '{}'],
    ['something that is not JSON', 200, '<html>'],
    ['another shape', 200, '{"choices":[]}'],
    ['silence', 200, '{"choices":[{"message":{"content":""}}]}'],
  ])('says that it broke when it hears %s, without telling the key', async (_, status, body) => {
    answer = { status, body };
    const failed = await createModelVoice(address)
      .reply(MIRA, SAID)
      .catch((error: Error) => error);
    expect(failed).toMatchObject({ code: 'voice-failed', retryable: true });
    expect(String(failed)).not.toContain('hush');
  });
});

describe('a character with a picture model', () => {
  it('is painted as an adult, in the moment of the talk', async () => {
    answer = { status: 200, body: JSON.stringify({ data: [{ b64_json: Buffer.from('picture').toString('base64') }] }) };
    const picture = await createModelArtist(address).paint(MIRA, 'at the window');
    expect(await new Response(picture).text()).toBe('picture');
    expect(asked[0]?.path).toBe('/v1/images/generations');
    expect(asked[0]?.body.prompt).toMatch(/Mira, an adult.*at the window/s);
  });
});
