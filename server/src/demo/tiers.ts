import type { Context } from '../kit/context.ts'
import { askForReview, changeTiers } from '../modules/loyalty/index.ts'

const RIAL = 1_000

/** A laundry’s customers spend little: its tiers begin lower than the usual ones. */
export async function reviewDemoTiers(ctx: Context): Promise<void> {
  await changeTiers(ctx, {
    tiers: [
      { key: 'bronze', name: { en: 'Bronze', ar: 'برونزية' }, from: 0 },
      { key: 'silver', name: { en: 'Silver', ar: 'فضية' }, from: 15 * RIAL },
      { key: 'gold', name: { en: 'Gold', ar: 'ذهبية' }, from: 40 * RIAL },
    ],
  })
  await askForReview(ctx)
}
