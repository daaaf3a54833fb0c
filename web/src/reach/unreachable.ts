import { KithRefusal } from '@kith/sdk'

const NOBODY_THERE = new Set([502, 503, 504])
export const isNobodyThere = (status: number) => NOBODY_THERE.has(status)

/** Whether the server could not be reached: then a retry is the only option. */
export const isUnreachable = (error: unknown) => !(error instanceof KithRefusal) || isNobodyThere(error.status)
