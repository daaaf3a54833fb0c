/** How long a test waits for a condition before it calls it missed: no promise about speed, only the end of a hang. */
export const PATIENCE_MS = 120_000
/** A whole test or hook; longer than any wait in it, so that a failed wait is what is reported. */
export const TEST_MS = 900_000
