import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useReason } from '../design/states.tsx'
import { type Choices, type GroupChoices, type Person, useGroupMoves, useMoves } from './queries.ts'

interface Props {
  readonly from: string
  readonly into: string
  readonly choices: Choices
}

const KINDS = ['orders', 'loyaltyPoints', 'addresses', 'logins', 'cartLines'] as const

/** What exactly will move, or why the two cannot be merged. */
export function Moves({ from, into, choices }: Props) {
  const { data, error } = useMoves(from, into, choices)
  return <Moved error={error} moved={data?.moved} name="moves" />
}

interface GroupProps {
  readonly suggestionId: string
  /** The survivor first. */
  readonly customers: readonly Person[]
  readonly choices: GroupChoices
}

/** The same of a whole group. */
export function GroupMoves({ suggestionId, customers, choices }: GroupProps) {
  const { data, error } = useGroupMoves(suggestionId, customers, choices)
  return <Moved error={error} moved={data?.moved} name="group-moves" />
}

interface MovedProps {
  readonly moved: Readonly<Record<string, number>> | undefined
  readonly error: unknown
  readonly name: 'moves' | 'group-moves'
}

function Moved({ moved: counts, error, name }: MovedProps) {
  const { t } = useTranslation()
  const reason = useReason()
  if (error)
    return (
      <Text c="red" role="alert" size="sm">
        {reason(error)}
      </Text>
    )
  if (!counts) return null
  const moved = KINDS.flatMap((kind) => {
    const count = counts[kind] ?? 0
    return count > 0 ? [t(`duplicateMoves.${kind}`, { count })] : []
  })
  return (
    <Text {...{ [`data-${name}`]: true }} size="sm">
      {moved.length > 0
        ? t('duplicates.willMove', { what: moved.join(t('duplicates.and')) })
        : t('duplicates.nothingMoves')}
    </Text>
  )
}
