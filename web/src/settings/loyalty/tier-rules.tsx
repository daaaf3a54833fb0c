import type { Output } from '@kith/sdk'
import { Button, Group, Select, TextInput } from '@mantine/core'
import type { Dispatch, SetStateAction } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useAct } from '../act.ts'
import { RulesCard } from '../rules/rules-card.tsx'
import { fromMinor, toMinor } from './minor.ts'

export type DecidedTiers = Output<'loyalty.readTiers'>
export type TierProgram = DecidedTiers['rules']
export type Tier = TierProgram['tiers'][number]
const DOWNGRADES = ['one_step', 'by_value'] as const

interface Props {
  readonly currency: string
  readonly next: TierProgram
  readonly onNext: Dispatch<SetStateAction<TierProgram>>
}

/** The tiers from the lowest up, and how one falls. */
export function TierRules({ currency, next, onNext: setNext }: Props) {
  const { t } = useTranslation()
  const save = useAct((kith) => kith.loyalty.changeTiers(next), {
    refreshes: ['loyalty'],
    says: t('settings.saved'),
    inForm: true,
  })
  const errors = refusedFields(save.error)
  const change = (at: number, tier: Partial<Tier>) =>
    setNext((before) => ({
      ...before,
      tiers: before.tiers.map((one, index) => (index === at ? { ...one, ...tier } : one)),
    }))
  const drop = (at: number) =>
    setNext((before) => ({ ...before, tiers: before.tiers.filter((_, index) => index !== at) }))
  const add = () =>
    setNext((before) => {
      const last = before.tiers.at(-1)
      const key = `tier-${before.tiers.length + 1}`
      return { ...before, tiers: [...before.tiers, { key, name: { en: '', ar: '' }, from: (last?.from ?? 0) * 2 }] }
    })
  return (
    <RulesCard act={save} onSubmit={() => save.mutate(undefined)} title={t('loyaltyRules.tiers')}>
      {next.tiers.map((tier, at) => (
        <Group align="flex-end" gap="sm" key={tier.key} style={{ gridColumn: '1 / -1' }} wrap="wrap">
          <TextInput
            error={errors[`tiers.${at}.name.en`]}
            label={t('loyaltyRules.nameEn')}
            onChange={(event) => change(at, { name: { ...tier.name, en: event.currentTarget.value } })}
            value={tier.name.en}
          />
          <TextInput
            dir="rtl"
            error={errors[`tiers.${at}.name.ar`]}
            label={t('loyaltyRules.nameAr')}
            onChange={(event) => change(at, { name: { ...tier.name, ar: event.currentTarget.value } })}
            value={tier.name.ar}
          />
          <NumberField
            disabled={at === 0}
            error={errors[`tiers.${at}.from`]}
            label={t('loyaltyRules.from', { currency })}
            onChange={(value) => change(at, { from: toMinor(Number(value), currency) })}
            value={fromMinor(tier.from, currency)}
          />
          {at > 0 && (
            <Button onClick={() => drop(at)} size="sm" variant="subtle">
              {t('act.delete')}
            </Button>
          )}
        </Group>
      ))}
      <Button onClick={add} size="sm" style={{ justifySelf: 'start' }} variant="default">
        {t('loyaltyRules.addTier')}
      </Button>
      <span />
      <Select
        allowDeselect={false}
        data={DOWNGRADES.map((one) => ({ value: one as string, label: t(`loyaltyDowngrade.${one}`) }))}
        label={t('loyaltyRules.downgrade')}
        onChange={(chosen) =>
          chosen && setNext((before) => ({ ...before, downgrade: chosen as typeof before.downgrade }))
        }
        value={next.downgrade}
      />
      <NumberField
        allowDecimal={false}
        error={errors['graceDays']}
        label={t('loyaltyRules.graceDays')}
        onChange={(value) => setNext((before) => ({ ...before, graceDays: Number(value) }))}
        value={next.graceDays}
      />
    </RulesCard>
  )
}
