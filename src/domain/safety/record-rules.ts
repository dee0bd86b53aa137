/** Decisions are kept so long; the law wants them answerable, and people forgotten. */
export const DECISIONS_KEPT_DAYS = 180;
/** A refusal may be objected to for so long. */
export const APPEAL_WITHIN_DAYS = 30;
/** A notice that something shows or belongs to somebody is answered within so long (US TAKE IT DOWN Act). */
export const TAKEDOWN_WITHIN_HOURS = 48;
/** Strikes count for so long. */
export const STRIKES_COUNT_HOURS = 24;
