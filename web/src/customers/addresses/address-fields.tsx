import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { englishCountryName, useCountryName } from '../../language/format.ts'
import { toLanguage } from '../../language/language.ts'
import type { Values } from '../../person/edit/reconcile.ts'
import { useCountries } from '../map/countries.ts'
import { PointMap } from '../map/point-map.tsx'
import classes from './addresses.module.css'
import { type AddressField, type PAIRED, pointOf } from './fields.ts'
import { type AddressRules, useAddressRules } from './queries.ts'

const TYPES = ['home', 'work', 'other'] as const

interface Props {
  readonly values: Values
  readonly errors: Readonly<Record<string, string>>
  /** One field per part, in the script of the reader, and no map. */
  readonly isBrief: boolean
  readonly onChange: (changed: Values) => void
}

/** The fields of the country in both scripts, that of the reader first. */
export function AddressFields({ values, errors, isBrief, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const countryName = useCountryName()
  const countries = useCountries()
  const country = values['country'] ?? ''
  const { data: rules } = useAddressRules(country)
  const needs = (field: string) => rules?.needs.some((one) => one === field) ?? false
  const field = (name: AddressField) => ({
    autoComplete: 'off',
    error: errors[name],
    label: t(`addressField.${name}`),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
    value: values[name] ?? '',
  })
  const pair = (name: (typeof PAIRED)[number]) => {
    const both = [name, `${name}2`] as const
    const inOrder = i18n.language === 'ar' ? both.toReversed() : both
    // If neither is given, the one in the script of the reader is required.
    const isEmpty = both.every((one) => !values[one])
    const missing = errors[name] ?? errors[`${name}2`]
    // A value in the other script is shown to its owner.
    const asked = isBrief ? inOrder.filter((one) => one === inOrder[0] || values[one]) : inOrder
    return asked.map((one) => (
      <TextInput
        key={one}
        {...field(one)}
        error={isEmpty ? one === inOrder[0] && missing : errors[one]}
        withAsterisk={name === 'city' && needs('city') && one === inOrder[0]}
      />
    ))
  }
  return (
    <div className={classes.form}>
      <SegmentedControl
        aria-label={t('addressField.type')}
        data={TYPES.map((value) => ({ value, label: t(`addressType.${value}`) }))}
        onChange={(type) => onChange({ type })}
        value={values['type'] ?? 'home'}
      />
      <Select
        allowDeselect={false}
        aria-label={t('addressField.country')}
        data={[...new Set([country, ...countries])].map((value) => ({ value, label: countryName(value) }))}
        error={errors['country']}
        onChange={(value) => value && onChange({ country: value, subdivision: '' })}
        searchable
        value={country}
      />
      {pair('label')}
      {pair('building')}
      <TextInput {...field('floor')} />
      <TextInput {...field('apartment')} />
      {pair('street')}
      {pair('area')}
      {needs('line') && (
        <p className={classes.hint} data-whole>
          {t('address.lineNeeded')}
        </p>
      )}
      {pair('city')}
      <Subdivision
        error={errors['subdivision']}
        onChange={(subdivision) => onChange({ subdivision })}
        required={needs('subdivision')}
        rules={rules}
        value={values['subdivision'] ?? ''}
      />
      {rules?.postalCode !== null && (
        <TextInput
          {...field('postalCode')}
          classNames={{ input: 'kith-code-input' }}
          placeholder={rules?.postalCode.example ?? ''}
          withAsterisk={needs('postalCode')}
        />
      )}
      <div data-whole>
        <Textarea {...field('deliveryNotes')} maxRows={6} minRows={2} />
      </div>
      {!isBrief && <PointFields errors={errors} onChange={onChange} values={values} />}
    </div>
  )
}

/** The position on the map. */
function PointFields({ values, errors, onChange }: Omit<Props, 'isBrief'>) {
  const { t } = useTranslation()
  const coordinate = (name: 'latitude' | 'longitude') => (
    <TextInput
      autoComplete="off"
      classNames={{ input: 'kith-code-input' }}
      error={errors[name]}
      inputMode="decimal"
      label={t(`addressField.${name}`)}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      value={values[name] ?? ''}
    />
  )
  return (
    <>
      <div data-whole>
        <PointMap
          country={englishCountryName(values['country'] ?? '')}
          label={t('map.choose')}
          onMove={({ latitude, longitude }) => onChange({ latitude: String(latitude), longitude: String(longitude) })}
          point={pointOf(values)}
        />
        <p className={classes.hint}>{t('map.hint')}</p>
      </div>
      {coordinate('latitude')}
      {coordinate('longitude')}
    </>
  )
}

interface SubdivisionProps {
  readonly rules: AddressRules | undefined
  readonly value: string
  readonly required: boolean
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

/** A subdivision of the country; free text where none are known. */
function Subdivision({ rules, value, required, error, onChange }: SubdivisionProps) {
  const { t, i18n } = useTranslation()
  const common = { error, label: t('addressField.subdivision'), withAsterisk: required }
  if (!rules || rules.subdivisions.length === 0) {
    return (
      <TextInput
        {...common}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        value={value}
      />
    )
  }
  const language = toLanguage(i18n.language)
  return (
    <Select
      {...common}
      clearable={value !== ''}
      clearButtonProps={{ 'aria-label': t('act.clear') }}
      data={rules.subdivisions.map(({ code, name }) => ({ value: code, label: name[language] }))}
      onChange={(code) => onChange(code ?? '')}
      searchable
      value={value || null}
    />
  )
}
