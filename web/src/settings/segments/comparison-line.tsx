import { MultiSelect, NativeSelect, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TypedDayField } from '../../design/dates/typed-day-field.tsx'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { fromMinor, toMinor } from '../loyalty/minor.ts'
import { type Attribute, type Attributes, type Comparison, comparisonOf, withOperator } from './rule.ts'
import classes from './segments.module.css'

interface Props {
  readonly comparison: Comparison
  readonly attributes: Attributes
  readonly path: string
  readonly errors: Readonly<Record<string, string>>
  readonly onComparison: (comparison: Comparison) => void
}

/** One condition: what, in which days, how, and with what it is compared. */
export function ComparisonLine({ comparison, attributes: { items, currency }, path, errors, onComparison }: Props) {
  const { t } = useTranslation()
  const attribute = items.find(({ key }) => key === comparison.attribute)
  const another = (key: string) => onComparison(comparisonOf(items.find((one) => one.key === key)!))
  return (
    <div className={classes.line}>
      <NativeSelect
        aria-label={t('rule.what')}
        data={items.map(({ key, label }) => ({ value: key, label }))}
        error={errors[`${path}.attribute`]}
        onChange={(event) => another(event.currentTarget.value)}
        size="sm"
        value={comparison.attribute}
      />
      {attribute && (
        <>
          {attribute.windowed && <Window comparison={comparison} onComparison={onComparison} />}
          <NativeSelect
            aria-label={t('rule.how')}
            data={attribute.operators.map(({ is }) => ({ value: is, label: t(`ruleIs.${is}`) }))}
            error={errors[`${path}.is`]}
            onChange={(event) =>
              onComparison(withOperator(comparison, attribute, event.currentTarget.value as Comparison['is']))
            }
            size="sm"
            value={comparison.is}
          />
          <Value
            attribute={attribute}
            comparison={comparison}
            currency={currency}
            error={errors[`${path}.value`]}
            onComparison={onComparison}
          />
        </>
      )}
    </div>
  )
}

const WINDOWS = [7, 30, 90, 180, 365] as const
type Change = Pick<Props, 'comparison' | 'onComparison'>

function Window({ comparison, onComparison }: Change) {
  const { t } = useTranslation()
  const { window, ...rest } = comparison
  const known = [...new Set([...WINDOWS, ...(window ? [window.days] : [])])].sort((a, b) => a - b)
  return (
    <NativeSelect
      aria-label={t('rule.window')}
      data={[
        { value: '', label: t('rule.ever') },
        ...known.map((days) => ({ value: String(days), label: t('rule.lastDays', { days }) })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        onComparison(value === '' ? rest : { ...rest, window: { days: Number(value) } })
      }
      size="sm"
      value={window ? String(window.days) : ''}
    />
  )
}

interface ValueProps extends Change {
  readonly attribute: Attribute
  readonly currency: string
  readonly error: string | undefined
}

function Value({ attribute, comparison, currency, error, onComparison }: ValueProps) {
  const { t } = useTranslation()
  const wants = attribute.operators.find(({ is }) => is === comparison.is)?.wants
  const set = (value: NonNullable<Comparison['value']>) => onComparison({ ...comparison, value })
  const shared = { 'aria-label': t('rule.value'), error, size: 'sm' } as const
  if (wants === 'nothing' || wants === undefined) return null
  if (wants === 'words') {
    const words = Array.isArray(comparison.value) ? comparison.value : []
    return attribute.choices ? (
      <MultiSelect {...shared} data={attribute.choices} hidePickedOptions onChange={set} value={words} />
    ) : (
      <TagsInput {...shared} onChange={set} placeholder={words.length === 0 ? t('rule.words') : ''} value={words} />
    )
  }
  if (wants === 'day') {
    const day = typeof comparison.value === 'string' ? comparison.value : ''
    return <TypedDayField {...shared} onChange={set} value={day} />
  }
  const isMoney = attribute.type === 'money'
  const isAny = attribute.type === 'kept_number' && wants === 'number'
  const number = Number(comparison.value ?? 0)
  return (
    <NumberField
      {...shared}
      allowDecimal={isMoney || isAny}
      allowNegative={isAny}
      className={classes.number}
      onChange={(typed) => set(isMoney ? toMinor(Number(typed), currency) : Number(typed))}
      suffix={wants === 'days' ? ` ${t('rule.days')}` : isMoney ? ` ${currency}` : ''}
      value={isMoney ? fromMinor(number, currency) : number}
    />
  )
}
