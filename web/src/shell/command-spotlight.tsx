import { Group } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFound } from '../customers/queries.ts'
import { TypeBadge } from '../design/badges.tsx'
import { Icon } from '../design/icons.tsx'
import { Code, Names, Phone } from '../design/written.tsx'
import { useSession } from '../session/session.ts'
import { placesFor } from './places.ts'

const DEBOUNCE_MS = 150
const SHOWN = 6

/** Ctrl K: a person or a place, from anywhere. */
export function CommandSpotlight({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), DEBOUNCE_MS)
  const people = useFound(asked, SHOWN).data?.items ?? []
  const fits = (label: string) => label.toLowerCase().includes(typed.trim().toLowerCase())
  const places = placesFor(may).filter(({ label }) => fits(t(label)))

  return (
    <Spotlight.Root
      attributes={{ content: { 'aria-label': t('shell.find') } }}
      onQueryChange={setTyped}
      query={typed}
      scrollable
      shortcut={null}
    >
      <Spotlight.Search
        aria-label={t('shell.find')}
        leftSection={<Icon name="search" />}
        placeholder={t('shell.findOrGo')}
      />
      <Spotlight.ActionsList>
        {asked !== '' && people.length > 0 && (
          <Spotlight.ActionsGroup label={t('place.customers')}>
            {people.map((person) => (
              <Spotlight.Action
                key={person.id}
                onClick={() => navigate({ to: '/customers/$customerId', params: { customerId: person.id } })}
              >
                <Group justify="space-between" w="100%" wrap="nowrap">
                  <span>
                    <Names of={person} />
                  </span>
                  <Group gap="sm" wrap="nowrap">
                    {person.phone ? <Phone>{person.phone}</Phone> : <Code>{person.number}</Code>}
                    <TypeBadge type={person.type} />
                  </Group>
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
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
        </Spotlight.ActionsGroup>
        {people.length === 0 && places.length === 0 && <Spotlight.Empty>{t('shell.findNothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
