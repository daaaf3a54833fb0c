import { Group } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchText } from '../customers/filter/search-text.ts'
import { FoundBy } from '../customers/found-by.tsx'
import { RestrictedBadge, TypeBadge } from '../design/badges.tsx'
import { Icon } from '../design/icons.tsx'
import { Name, Names } from '../design/written.tsx'
import { byMatch, type Found, isAskable, useFound } from '../person/queries.ts'
import { useSession } from '../session/session.ts'
import { placesFor } from './places.ts'

const DEBOUNCE_MS = 150
const SHOWN = 6

/** Ctrl K: a customer or a page, from anywhere. Enter waits for results, and never picks a customer whose name only sounds similar. */
export function CommandSpotlight({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const navigate = useNavigate()
  const [, setSearchText] = useSearchText()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim()
  const [asked] = useDebouncedValue(wanted, DEBOUNCE_MS)
  const found = useFound(asked, SHOWN)
  const isFresh = asked === wanted && !found.isPlaceholderData && !found.isFetching
  const isSettled = !isAskable(wanted) || isFresh
  const { matches, soundsLike } = byMatch(isAskable(wanted) ? (found.data?.items ?? []) : [])
  const fits = (label: string) => label.toLowerCase().includes(wanted.toLowerCase())
  const places = placesFor(may).filter(({ label }) => fits(t(label)))

  const list = useRef<HTMLDivElement>(null)
  const [entered, setEntered] = useState(false)
  const byHand = useRef(false)
  // The first line is marked as results arrive; it is never a match by sound only.
  useEffect(() => {
    if (byHand.current) return
    const [first] = list.current?.querySelectorAll<HTMLElement>('[data-action]') ?? []
    list.current?.querySelector('[data-selected]')?.removeAttribute('data-selected')
    if (wanted) first?.setAttribute('data-selected', 'true')
    if (!entered || !isSettled) return
    setEntered(false)
    first?.click()
  })
  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') byHand.current = true
    if (event.key !== 'Enter' || byHand.current || !wanted || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    setEntered(true)
  }
  function type(now: string) {
    byHand.current = false
    setEntered(false)
    setTyped(now)
  }
  const person = (one: Found) => (
    <Spotlight.Action
      key={one.id}
      onClick={() => navigate({ to: '/customers/$customerId', params: { customerId: one.id } })}
    >
      <FoundPerson one={one} />
    </Spotlight.Action>
  )

  return (
    <Spotlight.Root
      attributes={{ content: { 'aria-label': t('shell.find') } }}
      centered={false}
      onQueryChange={type}
      query={typed}
      scrollable
      shortcut={null}
    >
      <div onKeyDownCapture={press}>
        <Spotlight.Search
          aria-label={t('shell.find')}
          leftSection={<Icon name="search" />}
          placeholder={t('shell.findOrGo')}
        />
      </div>
      <Spotlight.ActionsList ref={list}>
        {matches.length > 0 && (
          <Spotlight.ActionsGroup label={t('found.matches')}>{matches.map(person)}</Spotlight.ActionsGroup>
        )}
        <Spotlight.ActionsGroup label={t('shell.goTo')}>
          {places.map(({ to, icon, label }) => (
            <Spotlight.Action
              key={to}
              label={t(label)}
              leftSection={<Icon name={icon} />}
              onClick={() => navigate({ to })}
            />
          ))}
          {fits(t('shell.shortcuts')) && (
            <Spotlight.Action label={t('shell.shortcuts')} leftSection={<Icon name="help" />} onClick={onShortcuts} />
          )}
          {wanted !== '' && (
            <Spotlight.Action
              data-search-list
              key="list"
              onClick={() => {
                setSearchText(wanted)
                void navigate({ to: '/customers' })
              }}
            >
              <Group gap="sm">
                <Icon name="search" />
                <span>
                  {t('shell.searchList')} <Name>{wanted}</Name>
                </span>
              </Group>
            </Spotlight.Action>
          )}
        </Spotlight.ActionsGroup>
        {soundsLike.length > 0 && (
          <Spotlight.ActionsGroup label={t('found.soundsLike')}>{soundsLike.map(person)}</Spotlight.ActionsGroup>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function FoundPerson({ one }: { readonly one: Found }) {
  return (
    <Group justify="space-between" w="100%" wrap="nowrap">
      <span>
        <Names marked={one.matchedBy} of={one} />
      </span>
      <Group gap="sm" wrap="nowrap">
        {one.restricted && <RestrictedBadge />}
        <FoundBy of={one} />
        <TypeBadge type={one.type} />
      </Group>
    </Group>
  )
}
