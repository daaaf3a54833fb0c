import type { Output } from '@kith/sdk'
import { Badge, CloseButton, Group, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNotifyFailure } from '../../design/notify.ts'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Moment } from '../../design/written.tsx'
import { SegmentName, useSegments } from '../../person/segments.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { ExplainedRule } from './explained-rule.tsx'
import { TagMenu } from './tag-menu.tsx'

type OfCustomer = Output<'segments.ofOne'>

/** In which segment a customer is, their tags, why, and where they were before. */
export function SegmentsTab({ customer: { id: customerId, restricted } }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const queries = useQueryClient()
  const notifyFailure = useNotifyFailure()
  const { tags } = useSegments()
  const queryKey = ['customer', customerId, 'segments']
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => kith.segments.ofOne({ customerId }, { signal }),
  })
  const change = useMutation({
    mutationFn: ({ tag, give }: { tag: string; give: boolean }) =>
      give ? kith.segments.giveTag({ customerId, tag }) : kith.segments.takeTag({ customerId, tag }),
    onSuccess: (after) => queries.setQueryData(queryKey, after),
    onError: notifyFailure,
  })
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  if (!data.segment) return <Empty icon="people" title={t('segment.none')} />
  const mayTag = may('segments:tag') && !restricted
  const isByHand = (key: string) =>
    data.explained?.tags.some(({ rule, compared }) => rule.key === key && compared.length === 0)
  return (
    <Stack gap="lg">
      <Group gap="xs">
        <Badge size="lg" variant="light">
          <SegmentName of={data.segment.key} />
        </Badge>
        {data.tags.map(({ key }) => (
          <Badge
            key={key}
            rightSection={
              mayTag &&
              isByHand(key) && (
                <CloseButton
                  aria-label={t('segment.takeTag', { tag: key })}
                  onClick={() => change.mutate({ tag: key, give: false })}
                  size="xs"
                />
              )
            }
            size="lg"
            variant="outline"
          >
            <SegmentName of={key} />
          </Badge>
        ))}
        {mayTag && (
          <TagMenu
            onTag={(tag) => change.mutate({ tag, give: true })}
            tags={tags.filter(({ key }) => isByHand(key) && data.tags.every((one) => one.key !== key))}
          />
        )}
      </Group>
      {data.explained && (
        <section aria-label={t('segment.why')}>
          {[...data.explained.segments, ...data.explained.tags]
            .filter(({ compared }) => compared.length > 0)
            .map((one) => (
              <ExplainedRule explained={one} key={one.rule.key} />
            ))}
        </section>
      )}
      <Past history={data.history} />
    </Stack>
  )
}

function Past({ history }: Pick<OfCustomer, 'history'>) {
  const { t } = useTranslation()
  return (
    <Table>
      <Table.Caption>
        <Text size="sm">{t('segment.history')}</Text>
      </Table.Caption>
      <Table.Tbody>
        {history.map(({ key, since, until, cause }) => (
          <Table.Tr key={`${key} ${since}`}>
            <Table.Th scope="row">
              <SegmentName of={key} />
            </Table.Th>
            <Table.Td>
              <Moment at={since} exact /> – {until ? <Moment at={until} exact /> : t('segment.now')}
            </Table.Td>
            <Table.Td>{t(`segmentCause.${cause as 'change'}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
