/** A whole number of credits, never negative. Fractions of a credit do not exist. */
export type Credits = number & { readonly unit: 'credits' };

/** The only way to get `Credits`. Throws a `RangeError` for anything but a whole number from 0 to 2^53 - 1. */
export function credits(amount: number): Credits {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} is no amount of credits`);
  return amount as Credits;
}
