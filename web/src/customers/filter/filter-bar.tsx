import { Button, CloseButton, Group, Menu } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { useNumber } from '../../language/format.ts'
import { chosen, type Filter, type FilterName, type FilterValue, filterNames, toggled, valuesOf } from './filter.ts'
import classes from './filter-bar.module.css'
import { KeyMenus, useKeyChips } from './key-menus.tsx'

interface Props {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

const OFTEN: readonly FilterName[] = ['type', 'status', 'tier', 'verified']

/** The available filters; those used seldom are together in the last menu. */
export function FilterMenus({ filter, onFilter }: Props) {
  const { t } = useTranslation()
  const word = useFilterWord()
  return (
    <Group gap="xs">
      {OFTEN.map((name) => (
        <Menu key={name} shadow="md" withInitialFocusPlaceholder={false} withinPortal>
          <Menu.Target>
            <Button fw={500} fz="sm" rightSection={<Icon name="down" size={14} />} size="compact-md" variant="default">
              {t(`filter.${name}`)}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {valuesOf(name).map((value) => (
              <Menu.CheckboxItem
                checked={chosen(filter, name).includes(value)}
                key={value}
                onChange={() => onFilter(toggled(filter, name, value))}
              >
                {word(name, value)}
              </Menu.CheckboxItem>
            ))}
          </Menu.Dropdown>
        </Menu>
      ))}
      <KeyMenus filter={filter} onFilter={onFilter} />
      <Menu shadow="md" withInitialFocusPlaceholder={false} withinPortal>
        <Menu.Target>
          <Button fw={500} fz="sm" rightSection={<Icon name="down" size={14} />} size="compact-md" variant="default">
            {t('filter.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="70dvh" style={{ overflowY: 'auto' }}>
          {filterNames
            .filter((name) => !OFTEN.includes(name))
            .map((name) => (
              <Fragment key={name}>
                <Menu.Label>{t(`filter.${name}`)}</Menu.Label>
                {valuesOf(name).map((value) => (
                  <Menu.CheckboxItem
                    checked={chosen(filter, name).includes(value)}
                    key={value}
                    onChange={() => onFilter(toggled(filter, name, value))}
                  >
                    {word(name, value)}
                  </Menu.CheckboxItem>
                ))}
              </Fragment>
            ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}

/** The active filters, as chips removed by a click. */
export function FilterChips({ filter, onFilter }: Props) {
  const { t } = useTranslation()
  const word = useFilterWord()
  const chips = filterNames.flatMap((name) => chosen(filter, name).map((value) => ({ name, value })))
  const keys = useKeyChips(filter, onFilter)
  if (chips.length + keys.length === 0) return null
  return (
    <Group aria-label={t('filter.held')} className={classes.held} gap="xs" role="group">
      {chips.map(({ name, value }) => (
        <span className={classes.chip} key={`${name} ${value}`}>
          {word(name, value)}
          <CloseButton
            aria-label={t('filter.remove', { what: word(name, value) })}
            onClick={() => onFilter(toggled(filter, name, value))}
            size="xs"
          />
        </span>
      ))}
      {keys.map(({ name, label, remove }) => (
        <span className={classes.chip} key={name}>
          {label}
          <CloseButton aria-label={t('filter.remove', { what: label })} onClick={remove} size="xs" />
        </span>
      ))}
      {chips.length + keys.length > 1 && (
        <Button onClick={() => onFilter({})} size="compact-sm" variant="subtle">
          {t('filter.clear')}
        </Button>
      )}
    </Group>
  )
}

function useFilterWord() {
  const { t } = useTranslation()
  const number = useNumber()
  return (name: FilterName, value: string): string =>
    ({
      type: () => t(`type.${value as FilterValue<'type'>}`),
      status: () => t(`status.${value as FilterValue<'status'>}`),
      tier: () => t(`tier.${value as FilterValue<'tier'>}`),
      ordered: () => t(`ordered.${value as FilterValue<'ordered'>}`),
      spentFrom: () => t('filter.spentAtLeast', { amount: number(Number(value)) }),
      since: () => t('filter.newInDays', { count: Number(value), number: number(Number(value)) }),
      restricted: () => t(`restricted.${value as FilterValue<'restricted'>}`),
      severalLogins: () => t(`severalLogins.${value as FilterValue<'severalLogins'>}`),
      verified: () => t(`verified.${value as FilterValue<'verified'>}`),
    })[name]()
}
