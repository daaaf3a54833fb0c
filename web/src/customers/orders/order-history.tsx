import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Moment, Name } from '../../design/written.tsx'
import { Actor } from '../../person/history-words.tsx'
import { isByCustomer, isKnownReason } from './happened.ts'
import { Money } from './order-lines.tsx'
import classes from './orders.module.css'
import type { Order } from './queries.ts'

/** What became of an order: what, when, and by which caller. */
export function OrderHistory({ order }: { readonly order: Order }) {
  const { t } = useTranslation()
  return (
    <details data-order-history>
      <summary>{t('order.history')}</summary>
      <ol className={classes.brief}>
        {order.history.map((happened) => (
          <li data-happened={happened.what} key={`${happened.what} ${happened.at} ${happened.recordedAt}`}>
            <Happened happened={happened} order={order} />
          </li>
        ))}
      </ol>
    </details>
  )
}

interface Props {
  readonly order: Order
  readonly happened: Order['history'][number]
}

function Happened({ order, happened }: Props) {
  const { t } = useTranslation()
  const { what, at, actor, amount, reason, note } = happened
  return (
    <>
      <Text component="p" size="sm">
        {t(`orderHappened.${what}`)} <Moment at={at} exact />
        {amount !== null && (
          <>
            {' · '}
            <Money amount={amount} currency={order.currency} />
          </>
        )}
      </Text>
      <Text c="dimmed" component="p" size="xs">
        {isByCustomer(order, happened) ? t('order.byCustomer') : <Actor actor={actor} />}
        {reason !== null && (
          <>
            {' · '}
            {isKnownReason(reason) ? t(`cancelled.${reason}`) : <Name>{reason}</Name>}
          </>
        )}
        {note !== null && (
          <>
            {' · '}
            <Name>{note}</Name>
          </>
        )}
      </Text>
    </>
  )
}
