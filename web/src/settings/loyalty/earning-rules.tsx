import type { Output } from '@kith/sdk'
import { Alert, Button, Select, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useAmount, useNumber } from '../../language/format.ts'
import { useAct } from '../act.ts'
import { RulesCard } from '../rules/rules-card.tsx'
import { fromMinor, toMinor } from './minor.ts'
import { MultiplierFields } from './multipliers.tsx'
import type { Tier } from './tier-rules.tsx'

export type DecidedPoints = Output<'loyalty.readRules'>
type Rules = DecidedPoints['rules']
const COUNTS = [
  'welcome',
  'birthday',
  'reservationMinutes',
  'offlineAllowance',
  'announceDays',
  'returnWindowDays',
] as const
const MAYBE = ['capPerDay', 'expiresAfterMonths', 'confirmAbove'] as const
const CHOICES = {
  pendingUntil: ['at_once', 'delivered', 'return_window'],
  rounding: ['down', 'nearest', 'up'],
} as const

interface Props {
  readonly decided: DecidedPoints
  readonly tiers: readonly Tier[]
}

/** The rules of points; what they would have cost is tried before they are saved. */
export function EarningRules({ decided: { rules, currency }, tiers }: Props) {
  const { t } = useTranslation()
  const [next, setNext] = useState(rules)
  const set = (change: Partial<Rules>) => setNext((before) => ({ ...before, ...change }))
  const save = useAct((kith) => kith.loyalty.changeRules(next), {
    refreshes: ['loyalty'],
    says: t('settings.saved'),
    inForm: true,
  })
  const errors = refusedFields(save.error)
  const money = (minor: number) => fromMinor(minor, currency)
  return (
    <RulesCard act={save} onSubmit={() => save.mutate(undefined)} title={t('loyaltyRules.points')}>
      <NumberField
        allowDecimal={false}
        error={errors['earn.points']}
        label={t('loyaltyRules.earnPoints')}
        onChange={(value) => set({ earn: { ...next.earn, points: Number(value) } })}
        value={next.earn.points}
      />
      <NumberField
        error={errors['earn.per']}
        label={t('loyaltyRules.earnPer', { currency })}
        onChange={(value) => set({ earn: { ...next.earn, per: toMinor(Number(value), currency) } })}
        value={money(next.earn.per)}
      />
      <NumberField
        allowDecimal={false}
        error={errors['redeem.points']}
        label={t('loyaltyRules.redeemPoints')}
        onChange={(value) => set({ redeem: { ...next.redeem, points: Number(value) } })}
        value={next.redeem.points}
      />
      <NumberField
        error={errors['redeem.amount']}
        label={t('loyaltyRules.redeemAmount', { currency })}
        onChange={(value) => set({ redeem: { ...next.redeem, amount: toMinor(Number(value), currency) } })}
        value={money(next.redeem.amount)}
      />
      <NumberField
        error={errors['minimum']}
        label={t('loyaltyRules.minimum', { currency })}
        onChange={(value) => set({ minimum: toMinor(Number(value), currency) })}
        value={money(next.minimum)}
      />
      {COUNTS.map((name) => (
        <NumberField
          allowDecimal={false}
          error={errors[name]}
          key={name}
          label={t(`loyaltyRule.${name}`)}
          onChange={(value) => set({ [name]: Number(value) })}
          value={next[name]}
        />
      ))}
      {MAYBE.map((name) => (
        <NumberField
          allowDecimal={false}
          error={errors[name]}
          key={name}
          label={t(`loyaltyRule.${name}`)}
          onChange={(value) => set({ [name]: value === '' ? null : Number(value) })}
          placeholder={t('loyaltyRules.never')}
          value={next[name] ?? ''}
        />
      ))}
      <Select
        allowDeselect={false}
        data={CHOICES.pendingUntil.map((one) => ({ value: one as string, label: t(`loyaltyPending.${one}`) }))}
        label={t('loyaltyRules.pendingUntil')}
        onChange={(chosen) => chosen && set({ pendingUntil: chosen as Rules['pendingUntil'] })}
        value={next.pendingUntil}
      />
      <Select
        allowDeselect={false}
        data={CHOICES.rounding.map((one) => ({ value: one as string, label: t(`loyaltyRounding.${one}`) }))}
        label={t('loyaltyRules.rounding')}
        onChange={(chosen) => chosen && set({ rounding: chosen as Rules['rounding'] })}
        value={next.rounding}
      />
      <Switch
        checked={next.provedOnly}
        label={t('loyaltyRules.provedOnly')}
        onChange={(event) => set({ provedOnly: event.currentTarget.checked })}
      />
      <MultiplierFields
        errors={errors}
        multipliers={next.multipliers}
        onChange={(multipliers) => set({ multipliers })}
        tiers={tiers}
      />
      <Simulation rules={next} />
    </RulesCard>
  )
}

const DAYS = 90

/** What these rules would have given for the orders of the last days. */
function Simulation({ rules }: { readonly rules: Rules }) {
  const { t } = useTranslation()
  const number = useNumber()
  const amount = useAmount()
  const run = useAct((kith) => kith.loyalty.simulate({ rules, days: DAYS }), { refreshes: ['none'] })
  return (
    <div style={{ gridColumn: '1 / -1' }}>
      <Button data-simulate loading={run.isPending} onClick={() => run.mutate(undefined)} size="sm" variant="default">
        {t('loyaltyRules.simulate', { days: number(DAYS) })}
      </Button>
      {run.data && (
        <Alert color="gray" data-simulation mt="sm" role="status" variant="light">
          {t('loyaltyRules.simulated', {
            orders: number(run.data.orders),
            present: number(run.data.present.points),
            wanted: number(run.data.wanted.points),
            cost: `${amount(run.data.difference.worth)} ${run.data.currency}`,
          })}
        </Alert>
      )}
    </div>
  )
}
