/** A proxy passes a body of this size without being told to. */
export const PART_BYTES = 1024 * 1024
export const MOST_PARTS = 2_000
