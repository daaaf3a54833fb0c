import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { Decisions } from './decisions.tsx'
import { EarningRules } from './earning-rules.tsx'
import { Liability } from './liability.tsx'
import { Reviews } from './reviews.tsx'
import { type DecidedTiers, TierRules } from './tier-rules.tsx'

const NEEDS = 'loyalty:manage'

/** How points are earned and redeemed, which tiers there are, and what is owed. */
export function LoyaltyPage() {
  const { t } = useTranslation()
  const read = useSetting(['loyalty'], NEEDS, async (kith, signal) => {
    const [points, tiers, liability] = await Promise.all([
      kith.loyalty.readRules({}, { signal }),
      kith.loyalty.readTiers({}, { signal }),
      kith.loyalty.liability({}, { signal }),
    ])
    return { points, tiers, liability }
  })
  return (
    <Section explained={t('settings.loyaltyExplained')} needs={NEEDS} read={read} title={t('settings.loyalty')}>
      {({ points, tiers, liability }) => (
        <>
          <EarningRules decided={points} key={`points ${points.version}`} tiers={tiers.rules.tiers} />
          <Tiers decided={tiers} key={`tiers ${tiers.version}`} />
          <Liability liability={liability} />
          <Decisions />
        </>
      )}
    </Section>
  )
}

/** The tiers, and what a review by them would change before they are saved. */
function Tiers({ decided }: { readonly decided: DecidedTiers }) {
  const [next, setNext] = useState(decided.rules)
  return (
    <>
      <TierRules currency={decided.currency} next={next} onNext={setNext} />
      <Reviews program={next} />
    </>
  )
}
