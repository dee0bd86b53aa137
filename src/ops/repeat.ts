/** Something that is done again and again until it is stopped. */
export interface Repetition {
  /** Resolves when nothing runs any more. */
  stop(): Promise<void>;
}

/**
 * Does `work` at once and then every `everySeconds` after it ended, never twice at the same time. What breaks is told, and
 * the next turn comes all the same.
 */
export function repeat(
  everySeconds: number,
  work: () => Promise<unknown>,
  onBroken: (error: unknown) => void,
): Repetition {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      onBroken(error);
    }
    if (!stopped) timer = setTimeout(next, everySeconds * 1000);
  };
  let running = Promise.resolve();
  const next = (): void => {
    running = turn();
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
