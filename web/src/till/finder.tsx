import { KithRefusal } from '@kith/sdk'
import { TextInput } from '@mantine/core'
import { useNetwork, useThrottledValue } from '@mantine/hooks'
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { Failure } from '../design/states.tsx'
import { byMatch, isAskable, useFound } from '../person/queries.ts'
import { isUnreachable } from '../reach/unreachable.ts'
import { FoundList } from './found-list.tsx'
import { useLately } from './offline/lately.ts'

/** The first key searches at once, quick further ones together. */
const ASK_EVERY_MS = 80
const SHOWN = 8

interface Props {
  readonly field: RefObject<HTMLInputElement | null>
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly onPerson: (id: string) => void
  readonly onNew: (typed: string) => void
}

/**
 * One field for phone, name or number. Enter takes the marked line: the best match, else a new customer. A customer whose
 * name only sounds similar may be a stranger, and is taken only when chosen by hand or with the arrows.
 */
export function Finder({ field, typed, onTyped, onPerson, onNew }: Props) {
  const { t } = useTranslation()
  const list = useId()
  const [marked, setMarked] = useState(0)
  const [entered, setEntered] = useState(false)
  const wanted = typed.trim()
  const asked = useThrottledValue(wanted, ASK_EVERY_MS)
  const found = useFound(asked, SHOWN)
  const { online } = useNetwork()
  const isAlone = !online || (found.isError && isUnreachable(found.error))
  const lately = useLately(wanted, isAlone)
  const people = isAskable(wanted) && !isAlone ? (found.data?.items ?? []) : []
  const { matches, soundsLike } = byMatch(people)
  // Enter must not act on results of an earlier text.
  const settled = !online || (asked === wanted && !found.isPlaceholderData && !found.isFetching)
  const isTooShort = found.error instanceof KithRefusal && found.error.code === 'customer.query_too_short'
  const listed = !found.isError || isTooShort || isUnreachable(found.error)

  // The order of the lines: matches, a new customer, and only then matches by sound.
  const lines = [...lately.map(({ customer }) => customer), ...matches, null, ...soundsLike]
  function choose(line: number) {
    const person = lines[line]
    if (person) onPerson(person.id)
    else if (wanted) onNew(wanted)
  }
  useEffect(() => {
    if (!entered || !settled) return
    setEntered(false)
    choose(marked)
  })

  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setMarked((before) => (before + step + lines.length) % lines.length)
    }
    if (event.key === 'Enter' && wanted && !event.nativeEvent.isComposing) setEntered(true)
  }
  function type(now: string) {
    setMarked(0)
    setEntered(false)
    onTyped(now)
  }

  const open = wanted !== ''
  return (
    <>
      <TextInput
        aria-activedescendant={open ? `${list}-${marked}` : undefined}
        aria-autocomplete="list"
        aria-controls={open ? list : undefined}
        aria-expanded={open}
        aria-label={t('till.field')}
        autoComplete="off"
        autoFocus
        leftSection={<Icon name="search" size={20} />}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        placeholder={t('till.field')}
        ref={field}
        role="combobox"
        size="lg"
        spellCheck={false}
        value={typed}
      />
      {open && listed && (
        <FoundList
          id={list}
          lately={lately}
          marked={marked}
          matches={matches}
          onChoose={choose}
          onMark={setMarked}
          settled={settled}
          soundsLike={soundsLike}
          typed={wanted}
        />
      )}
      {open && found.isError && !isTooShort && <Failure error={found.error} onRetry={found.refetch} />}
    </>
  )
}
