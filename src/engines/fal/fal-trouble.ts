import { z } from 'zod';
import type { EngineTrouble } from '../../app/ports/video-engine.ts';
import type { EngineTroubleKind } from '../../domain/engine/engine-trouble.ts';
import { wordsOf } from '../http/start-answer.ts';
import type { VendorAnswer } from '../http/vendor-api.ts';

const Details = z.object({
  detail: z
    .array(z.object({ loc: z.array(z.union([z.string(), z.number()])).default([]), msg: z.string(), type: z.string() }))
    .min(1),
});

/** fal's types of errors. */
const KINDS: Readonly<Record<string, EngineTroubleKind>> = {
  image_load_error: 'moderation-image',
  image_too_small: 'moderation-image',
  image_too_large: 'moderation-image',
  file_download_error: 'moderation-image',
  unsupported_image_format: 'moderation-image',
  no_media_generated: 'moderation-output',
  generation_timeout: 'overloaded',
  downstream_service_unavailable: 'overloaded',
  downstream_service_error: 'broken',
  internal_server_error: 'broken',
};

/** A refusal for its content says in `loc` of what, and in its words whether of a face. */
function refused(loc: readonly (string | number)[], message: string): EngineTroubleKind {
  if (/real person|likeness|privacy/i.test(message)) return 'moderation-face';
  if (loc.includes('prompt')) return 'moderation-text';
  return loc.includes('image_url') ? 'moderation-image' : 'moderation-output';
}

/** Why a request ended without a clip, out of the error that is its result. */
export function falTrouble(
  answer: Extract<VendorAnswer, { kind: 'answered' }>,
  onAlarm: (words: string) => void,
): EngineTrouble {
  const [first] = Details.safeParse(answer.json).data?.detail ?? [];
  if (first === undefined) return { kind: 'broken', vendorCode: String(answer.status), vendorMessage: wordsOf(answer) };
  const { type, msg, loc } = first;
  const isRefusal = type === 'content_policy_violation' || type === 'partner_validation_failed';
  const kind = isRefusal ? refused(loc, msg) : KINDS[type];
  if (kind === undefined) onAlarm(`fal named an error that is not known here: ${type}: ${msg}`);
  return { kind: kind ?? 'broken', vendorCode: type, vendorMessage: msg };
}
