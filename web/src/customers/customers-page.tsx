import { Button, Group, TextInput } from '@mantine/core'
import { useDebouncedValue, useDisclosure, useHotkeys } from '@mantine/hooks'
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { isAskable } from '../person/queries.ts'
import { useSegments } from '../person/segments.tsx'
import { useSession } from '../session/session.ts'
import classes from './customers-page.module.css'
import { ExportButton } from './export-button.tsx'
import { type Filter, toQuery } from './filter/filter.ts'
import { FilterChips, FilterMenus } from './filter/filter-bar.tsx'
import { useSearchText } from './filter/search-text.ts'
import { useChosenColumns } from './list/chosen-columns.ts'
import { ColumnMenu } from './list/column-menu.tsx'
import { CustomerTable } from './list/customer-table.tsx'
import { QuickCreate } from './quick-create.tsx'
import { BulkBar } from './selection/bulk-bar.tsx'
import { useSelection } from './selection/selection.ts'
import { StatisticsLine } from './statistics-line.tsx'
import { ViewsMenu } from './views/views-menu.tsx'

const DEBOUNCE_MS = 250
const FOCUS_BACK_MS = 50

/** The customer list with search, filters and order. */
export function CustomersPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  const { segments } = useSegments()
  const navigate = useNavigate()
  const filter = useSearch({ from: '/customers' })
  const [text, setText] = useSearchText()
  const [asked] = useDebouncedValue(text.trim(), DEBOUNCE_MS)
  const [columns, setColumns] = useChosenColumns()
  const [creating, { open, close }] = useDisclosure(false)
  const { hash } = useLocation()
  // From Ctrl K, once the focus has come back from there. Only once: going back does not open it again.
  useEffect(() => {
    if (hash !== 'new') return
    setTimeout(open, FOCUS_BACK_MS)
    void navigate({ to: '/customers', search: filter, replace: true })
  }, [hash, open, navigate, filter])
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])
  const query = toQuery(filter, isAskable(asked) ? asked : '')
  const selection = useSelection(JSON.stringify(query))
  const maySelect = may('customers:export') || may('customers:deactivate')
  const setFilter = (search: Filter) => navigate({ to: '/customers', search, replace: true })

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>{t('place.customers')}</h1>
        {may('customers:statistics') && <StatisticsLine />}
        <Group className={classes.acts} gap="xs">
          {segments.length > 0 && (
            <Button
              component={Link}
              leftSection={<Icon name="people" size={16} />}
              size="sm"
              to="/marketing"
              variant="default"
            >
              {t('customers.marketing')}
            </Button>
          )}
          {may('customers:import') && (
            <Button
              component={Link}
              leftSection={<Icon name="upload" size={16} />}
              size="sm"
              to="/imports"
              variant="default"
            >
              {t('customers.import')}
            </Button>
          )}
          {may('customers:export') && <ExportButton query={query} />}
          {may('customers:write') && (
            <Button leftSection={<Icon name="add" size={16} />} onClick={open} size="sm">
              {t('customers.new')}
            </Button>
          )}
        </Group>
      </div>
      <section aria-label={t('customers.list')} className={classes.list}>
        <div className={classes.tools}>
          <TextInput
            aria-label={t('customers.search')}
            className={classes.search}
            leftSection={<Icon name="search" size={16} />}
            onChange={(event) => setText(event.currentTarget.value)}
            placeholder={t('customers.search')}
            ref={field}
            size="sm"
            spellCheck={false}
            value={text}
          />
          <FilterMenus filter={filter} onFilter={setFilter} />
          <Group gap="xs" ms="auto" wrap="nowrap">
            <ViewsMenu
              columns={columns}
              filter={filter}
              onView={(saved, names) => {
                setColumns(names)
                void setFilter(saved)
              }}
            />
            <ColumnMenu chosen={columns} onChosen={setColumns} />
          </Group>
          <FilterChips filter={filter} onFilter={setFilter} />
        </div>
        <BulkBar selection={selection} />
        <CustomerTable
          columns={columns}
          filter={filter}
          onFilter={setFilter}
          query={columns.includes('tags') ? { ...query, tags: 'true' } : query}
          selection={maySelect ? selection : null}
        />
      </section>
      <QuickCreate onClose={close} opened={creating} />
    </div>
  )
}
