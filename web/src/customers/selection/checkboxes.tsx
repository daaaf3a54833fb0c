import { Checkbox } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotifyFailure } from '../../design/notify.ts'
import { useNames } from '../../design/written.tsx'
import type { PeopleList } from '../../person/people/people-list.ts'
import type { Customer } from '../../session/session.ts'
import type { Selection } from './selection.ts'

interface All {
  readonly list: PeopleList
  readonly selection: Selection
}

/** Selects all matches, not only loaded ones. */
export function SelectAll({ list, selection }: All) {
  const { t } = useTranslation()
  const notifyFailure = useNotifyFailure()
  const { chosen, finding } = selection
  const all = chosen.size > 0 && chosen.size >= list.count
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed freely
    // biome-ignore lint/a11y/useFocusableInteractive: the box inside is
    <div role="columnheader">
      <Checkbox
        aria-label={t('bulk.chooseAll')}
        checked={all}
        disabled={finding !== null}
        indeterminate={chosen.size > 0 && !all}
        onChange={() => void selection.toggleAll(list).catch(notifyFailure)}
        size="xs"
      />
    </div>
  )
}

interface One {
  readonly person: Customer
  readonly chosen: boolean
  readonly onChoose: (range: boolean) => void
}

/** With shift, all from the last selected one to this one. */
export function SelectOne({ person, chosen, onChoose }: One) {
  const { t } = useTranslation()
  const shift = useRef(false)
  const { first } = useNames(person)
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div data-select role="cell">
      <Checkbox
        aria-label={t('bulk.choose', { name: first })}
        checked={chosen}
        onChange={() => onChoose(shift.current)}
        onClickCapture={(event) => {
          shift.current = event.shiftKey
        }}
        size="xs"
      />
    </div>
  )
}
