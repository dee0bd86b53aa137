import type { EngineOrder, JsonObject } from '../../app/ports/video-engine.ts';
import type { MotionPrompts } from '../http/prompts.ts';
import { asDataUrl } from '../http/vendor-picture.ts';
import { writePrompt } from '../http/write-prompt.ts';
import type { NamedModel } from './models.ts';

/** A task that waits longer than an hour is dropped unbilled: the least the vendor takes, and longer than anybody waits. */
const EXPIRES_AFTER_SECONDS = 3600;
/** The vendor takes no more characters. */
const LONGEST_SAFETY_IDENTIFIER = 64;

/**
 * The body of `POST /contents/generations/tasks`. Sound and watermark are refused explicitly, whatever a model's defaults are;
 * `adaptive` keeps the picture's own shape.
 */
export function createBody(
  order: EngineOrder,
  { model, prompts, jpeg }: { readonly model: NamedModel; readonly prompts: MotionPrompts; readonly jpeg: Uint8Array },
): JsonObject {
  const { text, cameraFixed } = writePrompt(order, prompts);
  return {
    model: model.name,
    content: [
      { type: 'text', text },
      { type: 'image_url', image_url: { url: asDataUrl(jpeg) }, role: 'first_frame' },
    ],
    resolution: '720p',
    ratio: 'adaptive',
    duration: order.lengthSeconds,
    generate_audio: false,
    watermark: false,
    execution_expires_after: EXPIRES_AFTER_SECONDS,
    safety_identifier: order.userToken.slice(0, LONGEST_SAFETY_IDENTIFIER),
    ...(model.takesSeed && { seed: order.seed }),
    ...(model.takesCameraFixed && { camera_fixed: cameraFixed }),
    ...(order.callbackUrl !== undefined && { callback_url: order.callbackUrl }),
  };
}
