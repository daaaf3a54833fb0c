import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { Count, Moment, Name } from '../design/written.tsx'
import { useSession } from '../session/session.ts'
import classes from './privacy.module.css'

/** Which other systems were told about this customer. */
export function DisclosurePanel({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const read = useQuery({
    queryKey: ['privacy', 'disclosures', customerId],
    queryFn: ({ signal }) => kith.webhooks.disclosures({ customerId }, { signal }),
  })
  return (
    <section className={classes.panel}>
      <h2>{t('privacyTold.title')}</h2>
      <Text c="dimmed" size="sm">
        {t('privacyTold.explained')}
      </Text>
      {read.isError && <Failure error={read.error} onRetry={read.refetch} />}
      {read.isPending && <SkeletonRows rows={1} />}
      {read.data?.items.length === 0 && <Text size="sm">{t('privacyTold.none')}</Text>}
      {read.data && read.data.items.length > 0 && (
        <div className={classes.scroll}>
          <Table data-cards verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('privacyTold.receiver')}</Table.Th>
                <Table.Th>{t('privacyTold.events')}</Table.Th>
                <Table.Th>{t('privacyTold.described')}</Table.Th>
                <Table.Th>{t('privacyTold.first')}</Table.Th>
                <Table.Th>{t('privacyTold.last')}</Table.Th>
                <Table.Th>{t('privacyTold.erasureTold')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {read.data.items.map(({ webhookId, receiver, events, described, firstAt, lastAt, erasureToldAt }) => (
                <Table.Tr key={webhookId}>
                  <Table.Th scope="row">
                    <Name>{receiver}</Name>
                  </Table.Th>
                  <Table.Td>
                    <Count>{events}</Count>
                  </Table.Td>
                  <Table.Td>
                    <Count>{described}</Count>
                  </Table.Td>
                  <Table.Td>
                    <Moment at={firstAt} />
                  </Table.Td>
                  <Table.Td>
                    <Moment at={lastAt} />
                  </Table.Td>
                  <Table.Td>{erasureToldAt ? <Moment at={erasureToldAt} /> : '–'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  )
}
