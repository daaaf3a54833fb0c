import { Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decimalOf, minorFrom } from '../../customers/orders/money.ts'
import badge from '../../design/badges.module.css'
import { Form } from '../../design/form.tsx'
import { notify } from '../../design/notify.ts'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { Count, Moment } from '../../design/written.tsx'
import { useMoney, useNumber } from '../../language/format.ts'
import { leftOf, pointsFor, redeemOffline, type Served, worthOf } from '../../offline/served.ts'
import { useFreshOrderOffline } from '../fresh-order.ts'

interface Props {
  readonly served: Served
  readonly onDone: () => void
}

/** Points redeemed within what the server has granted this till; they are settled when the network is back. */
export function RedeemOffline({ served, onDone }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const money = useMoney()
  const [points, setPoints] = useState<number | string>('')
  const field = useRef<HTMLInputElement>(null)
  const order = useFreshOrderOffline(served)
  const [isForOrder, setForOrder] = useState(true)
  const { grant, customer } = served
  const left = leftOf(served)
  const wanted = Number(points)
  const worth = useWorth(served)
  const redeem = useMutation({
    mutationFn: () => redeemOffline(customer.id, wanted, order && isForOrder ? order.is : null),
  })
  /** What the server would quote: as much of it as may be redeemed here. */
  function propose(typed: string) {
    const amount = minorFrom(typed, grant.currency)
    const most = amount === null ? 0 : Math.min(left, pointsFor(served, amount))
    setPoints(most < grant.redeem.least ? '' : most)
  }
  async function send() {
    const { provisional } = await redeem.mutateAsync()
    notify(t('points.redeemedOffline', { points: number(wanted), worth: worth(wanted), provisional }))
    onDone()
  }
  return (
    <Stack data-points-panel gap="md">
      <div data-points>
        <Group align="baseline" gap="sm">
          <Text fw={650} size="xl">
            <Count>{grant.balance}</Count> {t('points.points', { count: grant.balance })}
          </Text>
          {grant.debt > 0 && (
            <span className={badge.badge} data-tone="danger">
              <Count>{grant.debt}</Count> {t('pointsVolume.debt')}
            </span>
          )}
        </Group>
        <Text c="dimmed" size="sm">
          {t('points.lastKnown')} <Moment at={grant.at} exact />
        </Text>
        <Text size="sm">
          {t('points.mayRedeemOffline', { points: number(left), worth: worth(left) })}{' '}
          <Moment at={grant.expiresAt} exact />
        </Text>
      </div>
      <Form
        act={redeem}
        disabled={!Number.isInteger(wanted) || wanted < grant.redeem.least || wanted > left}
        onCancel={onDone}
        onSubmit={() => void send().catch(() => {})}
        submit={t('points.redeem')}
      >
        <TextInput
          autoComplete="off"
          autoFocus
          classNames={{ input: 'kith-code-input' }}
          description={t('points.amountExplained')}
          inputMode="decimal"
          label={t('points.amount', { currency: grant.currency })}
          name="amount"
          onChange={(event) => propose(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // As where it is quoted: the points are seen before they are redeemed.
            event.preventDefault()
            field.current?.select()
          }}
        />
        <NumberField
          allowDecimal={false}
          description={wanted > 0 && wanted <= left ? t('points.worth', { amount: worth(wanted) }) : undefined}
          error={wanted > left && t('points.moreThanGranted')}
          label={t('points.toRedeem')}
          name="points"
          onChange={setPoints}
          ref={field}
          value={points}
        />
        {order && (
          <Switch
            checked={isForOrder}
            label={t('points.forOrder', { amount: money(order.total, order.currency) })}
            onChange={(event) => setForOrder(event.currentTarget.checked)}
          />
        )}
      </Form>
    </Stack>
  )
}

function useWorth(served: Served): (points: number) => string {
  const money = useMoney()
  const { currency } = served.grant
  return (points) => money(decimalOf(worthOf(served, points), currency), currency)
}
