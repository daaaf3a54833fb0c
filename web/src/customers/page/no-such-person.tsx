import { KithRefusal } from '@kith/sdk'
import { Anchor, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { Empty, SkeletonRows } from '../../design/states.tsx'
import { Code, Moment } from '../../design/written.tsx'
import { useSession } from '../../session/session.ts'

/** The server answers the same for unknown and erased customers: only the list of erasures tells them apart. */
export const isGone = (error: unknown) => error instanceof KithRefusal && error.code === 'customer.not_found'

interface Gone {
  readonly customerId: string
  readonly Certificate: ComponentType<{ readonly id: string }>
}

/** Replaces the page of an erased customer: the date, and the certificate for users who may read it. */
export function NoSuchPerson({ customerId, Certificate }: Gone) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const reads = may('privacy:read')
  const erasures = useQuery({
    queryKey: ['privacy', 'erasures', 'of', customerId],
    queryFn: ({ signal }) => kith.privacy.listErasures({ customerId }, { signal }),
    enabled: reads,
  })
  if (reads && erasures.isPending) return <SkeletonRows rows={4} />
  const erasure = erasures.data?.items[0]
  const back = (
    <Anchor component={Link} mt="xs" size="sm" to="/customers">
      {t('place.customers')}
    </Anchor>
  )
  if (!erasure) {
    return (
      <Empty action={back} icon="people" level={1} title={t('gone.unknown')}>
        {t('gone.unknownExplained')}
      </Empty>
    )
  }
  return (
    <Empty
      action={
        <Stack align="center" data-tombstone gap="xs">
          <Group gap="xs">
            <Icon name="lock" size={16} />
            <Code>{erasure.number}</Code>
            <Moment at={erasure.erasedAt} exact />
          </Group>
          {erasure.certified ? <Certificate id={erasure.id} /> : t('gone.pending')}
          {back}
        </Stack>
      }
      icon="person"
      level={1}
      title={t('gone.erased')}
    >
      {t('gone.erasedExplained')}
    </Empty>
  )
}
