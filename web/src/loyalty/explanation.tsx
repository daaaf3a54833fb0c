import type { Output } from '@kith/sdk'
import { Table, Text, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { Moment, Name } from '../design/written.tsx'
import { useSession } from '../session/session.ts'
import { pointsKey } from './queries.ts'

type Explained = Output<'loyalty.explain'>['tier']

/** Why a customer has this tier and so many points; asked for when it is opened. */
export function WhyPoints({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const { data, refetch } = useQuery({
    queryKey: [...pointsKey(customerId), 'explanation'],
    queryFn: ({ signal }) => kith.loyalty.explain({ customerId }, { signal }),
    enabled: false,
  })
  return (
    <details data-explanation onToggle={({ currentTarget }) => currentTarget.open && void refetch()}>
      <summary>{t('points.why')}</summary>
      {data && (
        <>
          <Explanation explained={data.tier} />
          <Explanation explained={data.points} />
        </>
      )}
    </details>
  )
}

/** What was decided by which rule, with the values that it compared. */
export function Explanation({ explained: { rule, since, compared } }: { readonly explained: Explained }) {
  const { t } = useTranslation()
  return (
    <section>
      <Text mt="sm" size="sm">
        {rule.text} {since && <Moment at={since} />}
      </Text>
      <Table withRowBorders={false}>
        <Table.Tbody>
          {compared.map(({ what, value, needs, met }) => (
            <Table.Tr key={`${what} ${needs}`}>
              <Table.Td>{what}</Table.Td>
              <Table.Td ta="end">{value !== null && <Name>{String(value)}</Name>}</Table.Td>
              <Table.Td ta="end">{needs !== null && <Name>{String(needs)}</Name>}</Table.Td>
              <Table.Td>
                <Icon name={met ? 'check' : 'close'} size={16} />
                <VisuallyHidden>{t(met ? 'points.met' : 'points.unmet')}</VisuallyHidden>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
