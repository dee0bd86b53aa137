import type { ClipFile } from './stores/clip-store.ts';

/** What the machines of this service are drawing, where all of them can see it. */
export interface LocalRender {
  readonly attemptId: string;
  readonly machine: string;
  readonly state: 'drawing' | 'finished' | 'failed' | 'cancelled';
  readonly framesDone: number;
  readonly frameCount: number;
  readonly file: ClipFile | undefined;
  readonly trouble: string | undefined;
  readonly message: string | undefined;
  readonly beatAt: Date;
}

export interface LocalRenderBoard {
  /** `false` when this attempt is already on the board. */
  begin(attemptId: string, machine: string, at: Date): Promise<boolean>;
  /** Tells that the machine is alive and how far it is; `false` when the render was cancelled meanwhile. */
  beat(attemptId: string, progress: { framesDone: number; frameCount: number }, at: Date): Promise<boolean>;
  finish(attemptId: string, end: { file: ClipFile } | { trouble: string; message: string }): Promise<void>;
  /** Asks the machine to stop; `false` when it was over already. */
  cancel(attemptId: string): Promise<boolean>;
  find(attemptId: string): Promise<LocalRender | undefined>;
}
