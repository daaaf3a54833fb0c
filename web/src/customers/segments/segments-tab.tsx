import { Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Moment } from '../../design/written.tsx'
import { SegmentName } from '../../person/segments.tsx'
import type { Customer } from '../../session/session.ts'
import { ExplainedRule } from './explained-rule.tsx'
import { type OfCustomer, useSegmentsOf } from './queries.ts'
import { TagBadges } from './tag-badges.tsx'

/** In which segment a customer is, their tags, why, and where they were before. */
export function SegmentsTab({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useSegmentsOf(customer.id)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  if (!data.segment) return <Empty icon="people" title={t('segment.none')} />
  return (
    <Stack gap="lg">
      <TagBadges customer={customer} of={data} />
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
