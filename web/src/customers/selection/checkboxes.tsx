import { Checkbox } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../../design/written.tsx'
import type { Customer } from '../../session/session.ts'
import { isAll, type Selection } from './selection.ts'

interface Props {
  readonly people: readonly Customer[]
  readonly selection: Selection
}

/** Everybody who is loaded. */
export function SelectAll({ people, selection }: Props) {
  const { t } = useTranslation()
  const all = isAll(selection.chosen, people)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed freely
    // biome-ignore lint/a11y/useFocusableInteractive: the box inside is
    <div role="columnheader">
      <Checkbox
        aria-label={t('bulk.chooseAll')}
        checked={all}
        indeterminate={selection.chosen.size > 0 && !all}
        onChange={() => selection.toggleAll(people)}
        size="xs"
      />
    </div>
  )
}

/** With shift, everybody from the one chosen before up to this one. */
export function SelectOne({ people, person, selection }: Props & { readonly person: Customer }) {
  const { t } = useTranslation()
  const shift = useRef(false)
  const { first } = useNames(person)
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div role="cell">
      <Checkbox
        aria-label={t('bulk.choose', { name: first })}
        checked={selection.chosen.has(person.id)}
        onChange={() => selection.toggle(people, person, shift.current)}
        onClickCapture={(event) => {
          shift.current = event.shiftKey
        }}
        size="xs"
      />
    </div>
  )
}
