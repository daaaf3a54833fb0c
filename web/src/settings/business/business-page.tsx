import { Select, TextInput } from '@mantine/core'
import { getCountries } from 'libphonenumber-js/min'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useCountryName } from '../../language/format.ts'
import type { Tenant } from '../../session/session.ts'
import { useTenantChanged } from '../../session/tenant.ts'
import { useAct, useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import classes from '../settings-page.module.css'
import { CurrencyForm } from './currency-form.tsx'
import { FaceForm } from './face-form.tsx'

const KEY = ['business'] as const
const NEEDS = 'settings:manage'
const LOCALES = ['en', 'ar'] as const

export function BusinessPage() {
  const { t } = useTranslation()
  const read = useSetting(KEY, NEEDS, async (kith, signal) => {
    const [tenant, orders, face] = await Promise.all([
      kith.tenants.get({}, { signal }),
      kith.orders.readSettings({}, { signal }),
      kith.tenants.face({}, { signal }),
    ])
    return { tenant, orders, face }
  })
  return (
    <Section explained={t('settings.businessExplained')} needs={NEEDS} read={read} title={t('settings.business')}>
      {({ tenant, orders, face }) => (
        <>
          <div className={classes.card} data-narrow>
            <BusinessForm key={tenant.version} tenant={tenant} />
          </div>
          <FaceForm face={face} refreshes={KEY} />
          <CurrencyForm decided={orders} key={orders.currency} refreshes={KEY} />
        </>
      )}
    </Section>
  )
}

function BusinessForm({ tenant }: { readonly tenant: Tenant }) {
  const { t } = useTranslation()
  const countryName = useCountryName()
  const changed = useTenantChanged()
  const [name, setName] = useState(tenant.name)
  const [name2, setName2] = useState(tenant.name2 ?? '')
  const [country, setCountry] = useState(tenant.country)
  const [locale, setLocale] = useState(tenant.locale)
  const [zone, setZone] = useState(tenant.ownTimeZone)
  const save = useAct(
    (kith) =>
      kith.tenants.change(
        { name, name2: name2.trim() || null, country, locale, timeZone: zone },
        { ifMatch: tenant.version },
      ),
    { refreshes: KEY, says: t('settings.saved'), onDone: changed, inForm: true },
  )
  const errors = refusedFields(save.error)
  const countries = useMemo(
    () =>
      getCountries()
        .map((code) => ({ value: code as string, label: countryName(code) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [countryName],
  )
  return (
    <Form act={save} onSubmit={() => save.mutate(undefined)} submit={t('act.save')}>
      <div className={classes.fields}>
        <TextInput
          error={errors.name}
          label={t('settings.name')}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          value={name}
          withAsterisk={false}
        />
        <TextInput
          error={errors.name2}
          label={t('settings.name2')}
          maxLength={120}
          onChange={(event) => setName2(event.currentTarget.value)}
          value={name2}
        />
        <Select
          allowDeselect={false}
          data={countries}
          description={t('settings.countryExplained')}
          error={errors.country}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('field.country')}
          nothingFoundMessage={t('shell.findNothing')}
          onChange={(chosen) => chosen && setCountry(chosen)}
          searchable
          value={country}
        />
        <Select
          allowDeselect={false}
          data={LOCALES.map((one) => ({ value: one as string, label: t(`locale.${one}`) }))}
          description={t('settings.localeExplained')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('field.locale')}
          onChange={(chosen) => chosen && setLocale(chosen as Tenant['locale'])}
          value={locale}
        />
        <Select
          classNames={{ input: 'kith-code-input' }}
          clearable
          data={Intl.supportedValuesOf('timeZone')}
          description={zone === null ? t('settings.timeZoneOfCountry', { zone: tenant.timeZone }) : undefined}
          error={errors.timeZone}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('settings.timeZone')}
          limit={80}
          nothingFoundMessage={t('shell.findNothing')}
          onChange={setZone}
          placeholder={tenant.ownTimeZone === null ? tenant.timeZone : ''}
          searchable
          value={zone}
        />
        <TextInput
          classNames={{ input: 'kith-code-input' }}
          description={t('settings.slugExplained')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('field.slug')}
          readOnly
          value={tenant.slug}
          variant="filled"
        />
      </div>
    </Form>
  )
}
