import { Anchor, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { HistoryChange } from '../customers/page/history-change.tsx'
import { Code, Count, Moment } from '../design/written.tsx'
import { useNumber } from '../language/format.ts'
import history from '../person/history.module.css'
import { ActionWords, Actor, CustomerOf, useFieldName } from '../person/history-words.tsx'
import { useFilterBy } from './audit-filters.tsx'
import classes from './audit-page.module.css'
import type { AuditFilter } from './filter.ts'
import { byMoment, type Entry, type Together, toldIn } from './moments.ts'

/** An import may name hundreds at once; each has its own history. */
const MOST_NAMED = 5

interface Props {
  readonly entries: readonly Entry[]
  readonly filter: AuditFilter
}

/** A row for each moment; a press on a caller shows only theirs. */
export function AuditTable({ entries, filter }: Props) {
  const { t } = useTranslation()
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
          {byMoment(entries).map((together) => (
            <OneMoment filter={filter} key={together[0].id} together={together} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

const each = <Value,>(values: readonly Value[]) => [...new Set(values)]

function OneMoment({ together, filter }: { readonly together: Together; readonly filter: AuditFilter }) {
  const filterBy = useFilterBy()
  const number = useNumber()
  const [{ at, actor, ip }] = together
  const customers = each(together.flatMap(({ customerId }) => customerId ?? []))
  return (
    <Table.Tr>
      <Table.Td className={classes.short}>
        <Positions of={together} />
      </Table.Td>
      <Table.Td className={classes.short}>
        <Moment at={at} exact />
      </Table.Td>
      <Table.Td>
        <Anchor component="button" onClick={() => filterBy({ ...filter, actor })} size="sm" ta="start" type="button">
          <Actor actor={actor} />
        </Anchor>
      </Table.Td>
      <Table.Td>
        {each(together.map(({ action }) => action)).map((action) => (
          <div key={action}>
            <ActionWords action={action} />
          </div>
        ))}
      </Table.Td>
      <Table.Td>
        <Said together={together} />
      </Table.Td>
      <Table.Td className={classes.short}>
        {customers.slice(0, MOST_NAMED).map((customerId) => (
          <div className={classes.line} key={customerId}>
            <Anchor component={Link} params={{ customerId } as never} size="sm" to="/customers/$customerId">
              <CustomerOf customerId={customerId} />
            </Anchor>
          </div>
        ))}
        {customers.length > MOST_NAMED && `+${number(customers.length - MOST_NAMED)}`}
      </Table.Td>
      <Table.Td>{ip && <Code>{ip}</Code>}</Table.Td>
    </Table.Tr>
  )
}

/** Their places in the chain, which they get within seconds. */
function Positions({ of: together }: { readonly of: Together }) {
  const places = together.flatMap(({ position }) => position ?? [])
  if (places.length === 0) return '…'
  const [first, last] = [Math.min(...places), Math.max(...places)]
  return (
    <>
      <Count>{first}</Count>
      {last > first && (
        <>
          –<Count>{last}</Count>
        </>
      )}
    </>
  )
}

/** The fields; of the business itself also what they were and are, which is nothing about a customer. */
function Said({ together }: { readonly together: Together }) {
  const { t } = useTranslation()
  const name = useFieldName()
  const fields = each(together.flatMap((entry) => entry.fields.map(name))).join(t('audit.comma'))
  const told = together.filter(({ before, after }) => before !== null || after !== null)
  const reasons = each(together.flatMap(({ reason }) => reason ?? []))
  return (
    <>
      {told.length === 0 ? (
        fields
      ) : (
        <details>
          <summary>{fields || t('audit.details')}</summary>
          <ul className={history.changes}>
            {told.flatMap((entry) =>
              toldIn(entry).map(({ field, before, after }) => (
                <HistoryChange after={after} before={before} field={field} key={`${entry.id} ${field}`} />
              )),
            )}
          </ul>
        </details>
      )}
      {reasons.map((reason) => (
        <Text c="dimmed" key={reason} size="xs">
          {t('history.because')} <bdi dir="auto">{reason}</bdi>
        </Text>
      ))}
    </>
  )
}
