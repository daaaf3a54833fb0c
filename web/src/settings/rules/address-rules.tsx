import type { Output } from '@kith/sdk'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../act.ts'
import { RulesCard } from './rules-card.tsx'

type Settings = Output<'addresses.readSettings'>
const VALIDATIONS = ['lenient', 'strict'] as const
const UNAVAILABLE = ['store', 'refuse'] as const

export function AddressRules({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation()
  const [next, setNext] = useState(settings)
  const save = useAct((kith) => kith.addresses.changeSettings(next), {
    refreshes: ['rules'],
    says: t('settings.saved'),
    inForm: true,
  })
  return (
    <RulesCard act={save} onSubmit={() => save.mutate(undefined)} title={t('rules.addresses')}>
      <Select
        allowDeselect={false}
        data={VALIDATIONS.map((one) => ({ value: one as string, label: t(`addressRule.${one}`) }))}
        label={t('rules.undeliverable')}
        onChange={(chosen) =>
          chosen && setNext((before) => ({ ...before, validation: chosen as Settings['validation'] }))
        }
        value={next.validation}
      />
      <Select
        allowDeselect={false}
        data={UNAVAILABLE.map((one) => ({ value: one as string, label: t(`addressRule.${one}`) }))}
        label={t('rules.unavailable')}
        onChange={(chosen) =>
          chosen && setNext((before) => ({ ...before, whenUnavailable: chosen as Settings['whenUnavailable'] }))
        }
        value={next.whenUnavailable}
      />
    </RulesCard>
  )
}
