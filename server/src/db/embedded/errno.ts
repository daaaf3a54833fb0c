/** `EEXIST` and the like; empty for another error. */
export const errno = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
