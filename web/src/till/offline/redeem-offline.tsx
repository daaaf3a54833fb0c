import { Group, NumberInput, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decimalOf } from '../../customers/orders/money.ts'
import badge from '../../design/badges.module.css'
import { Form } from '../../design/form.tsx'
import { notify } from '../../design/notify.ts'
import { Count, Moment } from '../../design/written.tsx'
import { useMoney, useNumber } from '../../language/format.ts'
import { leftOf, redeemOffline, type Served, worthOf } from '../../offline/served.ts'

interface Props {
  readonly served: Served
  readonly onDone: () => void
}

/** Points redeemed within what the server has granted this till; they are settled when the network is back. */
export function RedeemOffline({ served, onDone }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const [points, setPoints] = useState<number | string>('')
  const { grant, customer } = served
  const left = leftOf(served)
  const wanted = Number(points)
  const worth = useWorth(served)
  const redeem = useMutation({ mutationFn: () => redeemOffline(customer.id, wanted) })
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
        <NumberInput
          allowDecimal={false}
          allowNegative={false}
          autoFocus
          description={wanted > 0 && wanted <= left ? t('points.worth', { amount: worth(wanted) }) : undefined}
          error={wanted > left && t('points.moreThanGranted')}
          label={t('points.toRedeem')}
          name="points"
          onChange={setPoints}
          value={points}
        />
      </Form>
    </Stack>
  )
}

function useWorth(served: Served): (points: number) => string {
  const money = useMoney()
  const { currency } = served.grant
  return (points) => money(decimalOf(worthOf(served, points), currency), currency)
}
