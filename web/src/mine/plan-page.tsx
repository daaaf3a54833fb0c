import { useTranslation } from 'react-i18next'
import { useOwnPlan } from '../account/own.ts'
import { Section } from '../account/section.tsx'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { FeatureList } from '../membership/feature-list.tsx'
import { FlairList } from '../membership/flair-list.tsx'
import { PlanList } from '../membership/plan-list.tsx'
import { OwnPage } from './page.tsx'

export function OwnPlanPage() {
  const { t } = useTranslation()
  return (
    <OwnPage explained={t('mine.planExplained')} title={t('mine.plan')}>
      <Plan />
    </OwnPage>
  )
}

/** The plan one has, what it gives, and what one has earned. */
function Plan() {
  const { t } = useTranslation()
  const { data, error, refetch } = useOwnPlan()
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  return (
    <>
      <PlanList plans={data.plans} />
      <Section title={t('plan.features')}>
        <FeatureList features={data.features} />
      </Section>
      <Section title={t('flair.flairs')}>
        <FlairList flairs={data.flairs} />
      </Section>
    </>
  )
}
