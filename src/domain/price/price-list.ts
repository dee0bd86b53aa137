import { type Credits, credits } from '../credits/credits.ts';

/** What one length of one model costs from a moment on. */
export interface Price {
  readonly engine: string;
  /** `*`: every model of the engine. */
  readonly model: string;
  readonly lengthSeconds: number;
  readonly priceCredits: Credits;
}

/** The product page: "Image-to-video (SeeDance I2V): 120,000 credits", for clips of 3 to 5 seconds. */
const PRICE_PER_CLIP = credits(120_000);
const LONGEST_SECONDS_AT_ONE_PRICE = 5;

/** What a clip costs where nobody set another price: the page's price up to 5 s, in proportion beyond. */
export function standardPrice(lengthSeconds: number): Credits {
  const parts = Math.max(1, lengthSeconds / LONGEST_SECONDS_AT_ONE_PRICE);
  return credits(Math.round(PRICE_PER_CLIP * parts));
}

/** A quote is honoured this long, also when the price changes meanwhile. */
export const QUOTE_HONOURED_SECONDS = 10 * 60;
