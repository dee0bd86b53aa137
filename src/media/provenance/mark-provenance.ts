import { spawn } from 'node:child_process';
import { appendFile, readFile, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DigitalSourceType } from '../../domain/provenance/source-type.ts';
import { boxesIn } from '../mp4-boxes.ts';
import { readXmpSourceType, xmpBox } from './xmp-box.ts';

const PROCESS = fileURLToPath(new URL('../../../dist/media/provenance/sign-clip-process.js', import.meta.url));
/** Half a second of processor time, on a machine that draws clips meanwhile. */
const LONGEST_MILLISECONDS = 60_000;
/** The box type of C2PA manifests in files of the MP4 family. */
const C2PA_UUID = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');

export interface ProvenanceParts {
  /** The signing identity as PEM: a key and its certificates. */
  readonly identity: () => Promise<string>;
  readonly onBroken: (error: unknown) => void;
}

/**
 * Marks a finished MP4, invisibly, with how it was made: in XMP, which many programs read, and in a signed C2PA manifest, which
 * tells when a byte was changed. A clip that is marked stays as it is. A manifest that cannot be made is told; the clip keeps
 * its XMP and is not held up.
 */
export function createProvenanceMark({ identity, onBroken }: ProvenanceParts) {
  return async (path: string, type: DigitalSourceType): Promise<void> => {
    const clip = await readFile(path);
    if (readXmpSourceType(clip) === undefined) await appendFile(path, xmpBox(type));
    if (hasManifest(clip)) return;
    const signedPath = `${path}.signed`;
    try {
      await signClip([path, signedPath, type], await identity());
      await rename(signedPath, path);
    } catch (error) {
      await rm(signedPath, { force: true });
      onBroken(error);
    }
  };
}

function hasManifest(clip: Buffer): boolean {
  return boxesIn(clip, 0, clip.length).some(({ type, bodyStart }) => {
    return type === 'uuid' && clip.subarray(bodyStart, bodyStart + C2PA_UUID.length).equals(C2PA_UUID);
  });
}

function signClip(parameters: readonly string[], identity: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROCESS, ...parameters], {
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: LONGEST_MILLISECONDS,
      killSignal: 'SIGKILL',
    });
    let log = '';
    child.stderr.on('data', (text: Buffer) => {
      log = (log + text.toString()).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code, killedBy) => {
      if (code === 0) resolve();
      else reject(new Error(`a clip could not be signed (${killedBy ?? `code ${code}`}): ${log}`));
    });
    // one that dies early closes its end of the pipe: its exit tells the story
    child.stdin.on('error', () => undefined);
    child.stdin.end(identity);
  });
}
