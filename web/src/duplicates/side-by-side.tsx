import { Radio, Table } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TypeBadge } from '../design/badges.tsx'
import { Code, Moment, Name } from '../design/written.tsx'
import { useValueWord } from '../person/history-words.tsx'
import classes from './duplicates.module.css'
import { type Field, rowsOf } from './fields.ts'
import type { Choices, Person } from './queries.ts'

interface Props {
  readonly into: Person
  readonly from: Person
  readonly choices: Choices
  readonly onChoice: (field: Field, side: 'into' | 'from') => void
}

/** Two customers field by field: what differs is marked, and where both have a value one is chosen. */
export function SideBySide({ into, from, choices, onChoice }: Props) {
  const { t } = useTranslation()
  const group = useId()
  const people = [into, from]
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table className={classes.sides} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            {people.map((person, side) => (
              <Table.Th key={person.id} scope="col">
                <div>{t(side === 0 ? 'duplicates.survivor' : 'duplicates.merged')}</div>
                <Name>{person.name}</Name> <Code>{person.number}</Code> <TypeBadge type={person.type} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rowsOf(into, from).map(({ field, values, differs, open, proposed }) => (
            <Table.Tr data-differs={differs} key={field}>
              <Table.Th scope="row">{t(`field.${field}`)}</Table.Th>
              {values.map((value, side) => {
                const which = side === 0 ? 'into' : 'from'
                return (
                  <Table.Td key={which}>
                    {open ? (
                      <Radio
                        checked={(choices[field] ?? proposed) === which}
                        label={<Value field={field}>{value!}</Value>}
                        name={`${group} ${field}`}
                        onChange={() => onChoice(field, which)}
                        size="xs"
                      />
                    ) : (
                      value && <Value field={field}>{value}</Value>
                    )}
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{t('field.createdAt')}</Table.Th>
            {people.map(({ id, createdAt }) => (
              <Table.Td key={id}>
                <Moment at={createdAt} />
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const CODES: readonly Field[] = ['birthDate', 'phone', 'email']
const WORDS: readonly Field[] = ['country', 'locale']

export function Value({ field, children }: { readonly field: Field; readonly children: string }) {
  const word = useValueWord()
  if (CODES.includes(field)) return <Code>{children}</Code>
  return <Name>{WORDS.includes(field) ? word(field, children) : children}</Name>
}
