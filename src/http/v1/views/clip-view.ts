import { z } from '@hono/zod-openapi';
import { estimateClip } from '../../../app/clips/estimate-clip.ts';
import type { Seen, Viewer } from '../../../app/permissions.ts';
import type { Clip } from '../../../app/ports/stores/clip-store.ts';
import { CLIP_STATES, type ClipState, isLiving } from '../../../domain/clip/clip-life.ts';
import { type ClipEndReason, END_REASONS } from '../../../domain/clip/end-reason.ts';
import { ClipMotion, Credits, Emotion, Finish, Frame, Id, iso, Strength, Time, Visibility } from '../schemas.ts';
import type { ServiceParts } from '../service-parts.ts';

const EndReason = z.enum(Object.keys(END_REASONS) as [ClipEndReason, ...ClipEndReason[]]);

export const ClipSchema = z
  .object({
    id: Id,
    state: z.enum(CLIP_STATES as [ClipState, ...ClipState[]]),
    characterId: Id,
    pictureId: Id,
    motion: ClipMotion,
    emotion: Emotion.nullable().describe('The mood of "idle"'),
    voiceId: Id.nullable().describe('The recording that "speak" speaks; only its owner sees it'),
    hasSound: z.boolean().describe('Whether that recording is heard in it; all other clips are silent'),
    customText: z.string().nullable().describe('Only its owner sees it'),
    seconds: z.number().int(),
    strength: Strength,
    frame: Frame,
    finish: Finish,
    engine: z.object({ id: z.string(), model: z.string(), title: z.string(), quality: z.enum(['draft', 'generated']) }),
    priceCredits: Credits.nullable().describe('Only its owner sees it'),
    visibility: Visibility,
    isMine: z.boolean(),
    createdAt: Time,
    endedAt: Time.nullable(),
    wait: z
      .object({
        clipsAhead: z.number().int().nullable(),
        likelySeconds: z.number().nullable(),
        atMostSeconds: z.number().nullable(),
        progressPercent: z.number().int().nullable().describe('Only when the engine tells it'),
        cancelAsked: z.boolean(),
        engineAwayUntil: Time.nullable().describe(
          'Its engine takes no orders at the moment. If that is not over by then, the clip ends and its credits are back',
        ),
        draftId: Id.nullable().describe('The draft that plays in its place, once one was asked for'),
      })
      .nullable()
      .describe('While it is being made'),
    draftOf: Id.nullable().describe('The clip in whose place this draft plays'),
    file: z
      .object({
        url: z.string(),
        downloadUrl: z.string(),
        posterUrl: z.string(),
        smallPosterUrl: z.string().describe('320 pixels wide'),
        widthPixels: z.number().int(),
        heightPixels: z.number().int(),
        sizeBytes: z.number().int(),
        sha256: z.string(),
      })
      .nullable()
      .describe('Once it is ready'),
    end: z
      .object({ code: EndReason, detail: z.string(), nextStep: z.string(), creditsReturned: Credits })
      .nullable()
      .describe('Why it ended without a file'),
    deletedAt: Time.nullable(),
  })
  .openapi('Clip');

export type ClipView = z.infer<typeof ClipSchema>;
type ViewParts = Pick<ServiceParts, 'links' | 'world' | 'engines'>;

/** What JSON says of a clip to this viewer. */
export async function clipView(parts: ViewParts, viewer: Viewer, clip: Seen<Clip>): Promise<ClipView> {
  const isMine = viewer?.id === clip.ownerId;
  const { id, state, characterId, pictureId, motion, strength, frame, visibility } = clip;
  return {
    ...{ id, state, characterId, pictureId, motion, strength, frame, visibility, isMine },
    customText: isMine && clip.customText !== '' ? clip.customText : null,
    emotion: clip.emotion ?? null,
    voiceId: isMine ? (clip.voiceId ?? null) : null,
    hasSound: clip.hasSound === true,
    finish: clip.finish ?? 'plain',
    seconds: clip.lengthSeconds,
    engine: engineView(parts, clip),
    priceCredits: isMine ? clip.priceCredits : null,
    createdAt: iso(clip.createdAt),
    endedAt: clip.endedAt ? iso(clip.endedAt) : null,
    wait: isLiving(state) ? await waitView(parts, clip) : null,
    draftOf: clip.draftOf ?? null,
    file: fileView(parts, clip),
    end: endView(clip),
    deletedAt: clip.deletedAt ? iso(clip.deletedAt) : null,
  };
}

function engineView({ engines }: ViewParts, { engine: id, model }: Clip): ClipView['engine'] {
  const engine = engines.get(id)?.engine;
  const quality = engine?.models.find((known) => known.id === model)?.quality ?? 'generated';
  return { id, model, title: engine?.title ?? id, quality };
}

async function waitView({ world, engines }: ViewParts, clip: Clip): Promise<ClipView['wait']> {
  const estimate = await estimateClip(world.stores, engines, clip, world.now());
  return {
    clipsAhead: estimate.clipsAhead ?? null,
    likelySeconds: estimate.likelySeconds ?? null,
    atMostSeconds: estimate.atMostSeconds ?? null,
    progressPercent: clip.progressPercent ?? null,
    cancelAsked: clip.cancelAskedAt !== undefined,
    engineAwayUntil: estimate.waitsForEngineUntil ? iso(estimate.waitsForEngineUntil) : null,
    draftId: (await world.stores.clips.findDraftOf(clip.id))?.id ?? null,
  };
}

function fileView({ links, world }: ViewParts, { id, visibility, file }: Clip): ClipView['file'] {
  if (file === undefined) return null;
  const { widthPixels, heightPixels, sizeBytes, sha256 } = file;
  const link = (name: string): string => links.of(`/media/clips/${id}/${name}`, visibility, world.now());
  const url = link('clip.mp4');
  const downloadUrl = `${url}${url.includes('?') ? '&' : '?'}download=1`;
  const posters = { posterUrl: link('poster.jpg'), smallPosterUrl: link('small.webp') };
  return { url, downloadUrl, ...posters, widthPixels, heightPixels, sizeBytes, sha256 };
}

function endView({ endReason, priceCredits }: Clip): ClipView['end'] {
  if (endReason === undefined) return null;
  const { sentence, nextStep } = END_REASONS[endReason];
  return { code: endReason, detail: sentence, nextStep, creditsReturned: priceCredits };
}
