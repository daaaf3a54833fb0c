import { keysOf } from '../../kit/known.ts'
/** The deadlines of a law in calendar days; null where the law sets none. */
export interface Pack {
  readonly answerDays: number
  /** Possible once, and only where the law allows it. */
  readonly extensionDays: number | null
  /** Deadline for notifying the authority of a breach. */
  readonly breachHours: number | null
}

const GDPR: Pack = { answerDays: 30, extensionDays: 60, breachHours: 72 }
const PDPL_OMAN: Pack = { answerDays: 30, extensionDays: null, breachHours: 72 }
const CCPA: Pack = { answerDays: 45, extensionDays: 45, breachHours: null }

export const PACKS = { gdpr: GDPR, 'pdpl-oman': PDPL_OMAN, ccpa: CCPA } as const satisfies Record<string, Pack>
export type PackName = keyof typeof PACKS
export const PACK_NAMES = keysOf(PACKS)

export const daysAfter = (from: Date, days: number) => new Date(from.getTime() + days * 86_400_000)
export const hoursAfter = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000)
