import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { changeKeptDays, type Keeping, readKeptDays } from '../../tenants/index.ts'
import type { changeRetention as change } from './contract.ts'

const keeping = ({ config }: Context): Keeping => ({ name: 'messages', usualDays: config.KITH_MESSAGES_KEPT_DAYS })

export const readRetention = (ctx: Context) => readKeptDays(ctx, keeping(ctx))

export const changeRetention = (ctx: Context, { keepDays }: Input<typeof change>) =>
  changeKeptDays(ctx, keeping(ctx), keepDays)

export const daysKept = async (ctx: Context): Promise<number> => (await readRetention(ctx)).daysNow
