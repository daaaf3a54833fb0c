import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Count, Moment } from '../../design/written.tsx'
import { Actor } from '../../person/history-words.tsx'
import { useSession } from '../../session/session.ts'
import settings from '../settings-page.module.css'

/** Since when which rules of points are in force, and whose decision they were; the audit trail has the fields. */
export function Decisions() {
  const { t } = useTranslation()
  const { kith } = useSession()
  const { data } = useQuery({
    queryKey: ['settings', 'loyalty', 'versions'],
    queryFn: ({ signal }) => kith.loyalty.listRules({}, { signal }),
  })
  if (!data || data.items.length === 0) return null
  return (
    <details className={settings.card} data-decisions>
      <summary>{t('loyaltyRules.decisions')}</summary>
      <Table verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.position')}</Table.Th>
            <Table.Th>{t('audit.at')}</Table.Th>
            <Table.Th>{t('audit.actor')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.items.map(({ version, since, by }) => (
            <Table.Tr key={version}>
              <Table.Td>
                <Count>{version}</Count>
              </Table.Td>
              <Table.Td>{since === null ? '–' : <Moment at={since} exact />}</Table.Td>
              <Table.Td>{by === null ? '–' : <Actor actor={by} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}
