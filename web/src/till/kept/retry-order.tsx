import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decimalOf, minorFrom } from '../../customers/orders/money.ts'
import { Money } from '../../customers/orders/order-lines.tsx'
import { inOwnDigits } from '../../language/digits.ts'
import { changeAndRetry, type KeptOrder, type Waiting } from '../../offline/waiting.ts'

export function KeptAmount({ order: { sent, currency } }: { readonly order: KeptOrder }) {
  const { t } = useTranslation()
  return (
    <Text component="span" size="xs">
      {t('order.kept')} <Money amount={decimalOf(sent.total, currency)} currency={currency} />
    </Text>
  )
}

interface Props {
  readonly entry: Waiting
  readonly order: KeptOrder
  readonly onDone: () => void
}

/** Corrects a refused order, which then waits again. */
export function RetryOrder({ entry, order, onDone }: Props) {
  const { t } = useTranslation()
  const { sent, currency } = order
  const [typed, setTyped] = useState(() => ({
    amount: inOwnDigits(decimalOf(sent.total, currency)),
    externalId: sent.externalId ?? '',
  }))
  const total = minorFrom(typed.amount, currency)
  async function save(event: FormEvent) {
    event.preventDefault()
    if (total === null) return
    const { externalId: _, placedAt, ...rest } = sent
    // The clock of this device is wrong.
    const isTimeRefused = entry.refused?.errors?.some(({ path }) => path === 'placedAt')
    const changed = {
      ...rest,
      total,
      ...(placedAt && !isTimeRefused && { placedAt }),
      ...(typed.externalId.trim() && { externalId: typed.externalId.trim() }),
    }
    await changeAndRetry(entry, { order: { ...order, sent: changed } })
    onDone()
  }
  return (
    <form onSubmit={save}>
      <Stack gap="xs" mt="sm">
        <SimpleGrid cols={2} spacing="xs">
          <TextInput
            autoComplete="off"
            autoFocus
            classNames={{ input: 'kith-code-input' }}
            error={total === null && t('order.noAmount')}
            inputMode="decimal"
            label={t('order.amountIn', { currency })}
            name="amount"
            onChange={(event) => setTyped({ ...typed, amount: event.currentTarget.value })}
            value={typed.amount}
          />
          <TextInput
            autoComplete="off"
            classNames={{ input: 'kith-code-input' }}
            label={t('order.receipt')}
            name="externalId"
            onChange={(event) => setTyped({ ...typed, externalId: event.currentTarget.value })}
            value={typed.externalId}
          />
        </SimpleGrid>
        <Group gap="xs">
          <Button size="compact-sm" type="submit">
            {t('offline.retry')}
          </Button>
          <Button onClick={onDone} size="compact-sm" variant="default">
            {t('act.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
