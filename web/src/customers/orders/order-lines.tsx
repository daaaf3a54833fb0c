import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import badge from '../../design/badges.module.css'
import { Code, Count, Moment, Name } from '../../design/written.tsx'
import { inOwnDigits } from '../../language/digits.ts'
import { useMoney } from '../../language/format.ts'
import classes from './orders.module.css'
import type { BriefOrder, Order, OwnOrder } from './queries.ts'

const TONES = { placed: 'blue', paid: 'accent', delivered: 'accent', refunded: 'quiet', cancelled: 'quiet' } as const

export function StateBadge({ state }: Pick<OwnOrder, 'state'>) {
  const { t } = useTranslation()
  return (
    <span className={badge.badge} data-dot data-tone={TONES[state]}>
      {t(`orderState.${state}`)}
    </span>
  )
}

export function Money({ amount, currency }: { readonly amount: string; readonly currency: string }) {
  return <span className="numbers">{useMoney()(amount, currency)}</span>
}

/** When, how much and how it stands: on one line. */
export function OrderHead({ order }: { readonly order: BriefOrder }) {
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap">
      <Text component="span" size="sm">
        <Moment at={order.placedAt} />
      </Text>
      <Group gap="xs" wrap="nowrap">
        <StateBadge state={order.state} />
        <Text component="span" fw={600} size="md">
          <Money amount={order.total} currency={order.currency} />
        </Text>
      </Group>
    </Group>
  )
}

/** Why money came back is shown to staff alone. */
type Refund = OwnOrder['refunds'][number] & { readonly note?: string | null }
type Shown = Omit<OwnOrder, 'refunds'> & { readonly refunds: readonly Refund[] }

/** What was bought, where it went, and what came back. */
export function OrderLines({ order }: { readonly order: Shown }) {
  const { t } = useTranslation()
  const { lines, currency, note, delivery, refunds, channel, externalId, payment, counted } = order
  return (
    <>
      <Text c="dimmed" component="p" size="xs">
        <Name>{channel}</Name>
        {payment && <> · {t(`payment.${payment}`)}</>}
        {externalId && (
          <>
            {' · '}
            <Code>{externalId}</Code>
          </>
        )}
        {!counted && <> · {t('order.notCounted')}</>}
      </Text>
      {lines.length > 0 && (
        <ul className={classes.lines}>
          {lines.map(({ position, quantity, name, sku, amount }) => (
            <li key={position}>
              <span>
                <Count>{quantity}</Count> × <Name>{name ?? sku ?? t('order.line', { position })}</Name>
              </span>
              <Money amount={amount} currency={currency} />
            </li>
          ))}
        </ul>
      )}
      {delivery?.to && (
        <Text c="dimmed" dir="auto" size="xs">
          {delivery.to}
        </Text>
      )}
      {note && (
        <Text dir="auto" size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {note}
        </Text>
      )}
      {refunds.map(({ id, at, amount, note: why }) => (
        <Text key={id} size="sm">
          {t('order.refundedOn')} <Moment at={at} />: <Money amount={amount} currency={currency} />
          {why && (
            <>
              {' · '}
              <Name>{why}</Name>
            </>
          )}
        </Text>
      ))}
    </>
  )
}

/** What the server finds odd, in its words. */
export function Signals({ of }: { readonly of: Order['signals'] }) {
  if (of.length === 0) return null
  return (
    <ul className={classes.signals} data-signals>
      {of.map(({ code, text }) => (
        <li key={code}>{inOwnDigits(text)}</li>
      ))}
    </ul>
  )
}
