import { z } from '@hono/zod-openapi';
import { ownedVoice } from '../../app/permissions.ts';
import type { KeptVoice } from '../../app/ports/stores/voice-store.ts';
import { keepVoice, MOST_VOICES, mayUseVoices } from '../../app/voices/keep-voice.ts';
import { answer, type Endpoint, endpoint, nothing } from './endpoint.ts';
import { once } from './once.ts';
import { problem, voiceProblem } from './problems.ts';
import { Id, IdParams, iso, PageQuery, pageArguments, pageOf, Time, toPage } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

const VoiceSchema = z
  .object({ id: Id, seconds: z.number().describe('How long it is'), createdAt: Time })
  .openapi('Voice');

const voiceView = ({ id, lengthSeconds, createdAt }: KeptVoice): z.infer<typeof VoiceSchema> => ({
  id,
  seconds: lengthSeconds,
  createdAt: iso(createdAt),
});

/** Recordings that pictures speak: for their owner alone, an experiment. */
export function voiceEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  return [
    endpoint({
      method: 'post',
      path: '/voices',
      tag: 'Voices',
      scope: 'write',
      rate: 'look',
      once: true,
      status: 201,
      summary: 'Take in a recording that pictures may speak; the body is the file itself. Experimental',
      description:
        'WAV or MP3, 8 MB and 10 seconds at most. It is decoded and written anew: nothing but its sound is kept. What is said in it is not checked.',
      takesFile: ['audio/wav', 'audio/mpeg'],
      answer: VoiceSchema,
      handle: async ({ request, person, key }) => {
        if (!(await mayUseVoices(world.stores, person))) return problem('voice-sync-off');
        if (request.body === null)
          return problem('invalid-request', { detail: 'The body is empty; it has to be the file itself.' });
        const taken = await parts.voiceIntake.take(world.newId(), request.body);
        if (!taken.ok) return voiceProblem(taken);
        let isKept = false;
        const asked = { personId: person.id, route: 'voices', key, body: { sha256: taken.sentSha256 } };
        const said = await once(parts, asked, async (stores) => {
          const voice = await keepVoice(world, stores, taken, person.id);
          if (voice === 'too-many-voices')
            return problem('too-many-voices', { detail: `You keep ${MOST_VOICES} recordings, which is the most.` });
          isKept = true;
          return { status: 201, body: voiceView(voice) };
        });
        // the same was taken in before, or it is not wanted: this copy of the file is nobody's
        if (!isKept) await parts.storage.delete(taken.storageKey);
        return said;
      },
    }),
    endpoint({
      method: 'get',
      path: '/voices',
      tag: 'Voices',
      scope: 'read',
      summary: 'My recordings, newest first',
      query: PageQuery,
      answer: pageOf(VoiceSchema),
      handle: async ({ person, query }) => {
        const voices = await world.stores.voices.listOfOwner(person.id, pageArguments(query));
        const idOf = ({ id }: KeptVoice): string => id;
        return answer(pageOf(VoiceSchema), toPage(voices, query.limit, voiceView, idOf));
      },
    }),
    ...(['delete', 'post'] as const).map((method) =>
      endpoint({
        method,
        path: method === 'delete' ? '/voices/{id}' : '/voices/{id}/restore',
        tag: 'Voices',
        scope: 'write',
        summary:
          method === 'delete'
            ? 'Delete a recording of mine; clips that spoke it stay. It can be restored for 30 days'
            : 'Undo its deletion',
        params: IdParams,
        handle: async ({ person, params }) => {
          const mine = ownedVoice(person, await world.stores.voices.find(params.id));
          if (mine === undefined) return problem('not-found');
          const isDone = await world.stores.voices.setDeleted(mine.id, method === 'delete' ? world.now() : null);
          return isDone ? nothing() : problem('gone-for-good');
        },
      }),
    ),
  ];
}
