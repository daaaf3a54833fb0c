import type { Output } from '@kith/sdk'
import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../design/dialog.tsx'
import { useTrying } from '../../design/form.tsx'
import { Count, Name } from '../../design/written.tsx'
import { Money } from './order-lines.tsx'
import classes from './orders.module.css'

interface Props {
  readonly cart: Output<'carts.read'>
  readonly currency: string
  readonly explained?: string
  /** Null: the user may not empty it. */
  readonly onClear: (() => Promise<unknown>) | null
}

const decimalOf = (thousandths: number) => (thousandths / 1_000).toFixed(3)

/** What is put aside to buy; nothing when there is nothing. */
export function CartLines({ cart: { lines }, currency, explained, onClear }: Props) {
  const { t } = useTranslation()
  const [clearing, setClearing] = useState(false)
  if (lines.length === 0) return null
  return (
    <section data-cart>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('field.cart')}
        </Title>
        {onClear && (
          <Button onClick={() => setClearing(true)} size="compact-sm" variant="default">
            {t('cart.clear')}
          </Button>
        )}
      </Group>
      {explained && (
        <Text c="dimmed" size="sm">
          {explained}
        </Text>
      )}
      <ul className={classes.lines}>
        {lines.map(({ sku, quantity, name, unitPrice }) => (
          <li key={sku}>
            <span>
              <Count>{quantity}</Count> × <Name>{name ?? sku}</Name>
            </span>
            {unitPrice !== null && <Money amount={decimalOf(unitPrice * quantity)} currency={currency} />}
          </li>
        ))}
      </ul>
      {clearing && onClear && <Clear onClear={onClear} onClose={() => setClearing(false)} />}
    </section>
  )
}

interface ClearProps {
  readonly onClear: () => Promise<unknown>
  readonly onClose: () => void
}

function Clear({ onClear, onClose }: ClearProps) {
  const { t } = useTranslation()
  const clear = useTrying(onClear, onClose)
  return (
    <Confirm
      act={clear}
      explained={t('cart.clearExplained')}
      onClose={onClose}
      onConfirm={clear.run}
      title={t('cart.clear')}
    />
  )
}
