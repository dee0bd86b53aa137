import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { FileStorage } from '../app/ports/file-storage.ts';
import { checkKey, StorageError } from './storage-error.ts';

export interface S3StorageOptions {
  /** Of the bucket; it has to be there. */
  readonly name: string;
  readonly region: string;
  /** Of a server that speaks S3; `undefined` for Amazon's own. */
  readonly endpoint: string | undefined;
  /** Left out, they are looked for where Amazon's programs do: `AWS_ACCESS_KEY_ID`, profiles, the machine's role. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const CONNECT_MILLISECONDS = 5000;
/** Without a byte for so long, a request is given up. */
const SILENCE_MILLISECONDS = 30_000;
const PROBE_KEY = 'probe/ready';

/**
 * A bucket as storage, for many machines. An object is put in one step, with its hash beside it; the server checks the hash. Files
 * are streamed both ways, never held in memory.
 */
export function openS3Storage({ name, region, endpoint, credentials }: S3StorageOptions): FileStorage {
  const client = new S3Client({
    region,
    ...(credentials && { credentials }),
    // other servers than Amazon's have no host name for each bucket
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    // we bring SHA-256 ourselves; what the client would add in trailers, not every server reads
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MILLISECONDS, socketTimeout: SILENCE_MILLISECONDS },
  });
  const at = (key: string) => {
    checkKey(key);
    return { Bucket: name, Key: key };
  };
  /** What is not there is `undefined`; everything else that went wrong is the storage's fault. */
  const ask = async <Answer>(doing: string, key: string, request: Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await request;
    } catch (cause) {
      // Amazon tells a missing bucket apart, and that one is not an absent file
      if (isStatus(cause, 404) && cause.name !== 'NoSuchBucket') return undefined;
      throw new StorageError('storage-failed', `${key} could not be ${doing} the bucket ${name}: ${cause}`, cause);
    }
  };

  const storage: FileStorage = {
    put: async (key, source, contentType) => {
      const place = at(key);
      const bytes = () => ('path' in source ? createReadStream(source.path) : Readable.from([source.bytes]));
      const put = async () => {
        const { sizeBytes, digest } = await measure(bytes());
        const sha256 = digest.toString('hex');
        await client.send(
          new PutObjectCommand({
            ...place,
            Body: 'path' in source ? bytes() : source.bytes,
            ContentLength: sizeBytes,
            ContentType: contentType,
            ChecksumSHA256: digest.toString('base64'),
            Metadata: { sha256 },
          }),
        );
        return { key, sizeBytes, sha256, contentType };
      };
      const stored = await ask('put into', key, put());
      if (stored === undefined) throw new StorageError('storage-failed', `There is no bucket ${name}.`);
      return stored;
    },
    find: async (key) => {
      const known = await ask('found in', key, client.send(new HeadObjectCommand(at(key))));
      if (known === undefined) return undefined;
      const { ContentLength: sizeBytes, ContentType: contentType, Metadata: { sha256 } = {} } = known;
      if (sizeBytes === undefined || contentType === undefined || sha256 === undefined) {
        throw new StorageError('storage-failed', `${key} in the bucket ${name} was not put there by this program.`);
      }
      return { key, sizeBytes, sha256, contentType };
    },
    open: async (key, range) => {
      const part = range && { Range: `bytes=${range.firstByte}-${range.lastByte}` };
      const opened = await ask('read from', key, client.send(new GetObjectCommand({ ...at(key), ...part })));
      return opened && (Readable.toWeb(opened.Body as Readable) as ReadableStream<Uint8Array>);
    },
    delete: async (key) => {
      await ask('deleted from', key, client.send(new DeleteObjectCommand(at(key))));
    },
    probe: async () => {
      await storage.put(PROBE_KEY, { bytes: Buffer.from('probe') }, 'text/plain');
      const probe = await storage.open(PROBE_KEY);
      await probe?.cancel();
      if (probe === undefined)
        throw new StorageError('storage-failed', `The bucket ${name} does not keep what is put there.`);
    },
  };
  return storage;
}

async function measure(source: Readable): Promise<{ sizeBytes: number; digest: Buffer }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { sizeBytes, digest: hash.digest() };
}

function isStatus(error: unknown, status: number): error is S3ServiceException {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}
