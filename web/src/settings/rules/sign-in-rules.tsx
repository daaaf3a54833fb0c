import type { Output } from '@kith/sdk'
import { MultiSelect, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useAct } from '../act.ts'
import { useRoleWord } from '../staff/role-word.ts'
import { BELOW, RulesCard } from './rules-card.tsx'

type Settings = Output<'accounts.readSettings'>
const POLICIES = ['before_checkout', 'remind', 'off'] as const

interface Props {
  readonly settings: Settings
  readonly roles: Settings['mfaForRoles']
}

export function SignInRules({ settings, roles }: Props) {
  const { t } = useTranslation()
  const word = useRoleWord()
  const [next, setNext] = useState(settings)
  const set = (change: Partial<Settings>) => setNext((before) => ({ ...before, ...change }))
  const save = useAct((kith) => kith.accounts.changeSettings(next), {
    refreshes: ['rules'],
    says: t('settings.saved'),
    inForm: true,
  })
  const errors = refusedFields(save.error)
  return (
    <RulesCard act={save} onSubmit={() => save.mutate(undefined)} title={t('rules.signIn')}>
      <Select
        allowDeselect={false}
        data={POLICIES.map((one) => ({ value: one as string, label: t(`emailRule.${one}`) }))}
        label={t('rules.email')}
        onChange={(chosen) => chosen && set({ emailVerification: chosen as Settings['emailVerification'] })}
        value={next.emailVerification}
      />
      <MultiSelect
        data={roles.map((role) => ({ value: role as string, label: word(role) }))}
        description={t('rules.mfaExplained')}
        inputWrapperOrder={[...BELOW]}
        label={t('rules.mfa')}
        onChange={(chosen) => set({ mfaForRoles: chosen as Settings['mfaForRoles'] })}
        value={next.mfaForRoles}
      />
      <NumberField
        allowDecimal={false}
        description={t('rules.handOverExplained')}
        error={errors.handOverMonths}
        inputWrapperOrder={[...BELOW]}
        label={t('rules.handOver')}
        onChange={(value) => set({ handOverMonths: Number(value) })}
        value={next.handOverMonths}
      />
      <NumberField
        allowDecimal={false}
        description={t('rules.idleExplained')}
        error={errors.tillIdleMinutes}
        inputWrapperOrder={[...BELOW]}
        label={t('rules.idle')}
        onChange={(value) => set({ tillIdleMinutes: Number(value) })}
        value={next.tillIdleMinutes}
      />
    </RulesCard>
  )
}
