import type { Output } from '@kith/sdk'
import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Count } from '../../design/written.tsx'
import { useAmount } from '../../language/format.ts'
import classes from '../settings-page.module.css'

const BESIDE = ['pending', 'reserved', 'owedByCustomers', 'outstanding'] as const

/** Points that are still owed, by the month in which they end. */
export function Liability({ liability }: { readonly liability: Output<'loyalty.liability'> }) {
  const { t } = useTranslation()
  const amount = useAmount()
  const money = (worth: string) => `${amount(worth)} ${liability.currency}`
  return (
    <section aria-label={t('loyaltyOwed.title')} className={classes.card} data-narrow>
      <h2 className={classes.cardTitle}>{t('loyaltyOwed.title')}</h2>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('loyaltyOwed.month')}</Table.Th>
            <Table.Th ta="end">{t('loyaltyOwed.points')}</Table.Th>
            <Table.Th ta="end">{t('loyaltyOwed.worth')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {liability.months.map(({ month, points, worth }) => (
            <Table.Tr key={month ?? 'never'}>
              <Table.Td>{month ? <bdi dir="ltr">{month}</bdi> : t('loyaltyRules.never')}</Table.Td>
              <Table.Td ta="end">
                <Count>{points}</Count>
              </Table.Td>
              <Table.Td ta="end">{money(worth)}</Table.Td>
            </Table.Tr>
          ))}
          {BESIDE.map((name) => (
            <Table.Tr key={name}>
              <Table.Th>{t(`loyaltyOwes.${name}`)}</Table.Th>
              <Table.Td ta="end">
                <Count>{liability[name].points}</Count>
              </Table.Td>
              <Table.Td ta="end">{money(liability[name].worth)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
