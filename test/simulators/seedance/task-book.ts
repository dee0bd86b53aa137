import type { Order } from './read-order.ts';
import { REFUSALS, type Refusal, type RefusalName } from './refusal.ts';

export type TaskStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'expired' | 'polishing';

export interface SimulatedTask {
  readonly id: string;
  readonly order: Order;
  readonly createdSeconds: number;
  /** What happens to it, by the name of a scenario of the step `task`. */
  readonly fate: string | undefined;
  status: TaskStatus;
  updatedSeconds: number;
  startedSeconds: number | undefined;
  deleted: boolean;
  /** Downloads that are still answered with `video_not_ready`. */
  notReadyHits: number;
}

export interface BookOptions {
  readonly nowSeconds: () => number;
  readonly random: () => number;
  readonly queueSeconds: number;
  readonly renderSeconds: number;
  readonly mostRunning: number;
  readonly mostQueued: number;
  readonly mostCreatesPerMinute: number;
  readonly onChange: (task: SimulatedTask) => void;
}

const RECORD_SECONDS = 7 * 24 * 3600;
const CANCELLED_RECORD_SECONDS = 24 * 3600;

/** The vendor's memory: tasks that wait, run and end as time goes on. */
export class TaskBook {
  readonly tasks = new Map<string, SimulatedTask>();
  private readonly createdAt: number[] = [];
  private readonly options: BookOptions;

  constructor(options: BookOptions) {
    this.options = options;
  }

  /** Takes an order, or says why not now. */
  create(order: Order, fate: string | undefined): SimulatedTask | Refusal {
    const { nowSeconds, mostQueued, mostCreatesPerMinute } = this.options;
    const now = nowSeconds();
    this.tick();
    if (this.createdAt.filter((at) => at > now - 60).length >= mostCreatesPerMinute) return REFUSALS.rpm;
    if (this.count('queued') >= mostQueued) return REFUSALS['queue-full'];
    this.createdAt.push(now);
    const task: SimulatedTask = {
      ...{ id: this.newId(now), order, createdSeconds: now, fate, status: 'queued', updatedSeconds: now },
      ...{ startedSeconds: undefined, deleted: false, notReadyHits: 0 },
    };
    this.tasks.set(task.id, task);
    this.options.onChange(task);
    return task;
  }

  find(id: string): SimulatedTask | undefined {
    this.tick();
    const task = this.tasks.get(id);
    return task === undefined || this.isForgotten(task) ? undefined : task;
  }

  /** The last seven days, newest first. */
  list(): SimulatedTask[] {
    this.tick();
    return [...this.tasks.values()].filter((task) => !this.isForgotten(task)).reverse();
  }

  /** Waiting tasks are cancelled, running ones are not, the record of ended ones goes. */
  delete(task: SimulatedTask): Refusal | undefined {
    if (task.status === 'running') return REFUSALS.running;
    if (task.status === 'queued') this.change(task, 'cancelled');
    else task.deleted = true;
    return undefined;
  }

  /** Brings every task to where it is by now. */
  tick(): void {
    const { nowSeconds, queueSeconds, renderSeconds, mostRunning } = this.options;
    const now = nowSeconds();
    for (const task of this.tasks.values()) {
      if (task.status === 'queued' && now - task.createdSeconds >= task.order.expiresAfterSeconds)
        this.change(task, 'expired');
      if (task.status === 'running' && now - (task.startedSeconds ?? now) >= renderSeconds) this.end(task);
    }
    for (const task of this.tasks.values()) {
      const waits = task.status !== 'queued' || now - task.createdSeconds < queueSeconds || task.fate === 'expires';
      if (waits || this.count('running') >= mostRunning) continue;
      task.startedSeconds = now;
      this.change(task, task.fate === 'new-state' ? 'polishing' : 'running');
    }
  }

  private end(task: SimulatedTask): void {
    if (task.fate === 'stuck') return;
    if (task.fate === 'vanishes') {
      task.deleted = true;
      task.updatedSeconds = this.options.nowSeconds();
    } else this.change(task, failureOf(task) === undefined ? 'succeeded' : 'failed');
  }

  private change(task: SimulatedTask, status: TaskStatus): void {
    task.status = status;
    task.updatedSeconds = this.options.nowSeconds();
    this.options.onChange(task);
  }

  private count(status: TaskStatus): number {
    return [...this.tasks.values()].filter((task) => task.status === status && !task.deleted).length;
  }

  private isForgotten({ deleted, status, createdSeconds, updatedSeconds }: SimulatedTask): boolean {
    const now = this.options.nowSeconds();
    if (status === 'cancelled' && now - updatedSeconds > CANCELLED_RECORD_SECONDS) return true;
    return deleted || now - createdSeconds > RECORD_SECONDS;
  }

  /** `cgt-` and the time in UTC+8, and five letters or digits. */
  private newId(nowSeconds: number): string {
    const stamp = new Date((nowSeconds + 8 * 3600) * 1000).toISOString().replace(/[-:T]/g, '').slice(0, 14);
    const letters = Array.from({ length: 5 }, () => Math.floor(this.options.random() * 36).toString(36)).join('');
    const id = `cgt-${stamp}-${letters}`;
    return this.tasks.has(id) ? this.newId(nowSeconds) : id;
  }
}

/** Why a task failed, in the vendor's words. */
export function failureOf({ fate }: SimulatedTask): Refusal | undefined {
  if (fate === 'go-words') return REFUSALS['output-refused'];
  return fate !== undefined && fate in REFUSALS ? REFUSALS[fate as RefusalName] : undefined;
}

/** What a finished clip is billed. */
export const tokensOf = ({ order: { widthPixels, heightPixels, seconds } }: SimulatedTask): number =>
  Math.floor((widthPixels * heightPixels * (24 * seconds + 1)) / 1024);

/** Tasks that cost money: those that were finished, whether somebody fetched them or not. */
export const isBilled = ({ status }: SimulatedTask): boolean => status === 'succeeded';
