import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { useOwnName } from '../../membership/names.ts'
import type { Catalogue } from '../../membership/queries.ts'
import { replaced, without } from '../preferences/draft.ts'
import classes from '../settings-page.module.css'
import { NamedFields } from './named-fields.tsx'
import type { PartProps } from './part.ts'
import { SaidFields } from './said-fields.tsx'

type Plan = Catalogue['plans'][number]
const CYCLES = ['monthly', 'yearly', 'lifetime'] as const
const NEW: Plan = {
  key: '',
  name: { en: '', ar: '' },
  description: null,
  tier: 'basic',
  cycle: 'monthly',
  anchorDay: null,
  features: {},
  offered: true,
}

/** What customers can have. The free plan is what they have without any other. */
export function PlanRows({ catalogue, onChange, errors }: PartProps) {
  const { t } = useTranslation()
  const { plans } = catalogue
  return (
    <section aria-label={t('catalogue.plans')} className={classes.card} data-narrow>
      <h2 className={classes.cardTitle}>{t('catalogue.plans')}</h2>
      {plans.map((plan, at) => (
        <OnePlan
          catalogue={catalogue}
          errors={errors}
          key={at}
          onDrop={() => onChange({ plans: [...without(plans, at)] })}
          onPlan={(next) => onChange({ plans: [...replaced(plans, at, next)] })}
          path={`plans.${at}`}
          plan={plan}
        />
      ))}
      <Button onClick={() => onChange({ plans: [...plans, NEW] })} size="sm" variant="default">
        {t('catalogue.addPlan')}
      </Button>
    </section>
  )
}

interface Props {
  readonly plan: Plan
  readonly catalogue: Catalogue
  readonly onPlan: (plan: Plan) => void
  readonly onDrop: () => void
  readonly errors: Readonly<Record<string, string>>
  readonly path: string
}

function OnePlan({ plan, catalogue, onPlan, onDrop, errors, path }: Props) {
  const { t } = useTranslation()
  const nameOf = useOwnName()
  const isFree = plan.key === 'free'
  return (
    <fieldset aria-label={nameOf(plan.name)} className={classes.part} data-plan={plan.key}>
      <div className={classes.fields}>
        <TextInput
          classNames={{ input: 'kith-code-input' }}
          disabled={isFree}
          error={errors[`${path}.key`]}
          label={t('catalogue.key')}
          maxLength={40}
          onChange={(event) => onPlan({ ...plan, key: event.currentTarget.value })}
          size="sm"
          value={plan.key}
        />
        <NamedFields
          errors={errors}
          name={plan.name}
          onName={(name) => onPlan({ ...plan, name })}
          path={`${path}.name`}
        />
        <Select
          allowDeselect={false}
          data={catalogue.tiers.map(({ key, name }) => ({ value: key as string, label: nameOf(name) }))}
          disabled={isFree}
          label={t('catalogue.tier')}
          onChange={(chosen) =>
            onPlan({ ...plan, tier: catalogue.tiers.find(({ key }) => key === chosen)?.key ?? plan.tier })
          }
          size="sm"
          value={plan.tier}
        />
        <Select
          allowDeselect={false}
          data={CYCLES.map((one) => ({ value: one as string, label: t(`planCycle.${one}`) }))}
          label={t('plan.cycle')}
          onChange={(chosen) => onPlan({ ...plan, cycle: CYCLES.find((one) => one === chosen) ?? plan.cycle })}
          size="sm"
          value={plan.cycle}
        />
        <NumberField
          allowDecimal={false}
          error={errors[`${path}.anchorDay`]}
          label={t('catalogue.anchorDay')}
          max={31}
          min={1}
          onChange={(typed) => onPlan({ ...plan, anchorDay: typed === '' ? null : Number(typed) })}
          placeholder={t('catalogue.dayOfStart')}
          size="sm"
          value={plan.anchorDay ?? ''}
        />
      </div>
      <SaidFields
        errors={errors}
        features={catalogue.features}
        onSaid={(features) => onPlan({ ...plan, features })}
        path={`${path}.features`}
        said={plan.features}
      />
      {!isFree && (
        <div className={classes.head}>
          <Switch
            checked={plan.offered}
            label={t('catalogue.offered')}
            onChange={(event) => onPlan({ ...plan, offered: event.currentTarget.checked })}
            size="sm"
          />
          <Button onClick={onDrop} size="compact-sm" variant="subtle">
            {t('catalogue.remove')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
