import { CloseButton, Group, Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../design/dates/day-field.tsx'
import { useTimeZone } from '../language/here.ts'
import { wallOf } from '../language/zone.ts'
import { Actor, CustomerOf } from '../person/history-words.tsx'
import { ACTIONS, wordsOf } from './actions.ts'
import classes from './audit-page.module.css'
import { type AuditFilter, readAuditFilter } from './filter.ts'

/** The filter is in the URL: another one is another place. */
export function useFilterBy() {
  const navigate = useNavigate()
  return (filter: AuditFilter) => void navigate({ to: '/audit', search: filter })
}

/** By what was done and by days; by a caller or a customer with a press on one of the list. */
export function AuditFilters({ filter }: { readonly filter: AuditFilter }) {
  const { t, i18n } = useTranslation()
  const filterBy = useFilterBy()
  const today = wallOf(Date.now(), useTimeZone()).day
  const actions = ACTIONS.map((value) => ({ value, label: t(wordsOf(value)) }))
  const set = (change: Readonly<Record<string, unknown>>) => filterBy(readAuditFilter({ ...filter, ...change }))
  return (
    <Group gap="xs">
      <Select
        aria-label={t('audit.action')}
        clearable
        clearButtonProps={{ 'aria-label': t('filter.clear') }}
        data={actions.sort((one, other) => one.label.localeCompare(other.label, i18n.language))}
        nothingFoundMessage={t('audit.noAction')}
        onChange={(action) => set({ action })}
        placeholder={t('audit.action')}
        searchable
        size="sm"
        value={filter.action ?? null}
      />
      <DayField
        clearable
        hidesLabel
        label={t('audit.from')}
        max={filter.to ?? today}
        name="from"
        onChange={(from) => set({ from })}
        value={filter.from ?? ''}
      />
      <DayField
        clearable
        hidesLabel
        label={t('audit.to')}
        max={today}
        min={filter.from}
        name="to"
        onChange={(to) => set({ to })}
        value={filter.to ?? ''}
      />
      {filter.actor && (
        <Held label={t('audit.actor')} onRemove={() => set({ actor: null })}>
          <Actor actor={filter.actor} />
        </Held>
      )}
      {filter.customer && (
        <Held label={t('audit.customer')} onRemove={() => set({ customer: null })}>
          <CustomerOf customerId={filter.customer} />
        </Held>
      )}
    </Group>
  )
}

interface HeldProps {
  readonly label: string
  readonly children: ReactNode
  readonly onRemove: () => void
}

function Held({ label, children, onRemove }: HeldProps) {
  const { t } = useTranslation()
  return (
    <span className={classes.held}>
      {children}
      <CloseButton aria-label={t('filter.remove', { what: label })} onClick={onRemove} size="sm" />
    </span>
  )
}
