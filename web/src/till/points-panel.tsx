import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { minorFrom } from '../customers/orders/money.ts'
import { Form } from '../design/form.tsx'
import { notify } from '../design/notify.ts'
import { NumberField } from '../design/numbers/number-field.tsx'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { useAmount, useMoney, useNumber } from '../language/format.ts'
import { PointsSummary } from '../loyalty/points-summary.tsx'
import { usePoints, usePointsAct } from '../loyalty/queries.ts'
import { useServed } from '../offline/use-served.ts'
import { useSameKey } from '../reach/same-key.ts'
import { type Customer, useSession } from '../session/session.ts'
import { useFreshOrder } from './fresh-order.ts'
import { RedeemOffline } from './offline/redeem-offline.tsx'
import { RedeemCode } from './redeem-code.tsx'

interface Props {
  readonly customer: Customer
  readonly onDone: () => void
}

/** What a sale brings and takes, and redeeming for it: the amount, Enter, the points, Enter. */
export function PointsPanel({ customer: { id: customerId, phone }, onDone }: Props) {
  const account = usePoints(customerId)
  const { online } = useNetwork()
  const served = useServed(!online).find(({ customer }) => customer.id === customerId)
  if (!online && served) return <RedeemOffline onDone={onDone} served={served} />
  if (account.error && !account.data) return <Failure error={account.error} onRetry={account.refetch} />
  if (!account.data) return <SkeletonRows rows={3} />
  return (
    <Stack data-points-panel gap="lg">
      <PointsSummary account={account.data} />
      <Redeem customerId={customerId} onDone={onDone} phone={phone} />
    </Stack>
  )
}

interface RedeemProps {
  readonly customerId: string
  readonly phone: string | null
  readonly onDone: () => void
}

function Redeem({ customerId, phone, onDone }: RedeemProps) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const number = useNumber()
  const money = useMoney()
  const [points, setPoints] = useState<number | string>('')
  const [card, setCard] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const order = useFreshOrder(customerId)
  const [isForOrder, setForOrder] = useState(true)
  const keyFor = useSameKey()
  const redeem = usePointsAct(customerId, (verificationToken: string | null) => {
    const wanted = {
      customerId,
      points: Number(points),
      ...(order && isForOrder && { orderId: order.id }),
      ...(verificationToken ? { verificationToken } : card !== '' && { card }),
    }
    return kith.loyalty.redeem(wanted, { idempotencyKey: keyFor(wanted) })
  })
  const needsCard = Boolean(
    redeem.error && 'code' in redeem.error && redeem.error.code === 'loyalty.confirmation_needed',
  )
  async function send(verificationToken: string | null = null) {
    await redeem.mutateAsync(verificationToken)
    notify(t('points.redeemed', { points: number(Number(points)) }))
    onDone()
  }
  return (
    <>
      <Quote customerId={customerId} onMost={setPoints} onQuoted={() => field.current?.focus()} />
      <Form
        act={redeem}
        disabled={Number(points) < 1}
        onCancel={onDone}
        onSubmit={() => void send().catch(() => {})}
        submit={t('points.redeem')}
      >
        <NumberField
          allowDecimal={false}
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
        {(needsCard || card !== '') && (
          <TextInput
            autoComplete="off"
            description={t('points.cardExplained')}
            label={t('points.card')}
            name="card"
            onChange={(event) => setCard(event.currentTarget.value.trim())}
            value={card}
          />
        )}
      </Form>
      {needsCard && phone && <RedeemCode onToken={send} phone={phone} />}
    </>
  )
}

interface QuoteProps {
  readonly customerId: string
  readonly onMost: (points: number) => void
  /** There is something to redeem for this amount. */
  readonly onQuoted: () => void
}

/** Asked for the amount that is typed; nothing is written by it. */
function Quote({ customerId, onMost, onQuoted }: QuoteProps) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const amount = useAmount()
  const number = useNumber()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const rules = useQuery({
    queryKey: ['loyalty', 'rules'],
    queryFn: ({ signal }) => kith.loyalty.readRules({}, { signal }),
  })
  // Enter may come before the currency is known.
  const total = asked === null || !rules.data ? null : minorFrom(asked, rules.data.currency)
  const quote = useQuery({
    queryKey: ['customer', customerId, 'loyalty', 'quote', total],
    queryFn: ({ signal }) => kith.loyalty.quote({ customerId, total: total! }, { signal }),
    enabled: total !== null,
  })
  const { data } = quote
  const told = useEffectEvent(onQuoted)
  const most = data?.mayRedeem.points ?? 0
  useEffect(() => {
    if (total !== null && most > 0) told()
  }, [total, most])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(typed)
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          autoFocus
          inputMode="decimal"
          label={t('points.amount', { currency: rules.data?.currency ?? '' })}
          name="amount"
          onChange={(event) => setTyped(event.currentTarget.value)}
          value={typed}
        />
        <Button type="submit" variant="default">
          {t('points.quote')}
        </Button>
      </Group>
      {data && (
        <Group gap="sm" mt="xs" role="status">
          <Text size="sm">
            {t('points.earns', { points: number(data.earns.points) })}
            {data.mayRedeem.points > 0 &&
              ` · ${t('points.mayRedeem', {
                points: number(data.mayRedeem.points),
                worth: `${amount(data.mayRedeem.worth)} ${data.currency}`,
              })}`}
          </Text>
          {data.mayRedeem.points > 0 && (
            <Button onClick={() => onMost(data.mayRedeem.points)} size="compact-sm" variant="light">
              {t('points.all')}
            </Button>
          )}
        </Group>
      )}
    </form>
  )
}
