import type { Credits } from '../../../domain/credits/credits.ts';
import type { Price } from '../../../domain/price/price-list.ts';

export interface Quote extends Price {
  readonly id: string;
  readonly personId: string;
  readonly expiresAt: Date;
}

export interface PriceStore {
  /** Prices that hold at a moment. */
  pricesAt(at: Date): Promise<Price[]>;
  /** The price of one length of one model at a moment; one that names the model goes before `*`. */
  priceAt(engine: string, model: string, lengthSeconds: number, at: Date): Promise<Credits | undefined>;
  setPrice(price: Price & { id: string; effectiveFrom: Date; setBy: string | undefined }): Promise<void>;
  addQuote(quote: Quote): Promise<void>;
  /** A quote of this person that is still honoured. */
  findQuote(id: string, personId: string, at: Date): Promise<Quote | undefined>;
}
