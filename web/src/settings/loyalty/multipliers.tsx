import type { Output } from '@kith/sdk'
import { Button, Group, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { Name } from '../../design/written.tsx'
import { useCalendarWords, useNumber } from '../../language/format.ts'
import { useTierName } from '../../loyalty/tier-name.ts'
import type { Tier } from './tier-rules.tsx'

type Multipliers = Output<'loyalty.readRules'>['rules']['multipliers']
type Kind = keyof Multipliers
/** A day of each, to name it in the language of the reader. */
const DAYS = {
  mon: '2024-01-01',
  tue: '2024-01-02',
  wed: '2024-01-03',
  thu: '2024-01-04',
  fri: '2024-01-05',
  sat: '2024-01-06',
  sun: '2024-01-07',
} as const satisfies Record<keyof Multipliers['days'], string>
const DOUBLE = '2'

interface Props {
  readonly multipliers: Multipliers
  readonly tiers: readonly Tier[]
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (multipliers: Multipliers) => void
}

/** What a tier, a day and a category make of the points; an empty field leaves them as they are. */
export function MultiplierFields({ multipliers, tiers, errors, onChange }: Props) {
  const { t } = useTranslation()
  const nameOf = useTierName()
  const number = useNumber()
  const { weekday } = useCalendarWords()
  const set = (kind: Kind, key: string, times: string) => {
    const { [key]: _, ...others } = multipliers[kind] as Record<string, string>
    onChange({ ...multipliers, [kind]: times === '' ? others : { ...others, [key]: times } })
  }
  const field = (kind: Kind, key: string, label: string) => (
    <NumberField
      error={errors[`multipliers.${kind}.${key}`]}
      key={key}
      label={<Name>{label}</Name>}
      name={`multipliers.${kind}.${key}`}
      onChange={(times) => set(kind, key, String(times))}
      placeholder={number(1)}
      value={(multipliers[kind] as Record<string, string>)[key] ?? ''}
      w="7rem"
    />
  )
  const days = Object.entries(DAYS)
  return (
    <>
      <Fields title={t('loyaltyRules.tierMultipliers')}>
        {tiers.map((tier) => field('tiers', tier.key, nameOf(tier)))}
      </Fields>
      <Fields title={t('loyaltyRules.dayMultipliers')}>
        {days.map(([key, day]) => field('days', key, weekday(day, 'long')))}
      </Fields>
      <Fields title={t('loyaltyRules.categoryMultipliers')}>
        {Object.keys(multipliers.categories).map((category) => field('categories', category, category))}
        <NewCategory onAdd={(category) => set('categories', category, DOUBLE)} />
      </Fields>
    </>
  )
}

function NewCategory({ onAdd }: { readonly onAdd: (category: string) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const category = typed.trim()
  return (
    <>
      <TextInput
        label={t('loyaltyRules.category')}
        maxLength={80}
        name="category"
        onChange={(event) => setTyped(event.currentTarget.value)}
        value={typed}
      />
      <Button
        disabled={category === ''}
        onClick={() => {
          onAdd(category)
          setTyped('')
        }}
        size="sm"
        variant="default"
      >
        {t('loyaltyRules.addCategory')}
      </Button>
    </>
  )
}

function Fields({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset style={{ gridColumn: '1 / -1', border: 0, margin: 0, padding: 0 }}>
      <legend>{title}</legend>
      <Group align="flex-end" gap="sm">
        {children}
      </Group>
    </fieldset>
  )
}
