import { useTranslation } from 'react-i18next'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { FlairForm } from './flair-form.tsx'
import { FlairRuns } from './flair-runs.tsx'

const NEEDS = 'plans:manage'

/** Which flairs there are, which rules give them, and what the rules would give now. */
export function FlairsPage() {
  const { t } = useTranslation()
  const read = useSetting(['flairs'], NEEDS, (kith, signal) => kith.membership.readFlairs({}, { signal }))
  return (
    <Section explained={t('settings.flairsExplained')} needs={NEEDS} read={read} title={t('settings.flairs')}>
      {(decided) => (
        <>
          <FlairForm decided={decided} key={decided.version} />
          <FlairRuns />
        </>
      )}
    </Section>
  )
}
