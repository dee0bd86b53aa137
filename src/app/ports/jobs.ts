/** Work that is done later, by any machine. Handlers may run twice. */
export interface JobPayloads {
  /** Looks for clips that an engine can begin now. */
  readonly dispatch: { readonly engine: string };
  /** Takes an attempt as far as it goes now. */
  readonly advance: { readonly attemptId: string };
}
export type JobName = keyof JobPayloads;

/** Sends jobs as part of the transaction that makes them necessary. */
export interface JobSender {
  send<Name extends JobName>(
    name: Name,
    payload: JobPayloads[Name],
    options?: { readonly afterSeconds?: number },
  ): Promise<void>;
}
