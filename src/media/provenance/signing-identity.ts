import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, context, integer, objectId, octets, sequence, setOf, time, truth, utf8 } from './der.ts';

/** What manifests are signed with: an ES256 key and the certificates that say whose it is, the signer's first. */
export interface SigningIdentity {
  readonly privateKey: KeyObject;
  readonly chain: readonly Uint8Array[];
}

const ECDSA_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'));
const YEARS = 20;

/** A root of one's own and a signer below it: C2PA wants no signer that vouches for itself. On no list of trusted ones. */
export function makeSigningIdentity(now: Date): {
  readonly privateKeyPem: string;
  readonly chain: readonly Uint8Array[];
} {
  const [root, signer] = [newPair(), newPair()];
  const rootName = nameOf('Reverie Motion, a root of one’s own');
  const rootId = keyId(root.publicKey);
  const rootExtensions = [
    extension('2.5.29.19', sequence(truth()), true),
    extension('2.5.29.15', bits(Buffer.from([0x06]), 1), true),
    extension('2.5.29.14', octets(rootId), false),
  ];
  const signerExtensions = [
    extension('2.5.29.19', sequence(), true),
    extension('2.5.29.15', bits(Buffer.from([0x80]), 7), true),
    // signing of e-mail is one of the purposes that C2PA accepts
    extension('2.5.29.37', sequence(objectId('1.3.6.1.5.5.7.3.4')), false),
    extension('2.5.29.14', octets(keyId(signer.publicKey)), false),
    extension('2.5.29.35', sequence(context(0, rootId, true)), false),
  ];
  const validity = sequence(time(now), time(new Date(now.getTime() + YEARS * 365 * 86_400_000)));
  const issue = (subject: Buffer, key: KeyObject, extensions: readonly Buffer[]): Buffer =>
    certificate({ issuer: rootName, subject, validity, key, extensions }, root.privateKey);
  return {
    privateKeyPem: signer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    chain: [
      issue(nameOf('Reverie Motion'), signer.publicKey, signerExtensions),
      issue(rootName, root.publicKey, rootExtensions),
    ],
  };
}

/** As it is kept in a file: PEM blocks, the key first. */
export function writeIdentity({ privateKeyPem, chain }: ReturnType<typeof makeSigningIdentity>): string {
  const blocks = chain.map((der) => {
    const lines =
      Buffer.from(der)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  });
  return privateKeyPem + blocks.join('');
}

/** Reads what `writeIdentity` wrote, or what an operator put there: a key on P-256 and its chain, as PEM. */
export function readIdentity(pem: string): SigningIdentity {
  const blocks = Array.from(pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g), ([, text]) =>
    Buffer.from(text as string, 'base64'),
  );
  const key = /-----BEGIN (?:EC )?PRIVATE KEY-----[^-]+-----END (?:EC )?PRIVATE KEY-----/.exec(pem)?.[0];
  if (key === undefined || blocks.length === 0) throw new Error('expected a private key and its certificates as PEM');
  const privateKey = createPrivateKey(key);
  if (privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw new Error('expected a key on the curve P-256');
  return { privateKey, chain: blocks };
}

const newPair = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
/** SHA-1 of the key as RFC 5280 (4.2.1.2) wants it: a name, no protection. */
const keyId = (key: KeyObject): Buffer => createHash('sha1').update(spkiOf(key).subarray(-65)).digest();

const nameOf = (commonName: string): Buffer =>
  sequence(
    setOf(sequence(objectId('2.5.4.10'), utf8('Reverie Motion'))),
    setOf(sequence(objectId('2.5.4.3'), utf8(commonName))),
  );

const extension = (id: string, value: Buffer, isCritical: boolean): Buffer =>
  sequence(objectId(id), ...(isCritical ? [truth()] : []), octets(value));

interface CertificateParts {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly validity: Buffer;
  readonly key: KeyObject;
  readonly extensions: readonly Buffer[];
}

function certificate({ issuer, subject, validity, key, extensions }: CertificateParts, issuerKey: KeyObject): Buffer {
  const version3 = context(0, integer(Buffer.from([2])));
  const serial = integer(Buffer.concat([Buffer.from([1]), randomBytes(15)]));
  const listed = context(3, sequence(...extensions));
  const unsigned = sequence(version3, serial, ECDSA_SHA256, issuer, validity, subject, spkiOf(key), listed);
  return sequence(unsigned, ECDSA_SHA256, bits(sign('sha256', unsigned, issuerKey)));
}
