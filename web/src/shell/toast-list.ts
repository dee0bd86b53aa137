import type { AnyRouter } from '@tanstack/react-router';
import { createStore } from '../parts/store.ts';
import { announce } from './announce.ts';

export interface Toast {
  readonly id: number;
  readonly sentence: string;
  readonly tone: 'good' | 'bad' | 'plain';
  readonly action?: { readonly label: string; readonly act: (router: AnyRouter) => void };
}

/** More than these at a time is a crowd: the oldest leaves. */
const MOST_TOASTS = 3;
/** With something to tap on there has to be time to decide. */
const SECONDS = { withAction: 12, without: 6 } as const;

export const toasts = createStore<readonly Toast[]>([]);
let lastId = 0;

/** Shows a message at the edge of the window, and says it. For what is not in view; everything else is said in its place. */
export function showToast(news: Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone'] }): void {
  const toast = { tone: 'plain', ...news, id: ++lastId } as const;
  toasts.set([...toasts.get(), toast].slice(-MOST_TOASTS));
  announce(toast.sentence);
}

export function dismissToast(id: number): void {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}

export const secondsOf = ({ action }: Toast): number => (action === undefined ? SECONDS.without : SECONDS.withAction);
