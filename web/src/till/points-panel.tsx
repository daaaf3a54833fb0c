import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../design/form.tsx'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { tell } from '../design/tell.ts'
import { useAmount, useNumber } from '../language/format.ts'
import { PointsSummary } from '../loyalty/points-summary.tsx'
import { usePoints, usePointsAct } from '../loyalty/queries.ts'
import { type Customer, useSession } from '../session/session.ts'

interface Props {
  readonly customer: Customer
  readonly onDone: () => void
}

/** What a sale brings and takes, and redeeming for it: the amount, Enter, the points, Enter. */
export function PointsPanel({ customer: { id: customerId }, onDone }: Props) {
  const account = usePoints(customerId)
  if (account.error && !account.data) return <Failure error={account.error} onRetry={account.refetch} />
  if (!account.data) return <SkeletonRows rows={3} />
  return (
    <Stack data-points-panel gap="lg">
      <PointsSummary account={account.data} />
      <Redeem customerId={customerId} onDone={onDone} />
    </Stack>
  )
}

function Redeem({ customerId, onDone }: { readonly customerId: string; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const number = useNumber()
  const [points, setPoints] = useState<number | string>('')
  const [card, setCard] = useState('')
  const redeem = usePointsAct(customerId, () =>
    kith.loyalty.redeem({ customerId, points: Number(points), ...(card !== '' && { card }) }),
  )
  const needsCard = Boolean(
    redeem.error && 'code' in redeem.error && redeem.error.code === 'loyalty.confirmation_needed',
  )
  async function send() {
    await redeem.mutateAsync(undefined)
    tell(t('points.redeemed', { points: number(Number(points)) }))
    onDone()
  }
  return (
    <>
      <Quote customerId={customerId} onMost={setPoints} />
      <Form
        act={redeem}
        disabled={Number(points) < 1}
        onCancel={onDone}
        onSubmit={() => void send().catch(() => {})}
        submit={t('points.redeem')}
      >
        <NumberInput
          allowDecimal={false}
          allowNegative={false}
          label={t('points.toRedeem')}
          name="points"
          onChange={setPoints}
          value={points}
        />
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
    </>
  )
}

interface QuoteProps {
  readonly customerId: string
  readonly onMost: (points: number) => void
}

/** Asked for the amount that is typed; nothing is written by it. */
function Quote({ customerId, onMost }: QuoteProps) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const amount = useAmount()
  const number = useNumber()
  const [typed, setTyped] = useState('')
  const [total, setTotal] = useState<number | null>(null)
  const rules = useQuery({
    queryKey: ['loyalty', 'rules'],
    queryFn: ({ signal }) => kith.loyalty.readRules({}, { signal }),
  })
  const quote = useQuery({
    queryKey: ['customer', customerId, 'loyalty', 'quote', total],
    queryFn: ({ signal }) => kith.loyalty.quote({ customerId, total: total! }, { signal }),
    enabled: total !== null,
  })
  const ask = () => rules.data && setTotal(minorOf(typed, rules.data.currency))
  const { data } = quote
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        ask()
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

/** What was typed, in minor units of the currency; null: it is no amount. */
function minorOf(typed: string, currency: string): number | null {
  const latin = typed
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u066b,]/, '.')
    .trim()
  if (!/^\d{1,9}(?:\.\d{1,4})?$/.test(latin)) return null
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return Math.round(Number(latin) * 10 ** maximumFractionDigits)
}
