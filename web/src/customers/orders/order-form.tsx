import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { refusedFields } from '../../design/refused-fields.ts'
import { useReason } from '../../design/states.tsx'
import { leave, useUnsaved } from '../../design/unsaved.ts'
import { useSameKey } from '../../reach/same-key.ts'
import { minorFrom } from './money.ts'
import { type Orderer, usePlaceOrKeep } from './place-or-keep.ts'
import { type Order, useOrdersChanged } from './queries.ts'

const PAYMENTS = ['cash', 'card', 'cod', 'transfer', 'wallet', 'other'] as const

interface Props {
  readonly orderer: Orderer
  readonly currency: string
  readonly onDone: () => void
}

/** An amount and Enter is enough: a till has its own lines, prices and receipts. */
export function OrderForm({ orderer, currency, onDone }: Props) {
  const { t } = useTranslation()
  const place = usePlaceOrKeep()
  const reason = useReason()
  const changed = useOrdersChanged()
  const [typed, setTyped] = useState({ amount: '', payment: 'cash', externalId: '', note: '' })
  const keyFor = useSameKey()
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useUnsaved(typed.amount !== '')
  const amount = minorFrom(typed.amount, currency)
  const change = (part: Partial<typeof typed>) => {
    setRefused(null)
    setTyped((before) => ({ ...before, ...part }))
  }
  async function save(event: FormEvent) {
    event.preventDefault()
    if (amount === null) return setRefused('no amount')
    setBusy(true)
    try {
      const order = {
        currency,
        total: amount,
        payment: PAYMENTS.find((one) => one === typed.payment)!,
        ...(typed.externalId.trim() && { externalId: typed.externalId.trim() }),
        ...(typed.note.trim() && { note: typed.note.trim() }),
      }
      const placed = await place(orderer, order, keyFor(order))
      if ('provisional' in placed) notify(t('offline.kept', { provisional: placed.provisional }))
      else {
        await changed(placed.customerId!)
        notify([t('order.added'), ...placed.warnings.map(({ text }: Order['signals'][number]) => text)].join(' '))
      }
      onDone()
    } catch (error) {
      setRefused(error)
      setBusy(false)
    }
  }
  const errors = refusedFields(refused)
  const said = refused === null || refused === 'no amount' || Object.keys(errors).length > 0 ? null : reason(refused)
  return (
    <form
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave(onDone)
      }}
      onSubmit={save}
    >
      <Stack gap="sm">
        <Title order={3} size="h5">
          {t('order.add')}
        </Title>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            autoComplete="off"
            autoFocus
            classNames={{ input: 'kith-code-input' }}
            error={refused === 'no amount' ? t('order.noAmount') : (errors['total'] ?? said)}
            inputMode="decimal"
            label={t('order.amountIn', { currency })}
            name="amount"
            onChange={(event) => change({ amount: event.currentTarget.value })}
            value={typed.amount}
          />
          <NativeSelect
            data={PAYMENTS.map((value) => ({ value, label: t(`payment.${value}`) }))}
            label={t('order.payment')}
            name="payment"
            onChange={(event) => change({ payment: event.currentTarget.value })}
            value={typed.payment}
          />
          <TextInput
            autoComplete="off"
            classNames={{ input: 'kith-code-input' }}
            error={errors['externalId']}
            label={t('order.receipt')}
            name="externalId"
            onChange={(event) => change({ externalId: event.currentTarget.value })}
            value={typed.externalId}
          />
          <TextInput
            autoComplete="off"
            error={errors['note']}
            label={t('order.note')}
            maxLength={1_000}
            name="note"
            onChange={(event) => change({ note: event.currentTarget.value })}
            value={typed.note}
          />
        </SimpleGrid>
        <Group gap="xs">
          <Button loading={busy} rightSection={<kbd dir="ltr">Enter</kbd>} type="submit">
            {t('order.save')}
          </Button>
          <Button onClick={() => leave(onDone)} rightSection={<kbd dir="ltr">Esc</kbd>} variant="subtle">
            {t('act.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
