import { KithRefusal } from '@kith/sdk'
import { Button, Group, NativeSelect, SegmentedControl, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { useUnsaved } from '../../design/unsaved.ts'
import { inOwnDigits } from '../../language/digits.ts'
import { toLanguage } from '../../language/language.ts'
import { OwnInputs, type OwnValues, ownFieldsOf } from '../../person/own-fields.tsx'
import { useSameKey } from '../../reach/same-key.ts'
import { type Customer, useSession } from '../../session/session.ts'
import { RefusedAlert } from '../refused-alert.tsx'
import { CountryField } from './country-field.tsx'
import { addressFrom, emptyAddress, fieldOf, PLACE_FIELDS, type PlaceField } from './typed-address.ts'
import { useAddressesChanged, useAddressRules } from './use-addresses.ts'

const TYPES = ['home', 'work', 'other'] as const

interface Props {
  readonly customer: Customer
  /** The first address is the default in any case. */
  readonly isFirst: boolean
  readonly onDone: () => void
}

/** The fields of the country, with the server's errors. */
export function AddressForm({ customer, isFirst, onDone }: Props) {
  const { t, i18n } = useTranslation()
  const { kith, tenant } = useSession()
  const changed = useAddressesChanged(customer.id)
  const keyFor = useSameKey()
  const [typed, setTyped] = useState(() => emptyAddress(customer.country || tenant.country))
  const [own, setOwn] = useState<OwnValues>({})
  const [begun, setBegun] = useState(false)
  useUnsaved(begun)
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const rules = useAddressRules(typed.country).data
  const errors = errorsOf(refused)
  const needed: readonly string[] = rules?.needs ?? []
  const shown = PLACE_FIELDS.filter((field) => field !== 'postalCode' || rules?.postalCode)
  const change = (part: Partial<typeof typed>) => {
    setRefused(null)
    setTyped((before) => ({ ...before, ...part }))
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      const input = { customerId: customer.id, ...addressFrom(typed), ...ownFieldsOf(own) }
      await kith.addresses.add(input, { idempotencyKey: keyFor(input) })
      await changed()
      notify(t('quickAddress.added'))
      onDone()
    } catch (error) {
      setRefused(error)
      setBusy(false)
    }
  }
  const field = (name: PlaceField, index: number) => {
    const common = {
      error: errors[name],
      label: t(`quickAddress.${name}`),
      name,
      value: typed[name],
      withAsterisk: needed.includes(name),
    }
    if (name === 'subdivision' && rules && rules.subdivisions.length > 0) {
      const language = toLanguage(i18n.language)
      const data = rules.subdivisions.map(({ code, name }) => ({ value: code, label: name[language] }))
      return (
        <NativeSelect
          {...common}
          data={[{ value: '', label: '' }, ...data]}
          key={name}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      )
    }
    return (
      <TextInput
        {...common}
        autoComplete="off"
        autoFocus={index === 0}
        classNames={name === 'postalCode' ? { input: 'kith-code-input' } : {}}
        key={name}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
        placeholder={name === 'postalCode' ? (rules?.postalCode?.example ?? '') : ''}
      />
    )
  }

  return (
    <form onInput={() => setBegun(true)} onSubmit={save}>
      <Stack gap="sm">
        {Object.keys(errors).length === 0 && <RefusedAlert error={refused} />}
        <Group gap="sm" justify="space-between">
          <SegmentedControl
            aria-label={t('quickAddress.type')}
            data={TYPES.map((value) => ({ value, label: t(`addressType.${value}`) }))}
            onChange={(type) => change({ type: type as (typeof TYPES)[number] })}
            value={typed.type}
          />
          {!isFirst && (
            <Switch
              checked={typed.isDefault}
              label={t('quickAddress.isDefault')}
              name="isDefault"
              onChange={(event) => change({ isDefault: event.currentTarget.checked })}
            />
          )}
        </Group>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {shown.map(field)}
          <CountryField
            onChange={(country) => change({ country, subdivision: '', postalCode: '' })}
            value={typed.country}
          />
          <OwnInputs
            on="address"
            onChange={(values) => {
              setRefused(null)
              setOwn(values)
            }}
            refused={refused}
            values={own}
          />
        </SimpleGrid>
        <Group gap="xs" mt="xs">
          <Button loading={busy} rightSection={<kbd dir="ltr">Enter</kbd>} type="submit">
            {t('quickAddress.save')}
          </Button>
          <Button onClick={onDone} rightSection={<kbd dir="ltr">Esc</kbd>} variant="default">
            {t('act.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function errorsOf(refused: unknown): Readonly<Record<string, string>> {
  if (!(refused instanceof KithRefusal)) return {}
  return Object.fromEntries(
    (refused.problem.errors ?? []).map(({ path, message }) => [fieldOf(path), inOwnDigits(message)]),
  )
}
