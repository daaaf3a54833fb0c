import { KithRefusal } from '@kith/sdk'

const NOBODY_THERE = new Set([502, 503, 504])

/** Whether nobody answered who could have decided: then it can only be tried again. */
export const isUnreachable = (error: unknown) => !(error instanceof KithRefusal) || NOBODY_THERE.has(error.status)
