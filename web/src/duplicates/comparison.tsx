import { Button, Group, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useSession } from '../session/session.ts'
import { Moves } from './moves.tsx'
import type { Choices, Explanation, Person } from './queries.ts'
import { SideBySide } from './side-by-side.tsx'
import { Why } from './why.tsx'

interface Props {
  /** The proposed survivor first. */
  readonly people: readonly [Person, Person]
  readonly explanation: Explanation | null
  readonly busy: boolean
  readonly onMerge: (merge: { into: Person; from: Person; choices: Choices }) => void
  readonly children?: ReactNode
}

/** Two customers beside each other, why they may be one person, what a merge would move, and the merge. */
export function Comparison({ people, explanation, busy, onMerge, children }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [turned, setTurned] = useState(false)
  const [choices, setChoices] = useState<Choices>({})
  const [into, from] = turned ? [people[1], people[0]] : people
  return (
    <Stack gap="md">
      <SideBySide
        choices={choices}
        from={from}
        into={into}
        onChoice={(field, side) => setChoices((before) => ({ ...before, [field]: side }))}
      />
      {explanation && <Why of={explanation} />}
      <Moves choices={choices} from={from.id} into={into.id} />
      <Group gap="xs">
        {may('customers:merge') && (
          <Button
            data-accept
            leftSection={<Icon name="merge" size={16} />}
            loading={busy}
            onClick={() => onMerge({ into, from, choices })}
            rightSection={<kbd dir="ltr">A</kbd>}
          >
            {t('duplicates.merge')}
          </Button>
        )}
        {children}
        <Button
          onClick={() => {
            setTurned(!turned)
            setChoices({})
          }}
          variant="subtle"
        >
          {t('duplicates.turn')}
        </Button>
      </Group>
    </Stack>
  )
}
