import { Group, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import badge from '../design/badges.module.css'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { Code, Count, Moment } from '../design/written.tsx'
import { Actor } from '../person/history-words.tsx'
import { Certificate } from './certificate.tsx'
import { More } from './more.tsx'
import classes from './privacy.module.css'
import { type Erasure, useErasures } from './queries.ts'

/** Erased customers, by number only; each with its certificate. */
export function ErasuresTable() {
  const { t } = useTranslation()
  const erasures = useErasures()
  if (erasures.isError) return <Failure error={erasures.error} onRetry={erasures.refetch} />
  if (erasures.isPending) return <SkeletonRows rows={6} />
  if (erasures.items.length === 0) return <Empty icon="check" title={t('privacyErasure.none')} />
  return (
    <div className={classes.list}>
      <Table className={classes.table} data-cards verticalSpacing={10}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.at')}</Table.Th>
            <Table.Th>{t('privacy.person')}</Table.Th>
            <Table.Th>{t('person.reason')}</Table.Th>
            <Table.Th>{t('audit.actor')}</Table.Th>
            <Table.Th>{t('privacyErasure.rowsErased')}</Table.Th>
            <Table.Th>{t('privacyErasure.consumers')}</Table.Th>
            <Table.Th>{t('privacyErasure.certificate')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {erasures.items.map((one) => (
            <OneErasure key={one.id} one={one} />
          ))}
        </Table.Tbody>
      </Table>
      <More list={erasures} />
    </div>
  )
}

function OneErasure({ one }: { readonly one: Erasure }) {
  const { t } = useTranslation()
  const rows = one.counts.filter(({ fate }) => fate === 'erased').reduce((sum, { rows }) => sum + rows, 0)
  return (
    <Table.Tr>
      <Table.Td>
        <Moment at={one.erasedAt} exact />
      </Table.Td>
      <Table.Td>
        <Code>{`…${one.customerId.slice(-8)}`}</Code>
      </Table.Td>
      <Table.Td>{t(`privacyReason.${one.reason}`)}</Table.Td>
      <Table.Td>
        <Actor actor={one.erasedBy} />
      </Table.Td>
      <Table.Td>
        <Count>{rows}</Count>
      </Table.Td>
      <Table.Td>
        <Group gap={6}>
          {one.consumers.length === 0 && '—'}
          {one.consumers.map(({ name, acknowledgedAt }) => (
            <span className={badge.badge} data-tone={acknowledgedAt ? 'accent' : 'warm'} key={name}>
              <Code>{name}</Code> {t(acknowledgedAt ? 'privacyErasure.acknowledged' : 'privacyErasure.awaited')}
            </span>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>{one.certified ? <Certificate id={one.id} /> : t('privacyErasure.pending')}</Table.Td>
    </Table.Tr>
  )
}
