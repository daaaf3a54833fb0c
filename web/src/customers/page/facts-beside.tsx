import { Anchor, Button, Group, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { PointsSummary } from '../../loyalty/points-summary.tsx'
import { usePoints } from '../../loyalty/queries.ts'
import { EditForm } from '../../person/edit/edit-form.tsx'
import { PROFILE_FIELDS } from '../../person/edit/fields.ts'
import { PersonFacts } from '../../person/person-card.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { useAddresses } from '../addresses/book.ts'
import { useCustomerBook } from '../addresses/queries.ts'
import { useConsents } from '../consents/queries.ts'
import { Signals } from '../orders/order-lines.tsx'
import { useSignals } from '../orders/queries.ts'
import classes from './customer-page.module.css'
import { type BESIDE, readTab } from './tabs.ts'

interface ShownBy {
  readonly customer: Customer
}

/** What is known of a customer, always in view. */
export function FactsBeside({ customer }: ShownBy) {
  const { t } = useTranslation()
  const { may } = useSession()
  return (
    <aside aria-label={t('person.facts')} className={classes.beside}>
      <WarningNote customer={customer} />
      <section>
        <Identity customer={customer} />
      </section>
      {may('orders:read') && <OrderSignals customerId={customer.id} />}
      {may('loyalty:read') && <Points customerId={customer.id} />}
      {may('addresses:read') && <DefaultAddress customer={customer} />}
      <Consents customerId={customer.id} />
      <section>
        <Group gap="md">
          <Beside tab="preferences">{t('tab.preferences')}</Beside>
          <Beside tab="interactions">{t('tab.interactions')}</Beside>
          <Beside tab="logins">{t('tab.logins')}</Beside>
          {may('customers:history') && <Beside tab="history">{t('tab.history')}</Beside>}
        </Group>
      </section>
    </aside>
  )
}

function Beside({ tab, children }: { readonly tab: (typeof BESIDE)[number]; readonly children: ReactNode }) {
  const navigate = useNavigate({ from: '/customers/$customerId' })
  return (
    <Anchor
      href={`?tab=${tab}`}
      onClick={(event) => {
        event.preventDefault()
        void navigate({ search: readTab({ tab }) })
      }}
      size="sm"
    >
      {children}
    </Anchor>
  )
}

function WarningNote({ customer: { notes } }: ShownBy) {
  const { t } = useTranslation()
  return (
    <section className={notes ? classes.warning : undefined}>
      {notes && (
        <Text dir="auto" fw={550} mb={4} size="sm">
          {notes}
        </Text>
      )}
      <Beside tab="notes">{notes ? t('person.changeWarning') : t('person.addWarning')}</Beside>
    </section>
  )
}

function Identity({ customer }: ShownBy) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [editing, setEditing] = useState(false)
  return (
    <>
      <PersonFacts customer={customer} />
      {may('customers:write') && !customer.restricted && (
        <Button
          leftSection={<Icon name="edit" size={16} />}
          mt="sm"
          onClick={() => setEditing(true)}
          size="sm"
          variant="default"
        >
          {t('act.edit')}
        </Button>
      )}
      <Dialog onClose={() => setEditing(false)} opened={editing} size="lg" title={t('act.edit')}>
        <EditForm customer={customer} fields={PROFILE_FIELDS} onDone={() => setEditing(false)} />
      </Dialog>
    </>
  )
}

function OrderSignals({ customerId }: { readonly customerId: string }) {
  const signals = useSignals(customerId).data?.items ?? []
  if (signals.length === 0) return null
  return (
    <section>
      <Signals of={signals} />
    </section>
  )
}

function Points({ customerId }: { readonly customerId: string }) {
  const { data } = usePoints(customerId)
  if (!data) return null
  return (
    <section>
      <PointsSummary account={data} />
    </section>
  )
}

function DefaultAddress({ customer }: ShownBy) {
  const { t } = useTranslation()
  const { data } = useAddresses(useCustomerBook(customer), { deleted: false })
  const address = data?.items.find(({ isDefault }) => isDefault)
  if (!address) return null
  return (
    <section>
      <Text c="dimmed" mb={2} size="xs">
        {t('address.default')}
      </Text>
      <Text dir="auto" size="sm" style={{ whiteSpace: 'pre-line' }}>
        {address.formatted.text}
      </Text>
    </section>
  )
}

function Consents({ customerId }: { readonly customerId: string }) {
  const { t, i18n } = useTranslation()
  const given = (useConsents(customerId, null).data?.items ?? []).filter(({ state }) => state === 'granted')
  // A business may add purposes of its own.
  const named = (purpose: string) =>
    i18n.exists(`purpose.${purpose}`) ? t(`purpose.${purpose}` as 'purpose.terms') : purpose
  return (
    <section>
      <Text c="dimmed" mb={2} size="xs">
        {t('tab.consents')}
      </Text>
      <Text mb={2} size="sm">
        {given.length === 0 ? t('person.noConsents') : given.map(({ purpose }) => named(purpose)).join(' · ')}
      </Text>
      <Beside tab="consents">{t('person.allConsents')}</Beside>
    </section>
  )
}
