import { useTranslation } from 'react-i18next'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { CatalogueForm } from './catalogue-form.tsx'

const NEEDS = 'plans:manage'

/** The plans, what they give, and the order of the tiers. */
export function PlansPage() {
  const { t } = useTranslation()
  const read = useSetting(['plans'], NEEDS, (kith, signal) => kith.membership.readPlans({}, { signal }))
  return (
    <Section explained={t('settings.plansExplained')} needs={NEEDS} read={read} title={t('settings.plans')}>
      {(decided) => <CatalogueForm decided={decided} key={decided.version} />}
    </Section>
  )
}
