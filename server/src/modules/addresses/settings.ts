import type { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { changeSettings, readSettings, type Section } from '../tenants/index.ts'
import { AddressSettings, type AddressSettingsChange } from './shapes.ts'

const SECTION: Section<typeof AddressSettings> = { name: 'addresses', schema: AddressSettings }

export const addressSettings = (ctx: Context) => readSettings(ctx, SECTION)
export const changeAddressSettings = (ctx: Context, decided: z.output<typeof AddressSettingsChange>) =>
  changeSettings(ctx, SECTION, decided)
