import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { EngineHouse, EnginePolicy } from '../app/ports/engine-house.ts';
import type { FileStorage } from '../app/ports/file-storage.ts';
import type { PictureAnimator } from '../app/ports/picture-animator.ts';
import type { PictureReader } from '../app/ports/picture-reader.ts';
import type { Database } from '../app/ports/sql.ts';
import type { VideoEngine } from '../app/ports/video-engine.ts';
import type { VoiceReader } from '../app/ports/voice-reader.ts';
import type { Config } from '../config/config.ts';
import type { EngineId } from '../config/engine-settings.ts';
import { createLocalRenderBoard } from '../db/stores/local-render-board.ts';
import { createLocalVideoEngine } from '../engines/local/local-video-engine.ts';
import { createClipWriter } from '../media/write-clip.ts';
import { hostedEngines } from './hosted-engines.ts';

export interface EngineParts {
  readonly config: Config;
  readonly database: Database;
  readonly storage: FileStorage;
  readonly pictures: PictureReader;
  readonly animator: PictureAnimator;
  readonly voices: VoiceReader;
  readonly now: () => Date;
  readonly onBroken: (error: unknown) => void;
}

interface HousedEngine {
  readonly engine: VideoEngine;
  readonly policy: EnginePolicy;
}

/**
 * The engines that the settings ask for, the one that is taken unless told otherwise first. The built-in one is always there,
 * for drafts.
 */
export function openEngines(parts: EngineParts): EngineHouse {
  const { order } = parts.config.engines;
  const place = ({ engine }: HousedEngine): number => [...order, engine.id].indexOf(engine.id as EngineId);
  const housed = [...hostedEngines({ ...parts, fetch }), localEngine(parts)];
  return new Map(housed.sort((one, other) => place(one) - place(other)).map((one) => [one.engine.id, one]));
}

/** It answers at once and draws on these machines: asked every second, so that its progress moves. */
function localEngine({ config, database, ...parts }: EngineParts): HousedEngine {
  const { perMachine, altogether } = config.localRenders;
  return {
    engine: createLocalVideoEngine({
      ...parts,
      clips: createClipWriter({ ffmpegCommand: config.ffmpegCommand }),
      board: createLocalRenderBoard(database),
      machine: `${hostname()} ${randomUUID()}`,
      mostRenders: perMachine,
    }),
    policy: {
      ...{ slots: altogether, everySeconds: 0.05, burst: 100, pollSeconds: 1 },
      ...{ startTimeoutSeconds: 10, doubtSeconds: 25, watchSeconds: 1800 },
    },
  };
}
