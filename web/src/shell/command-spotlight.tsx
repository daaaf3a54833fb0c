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
import { Code, Name, Names } from '../design/written.tsx'
import { useLately } from '../person/lately.ts'
import { byMatch, type Found, isAskable, useFound } from '../person/queries.ts'
import { ranked } from './ranked.ts'
import { type Command, useCommands } from './use-commands.ts'

const DEBOUNCE_MS = 150
const SHOWN = 6

/** Ctrl K: a customer, a page or an act, from anywhere. Enter waits for results, and never picks a customer whose name only sounds similar. */
export function CommandSpotlight({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [, setSearchText] = useSearchText()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim()
  const [asked] = useDebouncedValue(wanted, DEBOUNCE_MS)
  const found = useFound(asked, SHOWN)
  const isFresh = asked === wanted && !found.isPlaceholderData && !found.isFetching
  const isSettled = !isAskable(wanted) || isFresh
  const { matches, soundsLike } = byMatch(isAskable(wanted) ? (found.data?.items ?? []) : [])
  const recent = useLately('seen')
  const commands = useCommands(onShortcuts)
  const { hits, isSure } = wanted
    ? ranked(commands, wanted)
    : { hits: commands.filter(({ isPlace }) => isPlace), isSure: false }

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
  const openCustomer = (customerId: string) => navigate({ to: '/customers/$customerId', params: { customerId } })
  const person = (one: Found) => (
    <Spotlight.Action key={one.id} onClick={() => openCustomer(one.id)}>
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
        {wanted === '' && recent.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.recent')}>
            {recent.map((one) => (
              <Spotlight.Action key={one.id} onClick={() => openCustomer(one.id)}>
                <Group justify="space-between" w="100%" wrap="nowrap">
                  <span>
                    <Names of={one} />
                  </span>
                  <Code>{one.number}</Code>
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {isSure && <Commands of={hits} />}
        {matches.length > 0 && (
          <Spotlight.ActionsGroup label={t('found.matches')}>{matches.map(person)}</Spotlight.ActionsGroup>
        )}
        {!isSure && <Commands of={hits} />}
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
        {soundsLike.length > 0 && (
          <Spotlight.ActionsGroup label={t('found.soundsLike')}>{soundsLike.map(person)}</Spotlight.ActionsGroup>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function Commands({ of }: { readonly of: readonly Command[] }) {
  const { t } = useTranslation()
  if (of.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={t('shell.goTo')}>
      {of.map(({ label, icon, run }) => (
        <Spotlight.Action key={label} label={label} leftSection={<Icon name={icon} />} onClick={run} />
      ))}
    </Spotlight.ActionsGroup>
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
