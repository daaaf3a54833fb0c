import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useReason } from '../design/states.tsx'
import type { Choices } from './queries.ts'
import { useMoves } from './queries.ts'

interface Props {
  readonly from: string
  readonly into: string
  readonly choices: Choices
}

const KINDS = ['orders', 'loyaltyPoints', 'addresses', 'logins', 'cartLines'] as const

/** What exactly will move, or why the two cannot be merged. */
export function Moves({ from, into, choices }: Props) {
  const { t } = useTranslation()
  const reason = useReason()
  const { data, error } = useMoves(from, into, choices)
  if (error)
    return (
      <Text c="red" role="alert" size="sm">
        {reason(error)}
      </Text>
    )
  if (!data) return null
  const moved = KINDS.flatMap((kind) => {
    const count = data.moved[kind] ?? 0
    return count > 0 ? [t(`duplicateMoves.${kind}`, { count })] : []
  })
  return (
    <Text data-moves size="sm">
      {moved.length > 0
        ? t('duplicates.willMove', { what: moved.join(t('duplicates.and')) })
        : t('duplicates.nothingMoves')}
    </Text>
  )
}
