import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { NAME_FORM } from '../../kit/problems.ts'
import { form } from '../../kit/text.ts'
import { changeSettings, readSettings, type Section } from '../tenants/index.ts'
import { PACK_NAMES } from './packs.ts'

const CONSUMERS_MOST = 20
const Days = (most: number) => z.int().min(1).max(most)

/** The name of a system downstream, such as `mailing` or `data-warehouse`. */
export const Consumer = form(/^[a-z0-9][a-z0-9-]{0,39}$/, NAME_FORM).meta({ example: 'mailing' })

const fields = {
  pack: z.enum(PACK_NAMES).meta({ description: 'The applicable privacy law' }),
  dueSoonDays: Days(60).meta({ description: 'Days before the deadline from which a request is due soon' }),
  exportKeptDays: Days(30).meta({ description: 'Days until an export is deleted' }),
  inactiveMonths: z
    .int()
    .min(1)
    .max(240)
    .meta({ description: 'Months of inactivity until a customer is flagged for review' }),
  guestsExpireDays: Days(3_650).meta({
    description: 'Days of inactivity until a guest without name, contact, login, order, consent or address is erased',
  }),
  consumers: z
    .array(Consumer)
    .max(CONSUMERS_MOST)
    .meta({ description: 'The systems that must acknowledge every erasure' }),
}

export const PrivacySettings = z
  .object({
    pack: fields.pack.default('pdpl-oman'),
    dueSoonDays: fields.dueSoonDays.default(7),
    exportKeptDays: fields.exportKeptDays.default(7),
    inactiveMonths: fields.inactiveMonths.default(24),
    guestsExpireDays: fields.guestsExpireDays.default(30),
    consumers: fields.consumers.default([]),
  })
  .meta({ id: 'PrivacySettings' })
/** Without defaults: omitted settings keep their value. */
export const PrivacySettingsChange = z.strictObject(z.object(fields).partial().shape)

const section: Section<typeof PrivacySettings> = { name: 'privacy', schema: PrivacySettings }

export const readPrivacySettings = (ctx: Context) => readSettings(ctx, section)
export function changePrivacySettings(ctx: Context, { consumers, ...decided }: z.output<typeof PrivacySettingsChange>) {
  const given = Object.fromEntries(Object.entries(decided).filter(([, value]) => value !== undefined))
  return changeSettings(ctx, section, { ...given, ...(consumers && { consumers: [...new Set(consumers)] }) })
}
