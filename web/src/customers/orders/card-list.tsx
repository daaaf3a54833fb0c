import type { Output } from '@kith/sdk'
import { ActionIcon, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../design/dialog.tsx'
import { useTrying } from '../../design/form.tsx'
import { Icon } from '../../design/icons.tsx'
import { notify } from '../../design/notify.ts'
import { Code, Name } from '../../design/written.tsx'
import classes from './orders.module.css'

type Card = Output<'orders.listPaymentMethods'>['items'][number]

interface Props {
  readonly cards: readonly Card[]
  /** Null: who looks may not remove one. */
  readonly onRemove: ((cardId: string) => Promise<unknown>) | null
}

/** What is known of their cards: never a number. */
export function CardList({ cards, onRemove }: Props) {
  const { t } = useTranslation()
  const [removing, setRemoving] = useState<Card | null>(null)
  const brandOf = ({ brand }: Card) => brand ?? t('order.card')
  const calledOf = (card: Card) => (card.lastFour === null ? brandOf(card) : `${brandOf(card)} •••• ${card.lastFour}`)
  return (
    <>
      <ul className={classes.brief} data-cards>
        {cards.map((card) => (
          <li key={card.id}>
            <Group gap="xs" justify="space-between" wrap="nowrap">
              <Text component="span" size="sm">
                <Name>{brandOf(card)}</Name> {card.lastFour !== null && <Code>{`•••• ${card.lastFour}`}</Code>}{' '}
                {card.expiryMonth !== null && (
                  <Code>{`${String(card.expiryMonth).padStart(2, '0')}/${card.expiryYear}`}</Code>
                )}{' '}
                {card.expired && t('order.expired')}
              </Text>
              {onRemove && (
                <ActionIcon
                  aria-label={t('order.removeCardOf', { card: calledOf(card) })}
                  color="gray"
                  onClick={() => setRemoving(card)}
                  variant="subtle"
                >
                  <Icon name="bin" size={16} />
                </ActionIcon>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {removing && onRemove && (
        <RemoveCard
          card={calledOf(removing)}
          onClose={() => setRemoving(null)}
          onRemove={() => onRemove(removing.id)}
        />
      )}
    </>
  )
}

interface RemoveProps {
  readonly card: string
  readonly onRemove: () => Promise<unknown>
  readonly onClose: () => void
}

function RemoveCard({ card, onRemove, onClose }: RemoveProps) {
  const { t } = useTranslation()
  const remove = useTrying(onRemove, () => {
    notify(t('order.cardRemoved'))
    onClose()
  })
  return (
    <Confirm
      act={remove}
      explained={t('order.removeCardExplained', { card })}
      onClose={onClose}
      onConfirm={remove.run}
      title={t('order.removeCard')}
    />
  )
}
