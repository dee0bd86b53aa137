import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import initC2pa, { WasmBuilder } from '@contentauth/c2pa-wasm';
import { type DigitalSourceType, sourceTypeUri } from '../../domain/provenance/source-type.ts';
import { coseSign1 } from './cose-sign1.ts';
import { readIdentity } from './signing-identity.ts';

/**
 * Run as `node sign-clip-process.js INPUT OUTPUT SOURCE-TYPE`, the signing identity on standard input: writes the clip with a C2PA
 * manifest. A process of its own, because the library is made for browsers and wants two things that Node does not have.
 */

/** As much as a signature with our certificates needs, and some. */
const SIGNATURE_BYTES = 2048;
const CONTENT_TYPE = 'video/mp4';

/** A file in memory that is read as browsers' workers read theirs. */
class MemoryBlob {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  get size(): number {
    return this.bytes.length;
  }
  slice(start: number, end: number): MemoryBlob {
    return new MemoryBlob(this.bytes.subarray(start, end));
  }
}
class FileReaderSync {
  readAsArrayBuffer({ bytes }: MemoryBlob): ArrayBuffer {
    return new Uint8Array(bytes).buffer;
  }
}
Object.assign(globalThis, { FileReaderSync });

const [, , inputPath, outputPath, sourceType] = process.argv as string[];
if (inputPath === undefined || outputPath === undefined || sourceType === undefined)
  throw new Error('expected three arguments');

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const identity = readIdentity(Buffer.concat(chunks).toString());

const wasm = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm');
await initC2pa({ module_or_path: await readFile(wasm) });
const builder = WasmBuilder.fromJson(JSON.stringify(manifestOf(sourceType as DigitalSourceType)));
const signer = {
  alg: 'es256',
  reserveSize: SIGNATURE_BYTES,
  sign: async (claim: Uint8Array) => new Uint8Array(coseSign1(claim, identity, SIGNATURE_BYTES)),
};
const clip = new MemoryBlob(await readFile(inputPath)) as unknown as Blob;
await writeFile(outputPath, await builder.sign(signer, [], CONTENT_TYPE, clip));

/** That it was made, by what kind of making, and with what program; nothing about anybody. */
function manifestOf(type: DigitalSourceType): object {
  const agent = { name: 'Reverie Motion' };
  const created = { action: 'c2pa.created', digitalSourceType: sourceTypeUri(type), softwareAgent: agent };
  return {
    claim_generator_info: [agent],
    title: 'clip.mp4',
    format: CONTENT_TYPE,
    assertions: [{ label: 'c2pa.actions.v2', data: { actions: [created] } }],
  };
}
