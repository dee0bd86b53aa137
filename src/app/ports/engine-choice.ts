/** How the operator wants an engine to be chosen. */
export interface EngineChoice {
  /** Ids of engines for people of a plan; the first one that can make a clip makes it. */
  readonly orderFor: (planId: string) => readonly string[];
  /** A face that an engine takes for a real person's: the next engine makes the clip, or the person is told and decides. */
  readonly whenFaceRefused: 'next' | 'ask';
}
