import type { Output } from '@kith/sdk'
import { Anchor, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Code, Count, Moment } from '../design/written.tsx'
import { ActionWords, Actor, useFieldName } from '../person/history-words.tsx'
import classes from './audit-page.module.css'

interface Props {
  readonly entries: Output<'audit.list'>['items']
}

export function AuditTable({ entries }: Props) {
  const { t } = useTranslation()
  const name = useFieldName()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keys
    <div className={classes.table} tabIndex={0}>
      <Table stickyHeader data-cards verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.position')}</Table.Th>
            <Table.Th>{t('audit.at')}</Table.Th>
            <Table.Th>{t('audit.actor')}</Table.Th>
            <Table.Th>{t('audit.action')}</Table.Th>
            <Table.Th>{t('audit.fields')}</Table.Th>
            <Table.Th>{t('audit.customer')}</Table.Th>
            <Table.Th>{t('audit.ip')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(({ id, position, at, actor, action, fields, customerId, ip }) => (
            <Table.Tr key={id}>
              <Table.Td className={classes.short}>{position === null ? '…' : <Count>{position}</Count>}</Table.Td>
              <Table.Td className={classes.short}>
                <Moment at={at} exact />
              </Table.Td>
              <Table.Td>
                <Actor actor={actor} />
              </Table.Td>
              <Table.Td>
                <ActionWords action={action} />
              </Table.Td>
              <Table.Td>{fields.map(name).join(t('audit.comma'))}</Table.Td>
              <Table.Td className={classes.short}>
                {customerId && (
                  <Anchor component={Link} params={{ customerId } as never} size="sm" to="/customers/$customerId">
                    <Code>{`…${customerId.slice(-8)}`}</Code>
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td>{ip && <Code>{ip}</Code>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
