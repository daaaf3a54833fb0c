import type { Output } from '@kith/sdk'
import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TypeBadge } from '../design/badges.tsx'
import { Icon } from '../design/icons.tsx'
import { Name, Phone } from '../design/written.tsx'
import { useSession } from '../session/session.ts'

const DEBOUNCE_MS = 200
const SHOWN = 3

/** By what a customer is compared while it is typed. */
export const FIELDS = ['firstName', 'lastName', 'name2', 'phone', 'email', 'birthDate', 'companyName'] as const
type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>
type Match = Output<'duplicates.match'>['items'][number]

interface Props {
  readonly person: Typed
  /** The customer that is being changed. */
  readonly except?: string
  /** Absent: only told. */
  readonly onPerson?: (id: string) => void
}

/** Who a customer that is being typed probably is, before anything is saved. */
export function SamePerson({ person, except, onPerson }: Props) {
  const { t } = useTranslation()
  const likely = useMatches(person, except)
  if (likely.length === 0) return null
  return (
    <Paper bg="var(--kith-warm-soft)" p="sm" role="status">
      <Group c="var(--kith-warm-ink)" gap="xs" mb="xs">
        <Icon name="people" />
        <Text fw={600} size="sm">
          {t('till.sameQuestion')}
        </Text>
      </Group>
      <Stack gap={6}>
        {likely.map((match) => (
          <OneMatch key={match.customer.id} match={match} {...(onPerson && { onPerson })} />
        ))}
      </Stack>
    </Paper>
  )
}

function OneMatch({ match, onPerson }: { readonly match: Match } & Pick<Props, 'onPerson'>) {
  const { t } = useTranslation()
  const because = useBecause()
  const { id, name, phone, type } = match.customer
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      <div>
        <Text component="div" fw={550} size="sm">
          <Name>{name}</Name> <TypeBadge type={type} />
        </Text>
        <Text c="var(--kith-warm-ink)" component="div" size="xs">
          {because(match)} {phone && <Phone>{phone}</Phone>}
        </Text>
      </div>
      {onPerson && (
        <Button onClick={() => onPerson(id)} size="compact-sm" variant="default">
          {t('till.itIs')}
        </Button>
      )}
    </Group>
  )
}

/** What speaks for it, the strongest first: “Last name: sounds the same · Phone: the same”. */
function useBecause(): (match: Match) => string {
  const { t } = useTranslation()
  return ({ household, explanation }) => {
    if (household) return t('till.sharedPhone')
    return explanation.reasons
      .filter(({ bits }) => bits > 0)
      .sort((a, b) => b.bits - a.bits)
      .map(({ field, level }) => `${t(`field.${field}`)}: ${t(`duplicateLevel.${level}`)}`)
      .join(' · ')
  }
}

function useMatches(person: Typed, except: string | undefined): readonly Match[] {
  const { kith } = useSession()
  const given = FIELDS.flatMap((field) => (person[field]?.trim() ? [[field, person[field].trim()]] : []))
  const [typed] = useDebouncedValue(JSON.stringify(Object.fromEntries(given)), DEBOUNCE_MS)
  const { data } = useQuery({
    queryKey: ['customers', 'matches', typed, except],
    queryFn: ({ signal }) =>
      kith.duplicates.match({ ...(JSON.parse(typed) as Typed), ...(except && { except }) }, { signal }),
    enabled: typed !== '{}',
    placeholderData: (before) => (typed === '{}' ? undefined : before),
  })
  return data?.items.slice(0, SHOWN) ?? []
}
