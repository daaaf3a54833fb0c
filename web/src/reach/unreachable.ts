import { KithRefusal } from '@kith/sdk'

const NOBODY_THERE = new Set([502, 503, 504])
export const isNobodyThere = (status: number) => NOBODY_THERE.has(status)

/** Whether nobody answered who could have decided: then it can only be tried again. */
export const isUnreachable = (error: unknown) => !(error instanceof KithRefusal) || isNobodyThere(error.status)
