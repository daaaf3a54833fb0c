import { useTranslation } from 'react-i18next'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { SchemaEditor } from './schema-editor.tsx'

const NEEDS = 'settings:manage'

/** The preference schema of the business. */
export function PreferencesPage() {
  const { t } = useTranslation()
  const read = useSetting(['preferences'], NEEDS, (kith, signal) => kith.preferences.readSchema({}, { signal }))
  return (
    <Section explained={t('settings.preferencesExplained')} needs={NEEDS} read={read} title={t('settings.preferences')}>
      {(schema) => <SchemaEditor key={JSON.stringify(schema)} schema={schema} />}
    </Section>
  )
}
