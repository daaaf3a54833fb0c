import type { Output } from '@kith/sdk'
import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Count } from '../design/written.tsx'
import { useAmount } from '../language/format.ts'

type Owed = Output<'loyalty.liability'>
const BESIDE = ['pending', 'reserved', 'owedByCustomers', 'outstanding'] as const

/** Each line of it, in words. */
export function useOwed(): (liability: Owed) => { label: string; points: number; worth: string }[] {
  const { t } = useTranslation()
  const amount = useAmount()
  return ({ currency, months, ...beside }) => {
    const line = (label: string, { points, worth }: Owed['pending']) => ({
      ...{ label, points },
      worth: `${amount(worth)} ${currency}`,
    })
    return [
      ...months.map((one) => line(one.month ?? t('loyaltyRules.never'), one)),
      ...BESIDE.map((name) => line(t(`loyaltyOwes.${name}`), beside[name])),
    ]
  }
}

/** Points that are still owed, by the month in which they end. */
export function LiabilityTable({ liability }: { readonly liability: Owed }) {
  const { t } = useTranslation()
  const owed = useOwed()
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('loyaltyOwed.month')}</Table.Th>
          <Table.Th ta="end">{t('loyaltyOwed.points')}</Table.Th>
          <Table.Th ta="end">{t('loyaltyOwed.worth')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {owed(liability).map(({ label, points, worth }) => (
          <Table.Tr key={label}>
            <Table.Th scope="row">
              <bdi>{label}</bdi>
            </Table.Th>
            <Table.Td ta="end">
              <Count>{points}</Count>
            </Table.Td>
            <Table.Td ta="end">{worth}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
