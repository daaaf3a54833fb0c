import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import type { Filter } from '../filter/filter.ts'
import { useColumnLabel } from './column-label.ts'
import { type ColumnName, column } from './columns.tsx'
import classes from './customer-table.module.css'

interface Props {
  readonly name: ColumnName
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

export function SortHeader({ name, filter, onFilter }: Props) {
  const { t } = useTranslation()
  const { sort, numeric } = column(name)
  const order = sort && filter.sort === sort ? filter.order : undefined
  const label = useColumnLabel()(name)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed freely
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside is
    <div
      aria-sort={order && (order === 'asc' ? 'ascending' : 'descending')}
      className={classes.header}
      data-numeric={numeric}
      role="columnheader"
    >
      {sort ? (
        <UnstyledButton
          className={classes.sort}
          onClick={() => onFilter({ ...filter, sort, order: order === 'desc' ? 'asc' : 'desc' })}
        >
          {label}
          <span data-hidden={!order || undefined}>
            <Icon name={order === 'asc' ? 'up' : 'down'} size={14} />
          </span>
        </UnstyledButton>
      ) : (
        <span title={name === 'name' ? t('customers.notByName') : undefined}>{label}</span>
      )}
    </div>
  )
}
