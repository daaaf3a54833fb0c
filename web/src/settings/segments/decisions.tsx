import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Count, Moment, Name } from '../../design/written.tsx'
import { Actor } from '../../person/history-words.tsx'
import { useSession } from '../../session/session.ts'
import settings from '../settings-page.module.css'

/** Which segments and tags there were from when on, and whose decision it was. */
export function Decisions() {
  const { t, i18n } = useTranslation()
  const { kith } = useSession()
  const { data } = useQuery({
    queryKey: ['settings', 'segments', 'versions'],
    queryFn: ({ signal }) => kith.segments.listVersions({}, { signal }),
  })
  if (!data || data.items.length === 0) return null
  const language = i18n.language === 'ar' ? 'ar' : 'en'
  return (
    <details className={settings.card} data-decisions>
      <summary>{t('segments.decisions')}</summary>
      <Table verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.position')}</Table.Th>
            <Table.Th>{t('audit.at')}</Table.Th>
            <Table.Th>{t('audit.actor')}</Table.Th>
            <Table.Th>{t('segments.segments')}</Table.Th>
            <Table.Th>{t('segments.tags')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.items.map(({ version, decidedAt, decidedBy, segments, otherwise, tags }) => (
            <Table.Tr key={version}>
              <Table.Td>
                <Count>{version}</Count>
              </Table.Td>
              <Table.Td>
                <Moment at={decidedAt} exact />
              </Table.Td>
              <Table.Td>
                <Actor actor={decidedBy} />
              </Table.Td>
              <Table.Td>
                {[...segments, otherwise].map(({ key, name }, index) => (
                  <span key={key}>
                    {index > 0 && t('audit.comma')}
                    <Name>{name[language]}</Name>
                  </span>
                ))}
              </Table.Td>
              <Table.Td>
                {tags.map(({ key, name }, index) => (
                  <span key={key}>
                    {index > 0 && t('audit.comma')}
                    <Name>{name[language]}</Name>
                  </span>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}
