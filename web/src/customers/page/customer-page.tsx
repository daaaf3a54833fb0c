import { Anchor, Group } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { Failure, SkeletonRows } from '../../design/states.tsx'
import { useRememberLately } from '../../person/lately.ts'
import { PersonHeading } from '../../person/person-card.tsx'
import { PrintMenu } from '../../person/print/print-menu.tsx'
import { useCustomer } from '../../person/queries.ts'
import { RestrictionBanner } from '../../person/restriction-banner.tsx'
import type { Customer } from '../../session/session.ts'
import { MoreActs } from './acts/more-acts.tsx'
import classes from './customer-page.module.css'
import { FactsBeside } from './facts/facts-beside.tsx'
import { isGone, NoSuchPerson } from './no-such-person.tsx'
import { PersonTabs } from './person-tabs.tsx'

interface ShownBy {
  readonly customer: Customer
}

/** What others say of a customer on this page, put together by the shell. */
export interface Others {
  readonly Upgrade: ComponentType<ShownBy>
  readonly Certificate: ComponentType<{ readonly id: string }>
  readonly Duplicates: ComponentType<ShownBy>
  readonly Privacy: ComponentType<{ readonly customerId: string }>
}

/** One customer: the facts beside, what happened in the middle, and tabs for what needs room. */
export function CustomerPage({ Upgrade, Certificate, Duplicates, Privacy }: Others) {
  const { t } = useTranslation()
  const { customerId } = useParams({ from: '/customers/$customerId' })
  const { data: customer, error, refetch } = useCustomer(customerId)
  useRememberLately(customer)
  if (isGone(error)) return <NoSuchPerson Certificate={Certificate} customerId={customerId} />
  if (error && !customer) return <Failure error={error} onRetry={refetch} />
  return (
    <div className={classes.page}>
      <Anchor className={classes.back} component={Link} size="sm" to="/customers">
        <Icon name="back" size={16} />
        {t('place.customers')}
      </Anchor>
      {!customer ? (
        <SkeletonRows rows={6} />
      ) : (
        <>
          <header className={classes.head}>
            <PersonHeading customer={customer} level={1} />
            <Group gap="xs">
              <Upgrade customer={customer} />
              <PrintMenu customer={customer} />
              <MoreActs customer={customer} />
            </Group>
          </header>
          <RestrictionBanner customer={customer} />
          <div className={classes.columns}>
            <FactsBeside customer={customer} key={customer.id} />
            <PersonTabs customer={customer} Duplicates={Duplicates} Privacy={Privacy} />
          </div>
        </>
      )}
    </div>
  )
}
