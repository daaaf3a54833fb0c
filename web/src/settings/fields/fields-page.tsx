import { useTranslation } from 'react-i18next'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { FieldsEditor } from './fields-editor.tsx'

const NEEDS = 'settings:manage'

/** The fields that the business adds to persons and addresses. */
export function FieldsPage() {
  const { t } = useTranslation()
  const read = useSetting(['fields'], NEEDS, (kith, signal) => kith.customers.readOwnFields({}, { signal }))
  return (
    <Section explained={t('settings.fieldsExplained')} needs={NEEDS} read={read} title={t('settings.fields')}>
      {(fields) => <FieldsEditor fields={fields} key={JSON.stringify(fields)} />}
    </Section>
  )
}
