import { Button, Group, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Feature } from '../../membership/queries.ts'
import { ValueField } from '../../membership/value-field.tsx'
import { replaced, without } from '../preferences/draft.ts'
import classes from '../settings-page.module.css'
import { NamedFields } from './named-fields.tsx'
import type { PartProps } from './part.ts'

const TYPES = ['boolean', 'number', 'choice', 'text'] as const
const DEFAULTS = { boolean: false, number: 0, choice: '', text: '' } as const
const NEW: Feature = { key: '', name: { en: '', ar: '' }, type: 'boolean', choices: [], default: false }

/** What there is to give: each feature has a type and a default. */
export function FeatureRows({ catalogue: { features }, onChange, errors }: PartProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('catalogue.features')} className={classes.card} data-narrow>
      <h2 className={classes.cardTitle}>{t('catalogue.features')}</h2>
      {features.map((feature, at) => (
        <OneFeature
          errors={errors}
          feature={feature}
          key={at}
          onDrop={() => onChange({ features: [...without(features, at)] })}
          onFeature={(next) => onChange({ features: [...replaced(features, at, next)] })}
          path={`features.${at}`}
        />
      ))}
      <Button onClick={() => onChange({ features: [...features, NEW] })} size="sm" variant="default">
        {t('catalogue.addFeature')}
      </Button>
    </section>
  )
}

interface Props {
  readonly feature: Feature
  readonly onFeature: (feature: Feature) => void
  readonly onDrop: () => void
  readonly errors: Readonly<Record<string, string>>
  readonly path: string
}

function OneFeature({ feature, onFeature, onDrop, errors, path }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset aria-label={feature.key} className={classes.part} data-feature={feature.key}>
      <div className={classes.fields}>
        <TextInput
          classNames={{ input: 'kith-code-input' }}
          error={errors[`${path}.key`]}
          label={t('catalogue.key')}
          maxLength={40}
          onChange={(event) => onFeature({ ...feature, key: event.currentTarget.value })}
          size="sm"
          value={feature.key}
        />
        <NamedFields
          errors={errors}
          name={feature.name}
          onName={(name) => onFeature({ ...feature, name })}
          path={`${path}.name`}
        />
        <Select
          allowDeselect={false}
          data={TYPES.map((type) => ({ value: type as string, label: t(`answer.${type}`) }))}
          label={t('catalogue.type')}
          onChange={(chosen) => {
            const type = TYPES.find((one) => one === chosen)
            if (type) onFeature({ ...feature, type, choices: [], default: DEFAULTS[type] })
          }}
          size="sm"
          value={feature.type}
        />
        {feature.type === 'choice' && (
          <TextInput
            classNames={{ input: 'kith-code-input' }}
            description={t('catalogue.choicesExplained')}
            error={errors[`${path}.choices`]}
            label={t('catalogue.choices')}
            onChange={(event) => onFeature({ ...feature, choices: choicesIn(event.currentTarget.value, feature) })}
            size="sm"
            value={feature.choices.map(({ key }) => key).join(' ')}
          />
        )}
        <ValueField
          error={errors[`${path}.default`]}
          feature={feature}
          label={t('catalogue.default')}
          onValue={(value) => onFeature({ ...feature, default: value ?? DEFAULTS[feature.type] })}
          value={feature.default}
        />
      </div>
      <Group justify="flex-end">
        <Button onClick={onDrop} size="compact-sm" variant="subtle">
          {t('catalogue.remove')}
        </Button>
      </Group>
    </fieldset>
  )
}

/** Typed one after another; what was named before keeps its names. */
const choicesIn = (typed: string, { choices }: Feature): Feature['choices'] =>
  typed
    .split(/[\s,،]/)
    .map(
      (key, at) => choices.find((one) => one.key === key) ?? { key, name: choices[at]?.name ?? { en: key, ar: key } },
    )
