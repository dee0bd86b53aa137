import { isLiving } from '../../domain/clip/clip-life.ts';
import type { Owned } from '../permissions.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { Person } from '../ports/stores/person-store.ts';
import { type ClipRequestOutcome, type RequestClipPorts, requestClip } from './request-clip.ts';

export type DraftRefusal =
  | { readonly ok: false; readonly reason: 'nothing-to-wait-for' }
  | { readonly ok: false; readonly reason: 'no-draft-engine' };

/**
 * A free draft of a clip that is still being made, by the engine that moves the picture itself: something to see within
 * seconds. It is shown to its owner alone, in place of the picture; it is in no gallery, nobody is told of it, and it goes when
 * the clip is there. Asked for twice, it is the same draft.
 */
export async function draftClip(
  ports: RequestClipPorts,
  person: Person,
  clip: Owned<Clip>,
): Promise<ClipRequestOutcome | DraftRefusal> {
  if (!isLiving(clip.state) || clip.draftOf !== undefined) return { ok: false, reason: 'nothing-to-wait-for' };
  const drafting = [...ports.engines.values()]
    .flatMap(({ engine }) =>
      engine.models.map((model) => ({ engine: engine.id, model: model.id, quality: model.quality })),
    )
    .find(({ quality }) => quality === 'draft');
  if (drafting === undefined || drafting.engine === clip.engine) return { ok: false, reason: 'no-draft-engine' };
  const { pictureId, motion, customText, emotion, voiceId, hasSound, lengthSeconds, strength, frame, finish } = clip;
  return requestClip(ports, person, {
    ...{ pictureId, motion, customText, emotion, voiceId, hasSound, lengthSeconds, strength, frame, finish },
    ...{ engine: drafting.engine, model: drafting.model },
    ...{ idempotencyKey: `draft of ${clip.id}`, draftOf: clip.id },
  });
}
