import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import initC2pa, { WasmReader } from '@contentauth/c2pa-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectClip, masterProfileFaults } from '../inspect-clip.ts';
import { boxesIn } from '../mp4-boxes.ts';
import { createClipWriter } from '../write-clip.ts';
import { keptIdentity } from './kept-identity.ts';
import { createProvenanceMark } from './mark-provenance.ts';
import { readIdentity } from './signing-identity.ts';
import { readXmpSourceType } from './xmp-box.ts';

const CLIP = { widthPixels: 720, heightPixels: 400, framesPerSecond: 24, frameCount: 24 };

let folder: string;
const broken: unknown[] = [];
const onBroken = (error: unknown) => void broken.push(error);
const now = () => new Date();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-provenance-'));
  const wasm = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm');
  await initC2pa({ module_or_path: await readFile(wasm) });
});
afterAll(() => rm(folder, { recursive: true }));

async function writtenClip(name: string): Promise<string> {
  const clipPath = join(folder, name);
  async function* frames() {
    for (let index = 0; index < CLIP.frameCount; index++) yield new Uint8Array((720 * 400 * 3) / 2).fill(60 + 3 * index);
  }
  await createClipWriter({}).write({ ...CLIP, clipPath }, frames());
  return clipPath;
}

interface Manifest {
  readonly assertions: readonly { readonly label: string; readonly data: { readonly actions?: readonly object[] } }[];
  readonly claim_generator_info: readonly { readonly name: string }[];
}
/** What anybody's C2PA reader says of a file. */
async function read(bytes: Uint8Array) {
  const store = JSON.parse((await WasmReader.fromBytes('video/mp4', bytes)).json());
  const results = store.validation_results.activeManifest as Record<string, { code: string }[]>;
  const codes = (kind: string): string[] => (results[kind] ?? []).map(({ code }) => code);
  return { manifest: store.manifests[store.active_manifest] as Manifest, success: codes('success'), failure: codes('failure') };
}

describe('a marked clip', () => {
  let path: string;
  let before: Buffer;
  let marked: Buffer;
  const mark = (identityFolder = folder) => createProvenanceMark({ identity: keptIdentity(identityFolder, now), onBroken });
  beforeAll(async () => {
    path = await writtenClip('clip.mp4');
    before = await readFile(path);
    await mark()(path, 'trainedAlgorithmicMedia');
    marked = await readFile(path);
  });

  it('says how it was made, in XMP and in a manifest that is signed and fits its bytes', async () => {
    expect(broken).toEqual([]);
    expect(readXmpSourceType(marked)).toBe('trainedAlgorithmicMedia');
    const { manifest, success, failure } = await read(marked);
    expect(manifest.claim_generator_info[0]).toMatchObject({ name: 'Reverie Motion' });
    expect(manifest.assertions.find(({ label }) => label === 'c2pa.actions.v2')?.data.actions).toMatchObject([
      { action: 'c2pa.created', digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia' },
    ]);
    expect(success).toEqual(expect.arrayContaining(['claimSignature.validated', 'assertion.bmffHash.match']));
    // a root of one's own is on nobody's list: said plainly in the guide
    expect(failure).toEqual(['signingCredential.untrusted']);
  });

  it('plays as before: the same frames, the index first, the master profile, a few thousand bytes more', async () => {
    expect(masterProfileFaults(await inspectClip(path), CLIP)).toEqual([]);
    const dataOf = (file: Buffer) => {
      const data = boxesIn(file, 0, file.length).find(({ type }) => type === 'mdat')!;
      return file.subarray(data.bodyStart, data.end);
    };
    expect(dataOf(marked).equals(dataOf(before))).toBe(true);
    expect(marked.length - before.length).toBeLessThan(8000);
    if (spawnSync('ffmpeg', ['-version']).status !== 0) return;
    const decoded = spawnSync('ffmpeg', ['-v', 'error', '-i', path, '-f', 'null', '-']);
    expect([decoded.status, decoded.stderr.toString()]).toEqual([0, '']);
  });

  it('tells when a byte of its picture was changed', async () => {
    const changed = Buffer.from(marked);
    const data = boxesIn(changed, 0, changed.length).find(({ type }) => type === 'mdat')!;
    changed[data.end - 5]! ^= 1;
    expect((await read(changed)).failure).toContain('assertion.bmffHash.mismatch');
  });

  it('stays as it is when it is marked again', async () => {
    await mark()(path, 'compositeWithTrainedAlgorithmicMedia');
    expect((await readFile(path)).equals(marked)).toBe(true);
  });

  it('keeps its XMP when it cannot be signed, and that is told', async () => {
    const unsigned = await writtenClip('unsigned.mp4');
    const identity = async () => 'no key at all';
    await createProvenanceMark({ identity, onBroken })(unsigned, 'compositeWithTrainedAlgorithmicMedia');
    expect(readXmpSourceType(await readFile(unsigned))).toBe('compositeWithTrainedAlgorithmicMedia');
    expect(masterProfileFaults(await inspectClip(unsigned), CLIP)).toEqual([]);
    expect(String(broken.at(-1))).toContain('could not be signed');
  });
});

describe('the signing identity', () => {
  it('is made once, for the owner alone, and is a chain that other programs understand', async () => {
    const own = join(folder, 'identity');
    const [one, two] = await Promise.all([keptIdentity(own, now)(), keptIdentity(own, now)()]);
    expect(one).toBe(two);
    expect((await stat(join(own, 'provenance.pem'))).mode & 0o777).toBe(0o600);
    const [signer, root] = readIdentity(one).chain.map((der) => new X509Certificate(der));
    expect(signer!.verify(root!.publicKey)).toBe(true);
    expect(signer!.checkIssued(root!)).toBe(true);
    expect([root!.ca, signer!.ca]).toEqual([true, false]);
    expect(signer!.checkPrivateKey(readIdentity(one).privateKey)).toBe(true);
  });
});
