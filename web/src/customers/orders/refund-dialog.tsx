import { Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../../design/dialog.tsx'
import { notify } from '../../design/notify.ts'
import { refusedFields } from '../../design/refused-fields.ts'
import { Name } from '../../design/written.tsx'
import { useMoney } from '../../language/format.ts'
import { useSession } from '../../session/session.ts'
import { minorFrom } from './money.ts'
import { Money } from './order-lines.tsx'
import type { Order } from './queries.ts'
import { amountsTyped, leftOfLine, type TypedLines } from './refund-lines.ts'

interface Props {
  readonly order: Order
  readonly opened: boolean
  readonly onClose: () => void
  readonly onChanged: () => Promise<void>
}

/** All of it, unless a part is typed. */
export function RefundDialog({ order, opened, onClose, onChanged }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const [byLine, setByLine] = useState<TypedLines>({})
  const [refused, setRefused] = useState<unknown>(null)
  const { currency } = order
  const amount = typed.trim() === '' ? undefined : minorFrom(typed, currency)
  const lines = amountsTyped(byLine, order)
  const isAmount = (one: number | null | undefined) => one !== null && one !== 0
  async function refund() {
    const given = {
      ...(typeof amount === 'number' && { amount }),
      ...(lines.length > 0 && { lines: lines.map(({ position, amount: of }) => ({ position, amount: of! })) }),
      ...(note.trim() && { note: note.trim() }),
    }
    try {
      await kith.orders.refund({ orderId: order.id, ...given })
    } catch (error) {
      setRefused(error)
      throw error
    }
    await onChanged()
    setTyped('')
    setByLine({})
    notify(t('order.recorded'))
  }
  return (
    <ActDialog
      act={t('order.refund')}
      onAct={refund}
      onClose={onClose}
      opened={opened}
      ready={isAmount(amount) && lines.every((line) => isAmount(line.amount))}
      title={t('order.refund')}
    >
      <Text size="sm">
        {t('order.total')} <Money amount={order.total} currency={currency} /> · {t('order.refunded')}{' '}
        <Money amount={order.refunded} currency={currency} />
      </Text>
      <TextInput
        classNames={{ input: 'kith-code-input' }}
        description={t(lines.length > 0 ? 'order.refundLines' : 'order.refundAll')}
        error={amount === null && t('order.noAmount')}
        inputMode="decimal"
        label={t('order.amount')}
        name="amount"
        onChange={(event) => setTyped(event.currentTarget.value)}
        value={typed}
      />
      {order.lines.length > 0 && (
        <LineFields
          onType={(position, text) => {
            setRefused(null)
            setByLine((before) => ({ ...before, [position]: text }))
          }}
          order={order}
          refused={refused}
          typed={byLine}
        />
      )}
      <Textarea
        label={t('order.note')}
        maxLength={500}
        name="note"
        onChange={(event) => setNote(event.currentTarget.value)}
        value={note}
      />
    </ActDialog>
  )
}

interface LineProps {
  readonly order: Order
  readonly typed: TypedLines
  readonly refused: unknown
  readonly onType: (position: number, text: string) => void
}

/** How much of each line goes back. */
function LineFields({ order, typed, refused, onType }: LineProps) {
  const { t } = useTranslation()
  const money = useMoney()
  const lines = amountsTyped(typed, order)
  const errors = refusedFields(refused)
  return (
    <details data-refund-lines>
      <summary>{t('order.byLines')}</summary>
      <Stack gap="xs" mt="xs">
        {order.lines.map((line) => {
          const at = lines.findIndex(({ position }) => position === line.position)
          const noAmount = lines[at]?.amount === null && t('order.noAmount')
          return (
            <TextInput
              classNames={{ input: 'kith-code-input' }}
              description={t('order.leftOfLine', { amount: money(leftOfLine(order, line), order.currency) })}
              error={noAmount || errors[`lines.${at}.amount`]}
              inputMode="decimal"
              key={line.position}
              label={<Name>{line.name ?? line.sku ?? t('order.line', { position: line.position })}</Name>}
              name={`line-${line.position}`}
              onChange={(event) => onType(line.position, event.currentTarget.value)}
              value={typed[line.position] ?? ''}
            />
          )
        })}
      </Stack>
    </details>
  )
}
