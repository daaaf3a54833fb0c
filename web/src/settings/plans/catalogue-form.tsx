import type { Output } from '@kith/sdk'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useAct } from '../act.ts'
import { FeatureRows } from './feature-rows.tsx'
import type { PartProps } from './part.ts'
import { PlanRows } from './plan-rows.tsx'
import { TierRows } from './tier-rows.tsx'

/** The catalogue as a whole: its parts speak of each other. */
export function CatalogueForm({ decided }: { readonly decided: Output<'membership.readPlans'> }) {
  const { t } = useTranslation()
  const [catalogue, setCatalogue] = useState(decided.catalogue)
  const save = useAct((kith) => kith.membership.changePlans(catalogue, { ifMatch: decided.version }), {
    refreshes: ['plans'],
    says: t('settings.saved'),
    inForm: true,
  })
  const part: PartProps = {
    catalogue,
    onChange: (change) => setCatalogue((before) => ({ ...before, ...change })),
    errors: refusedFields(save.error),
  }
  return (
    <Form act={save} onSubmit={() => save.mutate(undefined)} submit={t('act.save')}>
      <PlanRows {...part} />
      <FeatureRows {...part} />
      <TierRows {...part} />
    </Form>
  )
}
