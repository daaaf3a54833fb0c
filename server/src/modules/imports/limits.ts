/** A proxy passes a body of this size without being told to. */
export const PART_BYTES = 1024 * 1024
export const MOST_PARTS = 2_000
/** Of a business: uploads that are not complete, parts of all files that were not read, and bytes of files that are kept. */
export const MOST_UPLOADS = 20
export const MOST_WAITING_PARTS = 3 * MOST_PARTS
export const MOST_KEPT_BYTES = 20 * 1024 ** 3
