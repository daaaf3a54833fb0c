import type { Context } from '../../kit/context.ts'
import { keyHolder, keysOf } from '../customers/index.ts'
import { readSettings } from '../tenants/index.ts'
import { type Kept, readWord, readWords, SILENT, whatCounts } from './given.ts'
import { isQuiet, timeZoneOf } from './quiet-hours.ts'
import { quietHoursOf, wants } from './read.ts'
import { type Channel, preferenceSection } from './schema.ts'

interface Contact {
  readonly channel: Channel
  readonly topic: string
}

/** Whether the customer accepts this topic on this channel at this time; never for restricted customers. Consent is checked elsewhere. */
export async function mayContact(
  ctx: Context,
  customerId: string,
  { channel, topic, at = ctx.now }: Contact & { readonly at?: Date },
): Promise<boolean> {
  const [{ key, restricted }, schema] = await Promise.all([
    keyHolder(ctx, customerId),
    readSettings(ctx, preferenceSection),
  ])
  if (restricted) return false
  const kept = await readWord(ctx, key, customerId)
  if (kept.damaged) return false
  const said = whatCounts(kept.word)
  return wants(schema, said, channel, topic) && !isQuiet(quietHoursOf(said), await timeZoneOf(ctx, schema), at)
}

/** The customers among these who accept this topic on this channel at some time. */
export async function whoWants(
  ctx: Context,
  customerIds: readonly string[],
  { channel, topic }: Contact,
): Promise<ReadonlySet<string>> {
  const [keys, schema] = await Promise.all([keysOf(ctx, customerIds), readSettings(ctx, preferenceSection)])
  const kept = await readWords(ctx, keys)
  const wantsIt = ({ damaged, word }: Kept) => !damaged && wants(schema, whatCounts(word), channel, topic)
  return new Set([...keys.keys()].filter((id) => wantsIt(kept.get(id) ?? SILENT)))
}

/** Those among these customers whose quiet hours a time is in. */
export async function whoIsQuiet(ctx: Context, customerIds: readonly string[], at: Date): Promise<ReadonlySet<string>> {
  const [keys, schema] = await Promise.all([keysOf(ctx, customerIds), readSettings(ctx, preferenceSection)])
  const [kept, timeZone] = [await readWords(ctx, keys), await timeZoneOf(ctx, schema)]
  return new Set(
    [...kept].filter(([, { word }]) => isQuiet(quietHoursOf(whatCounts(word)), timeZone, at)).map(([id]) => id),
  )
}
