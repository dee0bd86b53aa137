import { createECDH, hkdfSync } from 'node:crypto';

/** A P-256 key pair as base64url: the public point uncompressed (65 bytes), the private number (32 bytes). */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/**
 * The keys by which push services know this service (RFC 8292), made of its secret: the same on every machine and after every
 * start, without a second file to keep. Browsers have to subscribe again when the secret changes.
 */
export function vapidKeysOf(secret: string): VapidKeys {
  const curve = createECDH('prime256v1');
  for (let round = 0; ; round++) {
    const candidate = Buffer.from(hkdfSync('sha256', secret, '', `reverie web push ${round}`, 32));
    try {
      curve.setPrivateKey(candidate);
      return { publicKey: curve.getPublicKey('base64url'), privateKey: candidate.toString('base64url') };
    } catch {
      // one number in four thousand million is none of the curve: the next is
    }
  }
}
