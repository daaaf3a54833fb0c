import type { Context } from '../../../kit/context.ts'
import type { Input, Output } from '../../../kit/endpoint.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { PACKS } from '../packs.ts'
import { readPrivacySettings } from '../settings.ts'
import type { readWording as endpoint } from './contract.ts'
import { MARKETED, marketingWords, privacyWords } from './words.ts'

export async function readWording(ctx: Context, { pack }: Input<typeof endpoint>): Promise<Output<typeof endpoint>> {
  const law = pack ?? (await readPrivacySettings(ctx)).pack
  const { name, name2 } = await tenantDefaults(ctx)
  const business = { en: name, ar: name2 ?? name }
  return {
    pack: law,
    items: [
      { purpose: 'privacy', texts: privacyWords(law, business, PACKS[law].answerDays) },
      ...MARKETED.map((channel) => ({
        purpose: `marketing.${channel}`,
        texts: marketingWords(law, business, channel),
      })),
    ],
  }
}
