import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { PaperDialog } from '../../design/paper.tsx'
import { Code, Count, Moment, Name, Names } from '../../design/written.tsx'
import { BusinessFoot, BusinessHead } from '../../person/print/business-face.tsx'
import classes from '../../person/print/print.module.css'
import type { Customer } from '../../session/session.ts'
import { Money } from './order-lines.tsx'
import type { Order } from './queries.ts'

interface Props {
  readonly customer: Customer
  readonly order: Order
}

/** What was bought, for the customer; notes of the business and its signals are not on it. */
export function PrintReceipt({ customer, order }: Props) {
  const { t } = useTranslation()
  const [printing, setPrinting] = useState(false)
  return (
    <>
      <Button
        data-print-receipt
        leftSection={<Icon name="print" size={14} />}
        onClick={() => setPrinting(true)}
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        variant="subtle"
      >
        {t('print.receipt')}
      </Button>
      <PaperDialog onClose={() => setPrinting(false)} opened={printing} title={t('print.receipt')}>
        <Receipt customer={customer} order={order} />
      </PaperDialog>
    </>
  )
}

function Receipt({ customer, order }: Props) {
  const { t } = useTranslation()
  const { lines, currency, total, refunds, placedAt, externalId, payment } = order
  return (
    <article className={classes.receipt} data-receipt>
      <div className={classes.head}>
        <BusinessHead />
        <Moment at={placedAt} exact />
        {externalId && <Code>{externalId}</Code>}
        <span>
          <Names of={customer} /> · <Code>{customer.number}</Code>
        </span>
      </div>
      <ul>
        {lines.map(({ position, quantity, name, sku, amount }) => (
          <li key={position}>
            <span>
              <Count>{quantity}</Count> × <Name>{name ?? sku ?? t('order.line', { position })}</Name>
            </span>
            <Money amount={amount} currency={currency} />
          </li>
        ))}
      </ul>
      <p className={classes.sum}>
        <span>{t('print.total')}</span>
        <Money amount={total} currency={currency} />
      </p>
      {payment && <p>{t(`payment.${payment}`)}</p>}
      {refunds.map(({ id, at, amount }) => (
        <p className={classes.sum} key={id}>
          <span>
            {t('order.refundedOn')} <Moment at={at} exact />
          </span>
          <Money amount={amount} currency={currency} />
        </p>
      ))}
      <BusinessFoot />
    </article>
  )
}
