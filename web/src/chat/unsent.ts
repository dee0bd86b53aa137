import { createStore, useStore } from '../parts/store.ts';

/** A message on its way: shown at once, gone when the conversation has it. */
export interface Unsent {
  readonly key: string;
  readonly chatId: string;
  readonly body: string;
}

const unsent = createStore<readonly Unsent[]>([]);

export const useUnsent = (chatId: string): readonly Unsent[] =>
  useStore(unsent).filter((message) => message.chatId === chatId);

export const showUnsent = (message: Unsent): void => unsent.set([...unsent.get(), message]);
export const hideUnsent = (key: string): void => unsent.set(unsent.get().filter((message) => message.key !== key));
