import type { Output } from '@kith/sdk'
import { MultiSelect } from '@mantine/core'
import { getCountries } from 'libphonenumber-js/min'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useCountryName } from '../../language/format.ts'
import { useAct } from '../act.ts'
import { BELOW, RulesCard } from './rules-card.tsx'

type Settings = Output<'verification.readSettings'>
const LIMITS = ['perContactPerHour', 'perContactPerDay', 'perAddressPerHour', 'perDay'] as const

export function CodeRules({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation()
  const countryName = useCountryName()
  const { servedCountries, ...decided } = settings
  const [next, setNext] = useState(decided)
  const save = useAct((kith) => kith.verification.changeSettings(next), {
    refreshes: ['rules'],
    says: t('settings.saved'),
    inForm: true,
  })
  const errors = refusedFields(save.error)
  return (
    <RulesCard act={save} onSubmit={() => save.mutate(undefined)} title={t('rules.codes')}>
      {LIMITS.map((limit) => (
        <NumberField
          allowDecimal={false}
          error={errors[limit]}
          key={limit}
          label={t(`codeLimit.${limit}`)}
          onChange={(value) => setNext((before) => ({ ...before, [limit]: Number(value) }))}
          value={next[limit]}
        />
      ))}
      <MultiSelect
        clearable
        data={getCountries().map((code) => ({ value: code as string, label: countryName(code) }))}
        description={
          next.countries === null &&
          t('rules.servedNow', { countries: servedCountries.map(countryName).join(t('audit.comma')) })
        }
        error={errors.countries}
        inputWrapperOrder={[...BELOW]}
        label={t('rules.countries')}
        nothingFoundMessage={t('shell.findNothing')}
        onChange={(chosen) => setNext((before) => ({ ...before, countries: chosen.length > 0 ? chosen : null }))}
        searchable
        style={{ gridColumn: '1 / -1' }}
        value={next.countries ?? []}
      />
    </RulesCard>
  )
}
