import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { useOwnFields } from '../../person/own-fields.tsx'
import { useColumnLabel } from './column-label.ts'
import { type ColumnName, everyColumn } from './columns.tsx'

interface Props {
  readonly chosen: readonly ColumnName[]
  readonly onChosen: (columns: readonly ColumnName[]) => void
}

export function ColumnMenu({ chosen, onChosen }: Props) {
  const { t } = useTranslation()
  const label = useColumnLabel()
  const own = useOwnFields()?.person ?? []
  return (
    <Popover position="bottom-end" shadow="md" withinPortal>
      <Popover.Target>
        <Tooltip label={t('customers.columns')}>
          <ActionIcon aria-label={t('customers.columns')} ms="auto" size="lg" variant="default">
            <Icon name="columns" />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group onChange={(names) => onChosen(names as ColumnName[])} value={[...chosen]}>
          <Stack gap="xs">
            {everyColumn(own.map(({ key }) => key)).map((name) => (
              <Checkbox disabled={name === 'name'} key={name} label={label(name)} value={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  )
}
