/** Whether a model can be used with this key, told at start and by `reverie doctor`. */
export interface ModelProbe {
  readonly engine: string;
  readonly model: string;
  readonly state: 'usable' | 'not-activated' | 'retired' | 'key-refused' | 'unreachable' | 'unclear';
  /** The same in words, with what to do. */
  readonly sentence: string;
}
