import { Button, Radio, Stack, Table, Text, Title } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { Code, Name } from '../design/written.tsx'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import classes from './duplicates.module.css'
import { FIELDS, proposedOf } from './fields.ts'
import { GroupMoves } from './moves.tsx'
import { type Group, type GroupChoices, type Person, useExplanation } from './queries.ts'
import { Value } from './side-by-side.tsx'
import { Why } from './why.tsx'

interface Props {
  readonly suggestionId: string
  readonly group: Group
  readonly busy: boolean
  readonly onMerge: (people: readonly Person[], choices: GroupChoices) => void
}

/** More than two records of one person: beside each other, with their weakest link, and merged as one. */
export function SeveralOfOne({ suggestionId, group: { customers, weakest }, busy, onMerge }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const number = useNumber()
  const explanation = useExplanation(weakest.one, weakest.other)
  const radios = useId()
  const [choices, setChoices] = useState<GroupChoices>({})
  const named = (id: string) => customers.find((person) => person.id === id)
  const [one, other] = [named(weakest.one), named(weakest.other)]
  const count = customers.length
  return (
    <Stack component="section" data-group={count} gap="sm">
      <Title order={2} size="h5">
        {t('duplicates.group', { count, number: number(count) })}
      </Title>
      <Table.ScrollContainer minWidth={count * 180}>
        <Table className={classes.sides} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              {customers.map((person, side) => (
                <Table.Th key={person.id} scope="col">
                  <div>{t(side === 0 ? 'duplicates.survivor' : 'duplicates.merged')}</div>
                  <Name>{person.name}</Name> <Code>{person.number}</Code>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {FIELDS.map((field) => {
              const said = new Set(customers.flatMap((person) => person[field] || []))
              if (said.size === 0) return null
              const chosen = choices[field] ?? proposedOf(field, customers)
              return (
                <Table.Tr data-differs={said.size > 1} key={field}>
                  <Table.Th scope="row">{t(`field.${field}`)}</Table.Th>
                  {customers.map((person) => (
                    <Table.Td key={person.id}>
                      {person[field] && said.size > 1 ? (
                        <Radio
                          checked={chosen === person.id}
                          label={<Value field={field}>{person[field]}</Value>}
                          name={`${radios} ${field}`}
                          onChange={() => setChoices((before) => ({ ...before, [field]: person.id }))}
                          size="xs"
                        />
                      ) : (
                        person[field] && <Value field={field}>{person[field]}</Value>
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {one && other && (
        <Text data-weakest size="sm">
          {t('duplicates.weakest')} <Name>{one.name}</Name> <Code>{one.number}</Code> · <Name>{other.name}</Name>{' '}
          <Code>{other.number}</Code>
        </Text>
      )}
      {explanation.data && <Why of={explanation.data} />}
      <GroupMoves choices={choices} customers={customers} suggestionId={suggestionId} />
      {may('customers:merge') && (
        <div>
          <Button
            data-accept-group
            leftSection={<Icon name="merge" size={16} />}
            loading={busy}
            onClick={() => onMerge(customers, choices)}
          >
            {t('duplicates.mergeGroup', { count, number: number(count) })}
          </Button>
        </div>
      )}
    </Stack>
  )
}
