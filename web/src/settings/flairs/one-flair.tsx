import type { Output } from '@kith/sdk'
import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { useOwnName } from '../../membership/names.ts'
import { NamedFields } from '../plans/named-fields.tsx'
import classes from '../settings-page.module.css'

export type Flair = Output<'membership.readFlairs'>['catalogue']['flairs'][number]
type Rule = NonNullable<Flair['rule']>
const RULES = ['none', 'orders', 'years', 'birthday', 'loyalty_tier'] as const
type RuleName = (typeof RULES)[number]
const FIRST: Readonly<Record<RuleName, Rule | null>> = {
  none: null,
  orders: { on: 'orders', count: 1 },
  years: { on: 'years', count: 1 },
  birthday: { on: 'birthday' },
  loyalty_tier: { on: 'loyalty_tier', tier: 'gold' },
}

interface Props {
  readonly flair: Flair
  readonly onFlair: (flair: Flair) => void
  readonly onDrop: () => void
  readonly errors: Readonly<Record<string, string>>
  readonly path: string
}

export function OneFlair({ flair, onFlair, onDrop, errors, path }: Props) {
  const { t } = useTranslation()
  const nameOf = useOwnName()
  return (
    <fieldset aria-label={nameOf(flair.name)} className={classes.part} data-flair={flair.key}>
      <div className={classes.fields}>
        <TextInput
          classNames={{ input: 'kith-code-input' }}
          error={errors[`${path}.key`]}
          label={t('catalogue.key')}
          maxLength={40}
          onChange={(event) => onFlair({ ...flair, key: event.currentTarget.value })}
          size="sm"
          value={flair.key}
        />
        <NamedFields
          errors={errors}
          name={flair.name}
          onName={(name) => onFlair({ ...flair, name })}
          path={`${path}.name`}
        />
        <TextInput
          error={errors[`${path}.icon`]}
          label={t('flairRules.icon')}
          maxLength={16}
          onChange={(event) => onFlair({ ...flair, icon: event.currentTarget.value })}
          size="sm"
          value={flair.icon}
        />
        <TextInput
          error={errors[`${path}.category`]}
          label={t('flairRules.category')}
          maxLength={40}
          onChange={(event) => onFlair({ ...flair, category: event.currentTarget.value || null })}
          size="sm"
          value={flair.category ?? ''}
        />
        <Select
          allowDeselect={false}
          data={RULES.map((one) => ({ value: one as string, label: t(`flairRule.${one}`) }))}
          label={t('flairRules.rule')}
          onChange={(chosen) => onFlair({ ...flair, rule: FIRST[RULES.find((one) => one === chosen) ?? 'none'] })}
          size="sm"
          value={flair.rule?.on ?? 'none'}
        />
        <RuleField error={errors[`${path}.rule`]} onRule={(rule) => onFlair({ ...flair, rule })} rule={flair.rule} />
      </div>
      <div className={classes.head}>
        <Switch
          checked={flair.offered}
          label={t('flairRules.offered')}
          onChange={(event) => onFlair({ ...flair, offered: event.currentTarget.checked })}
          size="sm"
        />
        <Button onClick={onDrop} size="compact-sm" variant="subtle">
          {t('catalogue.remove')}
        </Button>
      </div>
    </fieldset>
  )
}

interface RuleProps {
  readonly rule: Rule | null
  readonly onRule: (rule: Rule) => void
  readonly error: string | undefined
}

/** How many orders or years, or which tier. */
function RuleField({ rule, onRule, error }: RuleProps) {
  const { t } = useTranslation()
  if (rule?.on === 'orders' || rule?.on === 'years')
    return (
      <NumberField
        allowDecimal={false}
        error={error}
        label={t('flairRules.count')}
        min={1}
        onChange={(typed) => onRule({ ...rule, count: Number(typed) })}
        size="sm"
        value={rule.count}
      />
    )
  if (rule?.on === 'loyalty_tier')
    return (
      <TextInput
        classNames={{ input: 'kith-code-input' }}
        error={error}
        label={t('flairRules.tier')}
        onChange={(event) => onRule({ ...rule, tier: event.currentTarget.value })}
        size="sm"
        value={rule.tier}
      />
    )
  return null
}
