import { Anchor, Button, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../design/drawing.tsx'
import { Empty, Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { Count, Moment, Name } from '../design/written.tsx'
import { Actor } from '../person/history-words.tsx'
import { useSession } from '../session/session.ts'
import classes from './imports.module.css'
import { type Import, useImports } from './queries.ts'
import { StateBadge } from './state-badge.tsx'
import { UploadCard } from './upload-card.tsx'

/** A new import, and those of before. */
export function ImportsPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  const { data, error, refetch, hasNextPage, fetchNextPage } = useImports()
  if (!may('customers:import')) return <NoPermission />
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className={classes.page}>
      <header>
        <h1 className={classes.title}>{t('imports.title')}</h1>
        <p className={classes.explained}>{t('imports.explained')}</p>
      </header>
      <UploadCard />
      <section aria-label={t('imports.earlier')} className={classes.card} data-table>
        {data ? (
          items.length === 0 ? (
            <Empty drawing={<Drawing of="sheet" />} title={t('imports.none')}>
              {t('imports.noneExplained')}
            </Empty>
          ) : (
            <ImportTable items={items} />
          )
        ) : error ? (
          <Failure error={error} onRetry={refetch} />
        ) : (
          <SkeletonRows rows={4} />
        )}
      </section>
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} style={{ alignSelf: 'center' }} variant="default">
          {t('imports.more')}
        </Button>
      )}
    </div>
  )
}

function ImportTable({ items }: { readonly items: readonly Import[] }) {
  const { t } = useTranslation()
  return (
    <Table data-cards verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('imports.file')}</Table.Th>
          <Table.Th>{t('imports.state')}</Table.Th>
          <Table.Th>{t('importCount.created')}</Table.Th>
          <Table.Th>{t('importCount.updated')}</Table.Th>
          <Table.Th>{t('importCount.refused')}</Table.Th>
          <Table.Th>{t('imports.by')}</Table.Th>
          <Table.Th>{t('imports.at')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Th scope="row">
              <Anchor component={Link} params={{ importId: one.id } as never} size="sm" to="/imports/$importId">
                <Name>{one.fileName ?? t('imports.forgotten')}</Name>
              </Anchor>
            </Table.Th>
            <Table.Td>
              <StateBadge state={one.state} />
            </Table.Td>
            <Table.Td>
              <Count>{one.counts.created}</Count>
            </Table.Td>
            <Table.Td>
              <Count>{one.counts.updated}</Count>
            </Table.Td>
            <Table.Td>
              <Count>{one.counts.refused}</Count>
            </Table.Td>
            <Table.Td>
              <Actor actor={one.startedBy ?? one.createdBy} />
            </Table.Td>
            <Table.Td>
              <Moment at={one.createdAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
