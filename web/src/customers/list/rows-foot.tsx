import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useReason } from '../../design/states.tsx'
import { useNumber } from '../../language/format.ts'
import type { PeopleList } from '../../person/people/people-list.ts'
import classes from './customer-table.module.css'

interface Props {
  readonly list: PeopleList
  readonly first: number
  readonly last: number
}

/** The position in the list, its length, and errors of loading. */
export function RowsFoot({ list, first, last }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const reason = useReason()
  const place = { first: number(first + 1), last: number(Math.min(last + 1, list.count)), all: number(list.count) }
  return (
    <footer className={classes.foot}>
      {list.counted ? t('customers.place', place) : t('customers.placeUncounted', place)}
      {list.error !== null && (
        <span className={classes.failed} role="alert">
          {reason(list.error)}
          <Button onClick={list.retry} size="compact-xs" variant="default">
            {t('state.retry')}
          </Button>
        </span>
      )}
    </footer>
  )
}
