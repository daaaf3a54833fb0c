import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { useSegments } from '../../person/segments.tsx'
import { type Filter, type KeyName, keyNames } from './filter.ts'

interface Props {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

/** Segments and tags as filters, where the business has some. */
export function KeyMenus({ filter, onFilter }: Props) {
  const { t } = useTranslation()
  const { segments, tags } = useSegments()
  const choices: Record<KeyName, typeof segments> = { segment: segments, tag: tags }
  return keyNames
    .filter((name) => choices[name].length > 0)
    .map((name) => (
      <Menu key={name} shadow="md" withInitialFocusPlaceholder={false} withinPortal>
        <Menu.Target>
          <Button fw={500} fz="sm" rightSection={<Icon name="down" size={14} />} size="compact-md" variant="default">
            {t(`filter.${name}`)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices[name].map(({ key, name: label }) => (
            <Menu.CheckboxItem
              checked={filter[name] === key}
              key={key}
              onChange={() => onFilter(filter[name] === key ? without(filter, name) : { ...filter, [name]: key })}
            >
              {label}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
    ))
}

export function useKeyChips(filter: Filter, onFilter: (filter: Filter) => void) {
  const { segments, tags } = useSegments()
  return keyNames.flatMap((name) => {
    const key = filter[name]
    if (!key) return []
    const label = [...segments, ...tags].find((one) => one.key === key)?.name ?? key
    return [{ name, label, remove: () => onFilter(without(filter, name)) }]
  })
}

function without(filter: Filter, name: KeyName): Filter {
  const { [name]: _, ...rest } = filter
  return rest
}
