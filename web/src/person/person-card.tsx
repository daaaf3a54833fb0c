import { Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RestrictedBadge, StatusBadge, TypeBadge } from '../design/badges.tsx'
import { Code, Count, Day, Email, Moment, Name, Phone, useNames } from '../design/written.tsx'
import { useAmount, useMoney } from '../language/format.ts'
import { type Customer, useSession } from '../session/session.ts'
import classes from './person-card.module.css'
import { Portrait } from './picture/portrait.tsx'
import { type Contacts, RevealContacts } from './reveal-contacts.tsx'

interface HeadingProps {
  readonly customer: Customer
  readonly level?: 1 | 2
}

/** The head of a customer: picture, names in both scripts, type and status. On a page of its own the picture can be changed. */
export function PersonHeading({ customer, level = 2 }: HeadingProps) {
  const { type, status, number } = customer
  const { first, second } = useNames(customer)
  return (
    <Group align="flex-start" gap="md" wrap="nowrap">
      <Portrait customer={customer} isEditable={level === 1} name={first} />
      <div className={classes.names}>
        <Title className={classes.name} order={level} size="h3">
          <Name>{first}</Name>
        </Title>
        {second && (
          <Text c="dimmed" component="div" size="md">
            <Name>{second}</Name>
          </Text>
        )}
        <Group gap="xs" mt={6}>
          <TypeBadge type={type} />
          <StatusBadge status={status} />
          {customer.restricted && <RestrictedBadge />}
          <Text c="dimmed" component="span" size="xs">
            <Code>{number}</Code>
          </Text>
        </Group>
      </div>
    </Group>
  )
}

export const Facts = ({ children }: { readonly children: ReactNode }) => <dl className={classes.facts}>{children}</dl>

interface ContactProps {
  readonly customer: Customer
  /** More facts behind them. */
  readonly children?: ReactNode
}

/** How a customer is reached and called. */
export function ContactFacts({ customer, children }: ContactProps) {
  const { t } = useTranslation()
  const [revealed, setRevealed] = useState<(Contacts & { readonly of: string }) | null>(null)
  const { phone, email } = revealed?.of === customer.id ? revealed : customer
  const { phoneVerified, emailVerified, companyName, birthDate } = customer
  return (
    <Stack gap="sm" w="100%">
      <Facts>
        <Fact label={t('field.phone')} wide>
          {phone && <Proved is={phoneVerified}>{<Phone>{phone}</Phone>}</Proved>}
        </Fact>
        <Fact label={t('field.email')} wide>
          {email && <Proved is={emailVerified}>{<Email>{email}</Email>}</Proved>}
        </Fact>
        {companyName && (
          <Fact label={t('field.companyName')}>
            <Name>{companyName}</Name>
          </Fact>
        )}
        {birthDate && (
          <Fact label={t('field.birthDate')}>
            <Day>{birthDate}</Day>
          </Fact>
        )}
        {children}
      </Facts>
      {revealed?.of !== customer.id && (
        <RevealContacts customer={customer} onRevealed={(contacts) => setRevealed({ ...contacts, of: customer.id })} />
      )}
    </Stack>
  )
}

interface RecordProps {
  readonly customer: Customer
  /** Of the totals, where it is known. */
  readonly currency?: string | undefined
}

/** What a customer brought, and since when they are known. */
export function RecordRows({ customer, currency }: RecordProps) {
  const { t } = useTranslation()
  const amount = useAmount()
  const money = useMoney()
  const { may } = useSession()
  const { displayName } = customer
  return (
    <>
      <Fact label={t('field.totalOrders')}>
        <Count>{customer.totalOrders}</Count>
      </Fact>
      <Fact label={t('field.totalSpent')}>
        <span className="numbers">{currency ? money(customer.totalSpent, currency) : amount(customer.totalSpent)}</span>
      </Fact>
      {!may('loyalty:read') && (
        <Fact label={t('field.loyaltyPoints')}>
          <Count>{customer.loyaltyPoints}</Count>
        </Fact>
      )}
      <Fact label={t('field.lastSeenAt')}>
        <Moment at={customer.lastSeenAt} />
      </Fact>
      <Fact label={t('field.createdAt')}>
        <Moment at={customer.createdAt} />
      </Fact>
      <Fact label={t('field.tier')}>{t(`tier.${customer.tier}`)}</Fact>
      <Fact label={t('field.displayName')}>{displayName && <Code>{displayName}</Code>}</Fact>
    </>
  )
}

interface FactProps {
  readonly label: string
  readonly wide?: boolean
  readonly children: ReactNode
}

function Fact({ label, wide = false, children }: FactProps) {
  return (
    <div className={wide ? classes.wide : undefined}>
      <dt>{label}</dt>
      <dd>{children || '—'}</dd>
    </div>
  )
}

function Proved({ is, children }: { readonly is: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      {children}{' '}
      <span className={is ? classes.proved : classes.unproved}>{is ? t('person.proved') : t('person.unproved')}</span>
    </>
  )
}
