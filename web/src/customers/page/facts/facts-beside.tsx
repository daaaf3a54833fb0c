import { Anchor, Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../design/icons.tsx'
import { Facts, RecordRows } from '../../../person/person-card.tsx'
import { type Customer, useSession } from '../../../session/session.ts'
import { useAddresses } from '../../addresses/book.ts'
import { useCustomerBook } from '../../addresses/queries.ts'
import { useConsents } from '../../consents/queries.ts'
import { Signals } from '../../orders/order-lines.tsx'
import { useCurrency, useSignals } from '../../orders/queries.ts'
import { useWishes, Wishes } from '../../preferences/wishes.tsx'
import { useSegmentsOf } from '../../segments/queries.ts'
import { TagBadges } from '../../segments/tag-badges.tsx'
import type { BesideName } from '../tabs.ts'
import classes from './facts.module.css'
import { Identity } from './identity.tsx'
import { NewDisplayName } from './new-display-name.tsx'
import { Worth } from './worth.tsx'

interface ShownBy {
  readonly customer: Customer
}

/** What is known of a customer, always in view. On a narrow screen the later facts are shown when asked for. */
export function FactsBeside({ customer }: ShownBy) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [all, setAll] = useState(false)
  const later = useId()
  const currency = useCurrency().data
  return (
    <aside aria-label={t('person.facts')} className={classes.beside} data-all={all || undefined} data-facts>
      <WarningNote customer={customer} />
      <section>
        <Identity customer={customer} />
      </section>
      {may('orders:read') && <OrderSignals customerId={customer.id} />}
      <Worth customer={customer} />
      <div className={classes.later} id={later}>
        <Preferences customerId={customer.id} />
        {may('segments:read') && <Tags customer={customer} />}
        {may('addresses:read') && <DefaultAddress customer={customer} />}
        <Consents customerId={customer.id} />
        <section>
          <Facts>
            <RecordRows currency={currency} customer={customer} />
          </Facts>
          <NewDisplayName customer={customer} />
        </section>
        <section>
          <Group gap="md">
            {may('notes:read') && <Opens tab="interactions">{t('tab.interactions')}</Opens>}
            <Opens tab="logins">{t('tab.logins')}</Opens>
            {may('customers:history') && <Opens tab="history">{t('tab.history')}</Opens>}
          </Group>
        </section>
      </div>
      <Button
        aria-controls={later}
        aria-expanded={all}
        className={classes.showAll}
        onClick={() => setAll(!all)}
        rightSection={<Icon name={all ? 'up' : 'down'} size={16} />}
        size="sm"
        variant="subtle"
      >
        {all ? t('person.fewerFacts') : t('person.allFacts')}
      </Button>
    </aside>
  )
}

function Opens({ tab, children }: { readonly tab: BesideName; readonly children: ReactNode }) {
  return (
    <Anchor component={Link} data-opens={tab} replace search={{ tab } as never} size="sm" to=".">
      {children}
    </Anchor>
  )
}

interface FactProps {
  readonly title: string
  readonly opens?: ReactNode
  readonly children: ReactNode
}

function Fact({ title, opens, children }: FactProps) {
  return (
    <section aria-label={title}>
      <Group gap="xs" justify="space-between" mb={4}>
        <Text c="dimmed" size="xs">
          {title}
        </Text>
        {opens}
      </Group>
      {children}
    </section>
  )
}

function WarningNote({ customer: { notes } }: ShownBy) {
  const { t } = useTranslation()
  if (!notes) {
    return (
      <section>
        <Opens tab="notes">{t('person.addWarning')}</Opens>
      </section>
    )
  }
  return (
    <section className={classes.warning} data-notes>
      <Text dir="auto" fw={550} mb={4} size="sm">
        {notes}
      </Text>
      <Opens tab="notes">{t('person.changeWarning')}</Opens>
    </section>
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

function Tags({ customer }: ShownBy) {
  const { t } = useTranslation()
  const { data } = useSegmentsOf(customer.id)
  if (!data?.segment) return null
  return (
    <Fact opens={<Opens tab="segments">{t('segment.why')}</Opens>} title={t('person.tags')}>
      <TagBadges customer={customer} of={data} />
    </Fact>
  )
}

function Preferences({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const wishes = useWishes(customerId)
  return (
    <Fact opens={<Opens tab="preferences">{t('person.allPreferences')}</Opens>} title={t('tab.preferences')}>
      {wishes.length > 0 ? <Wishes of={wishes} /> : <Text size="sm">{t('person.noWishes')}</Text>}
    </Fact>
  )
}

function DefaultAddress({ customer }: ShownBy) {
  const { t, i18n } = useTranslation()
  const { data } = useAddresses(useCustomerBook(customer), { deleted: false })
  const address = data?.items.find(({ isDefault }) => isDefault)
  if (!address) return null
  const { formatted, formatted2 } = address
  return (
    <Fact title={t('field.isDefault')}>
      <Text className={classes.lines} component="address" dir="auto" size="sm">
        {(i18n.language === 'ar' ? (formatted2 ?? formatted) : formatted).lines.join('\n')}
      </Text>
    </Fact>
  )
}

function Consents({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const given = (useConsents(customerId, null).data?.items ?? []).filter(({ state }) => state === 'granted')
  return (
    <Fact opens={<Opens tab="consents">{t('person.allConsents')}</Opens>} title={t('tab.consents')}>
      <Text size="sm">
        {given.length === 0
          ? t('person.noConsents')
          : given.map(({ documentId, title }, index) => (
              <span key={documentId}>
                {index > 0 && ' · '}
                <bdi dir="auto">{title}</bdi>
              </span>
            ))}
      </Text>
    </Fact>
  )
}
