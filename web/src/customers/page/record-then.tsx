import { Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MomentField } from '../../design/dates/moment-field.tsx'
import { useReason } from '../../design/states.tsx'
import { Moment } from '../../design/written.tsx'
import { useSession } from '../../session/session.ts'
import { TimeMachine } from '../consents/time-machine.tsx'
import { useChangeWords } from './change-words.ts'

interface Props {
  readonly customerId: string
  readonly entries: readonly { readonly at: string }[]
}

/** The customer as they were known at any time, and what is different now or at another time. */
export function RecordThen({ customerId, entries }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const [at, setAt] = useState<string | null>(null)
  const [to, setTo] = useState<number | null>(null)
  const reason = useReason()
  const { name: field, word } = useChangeWords()
  const { data, error } = useQuery({
    queryKey: ['customer', customerId, 'compare', at, to],
    queryFn: ({ signal }) =>
      kith.customers.compareRecord(
        { customerId, from: at!, ...(to !== null && { to: new Date(to).toISOString() }) },
        { signal },
      ),
    enabled: at !== null,
    placeholderData: (before) => before,
  })
  const moments = entries.map((entry) => ({ decidedAt: entry.at }))
  return (
    <Stack gap="md" mb="lg">
      <TimeMachine
        at={at}
        decisions={moments}
        onTravel={setAt}
        since={entries.at(-1)!.at}
        title={t('history.recordNow')}
      />
      {at !== null && (
        <MomentField
          clearable
          label={t('history.compareWith')}
          name="compareWith"
          onChange={setTo}
          size="xs"
          value={to}
        />
      )}
      {at !== null && error && <Text c="red">{reason(error)}</Text>}
      {at !== null && data && (
        <div data-record-then role="status">
          {!data.known ? (
            <Text c="dimmed">{t('history.notYet')}</Text>
          ) : data.changes.length === 0 ? (
            <Text c="dimmed">{t(to === null ? 'history.sameAsNow' : 'history.sameAsThen')}</Text>
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th />
                  <Table.Th>{to === null ? t('history.then') : <Moment at={data.from} exact />}</Table.Th>
                  <Table.Th>{to === null ? t('history.now') : <Moment at={data.to} exact />}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.changes.map((change) => (
                  <Table.Tr key={change.field}>
                    <Table.Th scope="row">{field(change.field)}</Table.Th>
                    <Table.Td>
                      <bdi dir="auto">{word(change.field, change.before ?? '–')}</bdi>
                    </Table.Td>
                    <Table.Td>
                      <bdi dir="auto">{word(change.field, change.after ?? '–')}</bdi>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </div>
      )}
    </Stack>
  )
}
