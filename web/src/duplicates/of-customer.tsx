import { Button, Stack, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notifyWithUndo } from '../design/notify-with-undo.tsx'
import { NoPermission } from '../design/states.tsx'
import { Code, Names } from '../design/written.tsx'
import { useFound } from '../person/queries.ts'
import { type Customer, useSession } from '../session/session.ts'
import { Comparison } from './comparison.tsx'
import { Decision } from './decision.tsx'
import { Doubts } from './merges/doubts.tsx'
import { Merges } from './merges/merges.tsx'
import { useUndo } from './merges/use-undo.ts'
import { type Merge, type Person, useDecision, useExplanation, useStopMoves, useSuggestions } from './queries.ts'

const SHOWN = 5
const DEBOUNCE_MS = 200

/** Of one customer: who is probably the same person, a merge with any other, and the merges with their undoing. */
export function DuplicatesOfCustomer({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const found = useSuggestions({ customerId: customer.id })
  const [other, setOther] = useState<Person | null>(null)
  if (!may('duplicates:read')) return <NoPermission />
  // One at a time: a key answers one question.
  const likeliest = found.data?.pages[0]?.items[0]
  return (
    <Stack gap="xl">
      {likeliest && <Decision key={likeliest.id} onDecided={() => {}} suggestion={likeliest} />}
      {!likeliest && may('customers:merge') && (
        <Stack gap="sm">
          <Title order={3} size="h5">
            {t('duplicates.mergeWith')}
          </Title>
          {other ? (
            <AnyTwo key={other.id} onDone={() => setOther(null)} people={[customer, other]} />
          ) : (
            <OtherPicker except={customer.id} onChosen={setOther} />
          )}
        </Stack>
      )}
      {may('customers:history') && (
        <Stack gap="sm">
          <Title order={3} size="h5">
            {t('duplicates.merges')}
          </Title>
          <Doubts customerId={customer.id} />
          <Merges customerId={customer.id} />
        </Stack>
      )}
    </Stack>
  )
}

function OtherPicker({ except, onChosen }: { readonly except: string; readonly onChosen: (person: Person) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, DEBOUNCE_MS)
  const people = useFound(asked, SHOWN).data?.items ?? []
  return (
    <>
      <TextInput
        label={t('duplicates.findOther')}
        onChange={(event) => setTyped(event.currentTarget.value)}
        value={typed}
      />
      {people
        .filter(({ id }) => id !== except)
        .map((person) => (
          <Button key={person.id} justify="flex-start" onClick={() => onChosen(person)} variant="default">
            <span>
              <Names of={person} /> <Code>{person.number}</Code>
            </span>
          </Button>
        ))}
    </>
  )
}

function AnyTwo({ people, onDone }: { readonly people: readonly [Person, Person]; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const explanation = useExplanation(people[0].id, people[1].id)
  const undo = useUndo()
  const stopMoves = useStopMoves()
  const merged = useDecision<Merge>(({ id }) => {
    notifyWithUndo(t('duplicates.mergedNow'), t('act.undo'), () => undo.run(id))
    onDone()
  })
  return (
    <Comparison
      busy={merged.isPending}
      explanation={explanation.data ?? null}
      onMerge={({ into, from, choices }) =>
        merged.mutate(async (kith) => {
          await stopMoves()
          return kith.merging.merge({ from: from.id, into: into.id, choices, reason: t('duplicates.byHand') })
        })
      }
      people={people}
    >
      <Button onClick={onDone} variant="default">
        {t('act.cancel')}
      </Button>
    </Comparison>
  )
}
