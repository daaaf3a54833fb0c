import { Alert, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../design/written.tsx'
import { useSession } from '../../session/session.ts'
import { MergedPerson } from './merged-person.tsx'

/** Where a merge stands on the page of its survivor. */
export const placeOf = (mergeId: string) => `merge-${mergeId}`

/** Why a merge cannot be undone yet: the later one of the same person, and the way to it. */
export function LaterMerge({ mergeId }: { readonly mergeId: string }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const { data } = useQuery({
    queryKey: ['merges', 'one', mergeId],
    queryFn: ({ signal }) => kith.merging.get({ mergeId }, { signal }),
    enabled: may('customers:history'),
  })
  if (!data || data.undone) return null
  const { into, people, mergedAt } = data
  return (
    <Alert color="yellow" data-later={mergeId} mt="xs" role="alert" variant="light">
      <Text size="sm">{t('duplicates.undoLaterFirst')}</Text>
      <Group gap="xs">
        <MergedPerson person={people.from} /> · <MergedPerson person={people.into} /> ·{' '}
        <Text c="dimmed" size="xs">
          <Moment at={mergedAt} />
        </Text>
        <Link
          hash={placeOf(mergeId)}
          params={{ customerId: into }}
          search={{ tab: 'duplicates' }}
          to="/customers/$customerId"
        >
          {t('duplicates.toLater')}
        </Link>
      </Group>
    </Alert>
  )
}
