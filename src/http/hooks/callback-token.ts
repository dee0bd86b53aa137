import { createHmac, timingSafeEqual } from 'node:crypto';

/** 128 bits of an HMAC: nobody guesses it, and the address stays short. */
const TOKEN_BYTES = 16;

/** Makes addresses at which engines may knock for one attempt, and knows them again. */
export interface CallbackTokens {
  /** `/hooks/ENGINE/ATTEMPT.TOKEN` */
  pathOf(engine: string, attemptId: string): string;
  isRight(engine: string, attemptId: string, token: string): boolean;
}

export function createCallbackTokens({ secret }: { readonly secret: string }): CallbackTokens {
  const tokenOf = (engine: string, attemptId: string): Buffer =>
    createHmac('sha256', secret).update(`callback\n${engine}\n${attemptId}`).digest().subarray(0, TOKEN_BYTES);
  return {
    pathOf: (engine, attemptId) => `/hooks/${engine}/${attemptId}.${tokenOf(engine, attemptId).toString('base64url')}`,
    isRight: (engine, attemptId, token) => {
      const [given, wanted] = [Buffer.from(token, 'base64url'), tokenOf(engine, attemptId)];
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    },
  };
}
