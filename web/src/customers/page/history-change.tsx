import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { Phone } from '../../design/written.tsx'
import classes from '../../person/history.module.css'
import { Actor } from '../../person/history-words.tsx'
import { useChangeWords } from './change-words.ts'

interface Props {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  readonly children?: ReactNode
}

/** One field: the former and the new value. */
export function HistoryChange({ field, before, after, children }: Props) {
  const { t } = useTranslation()
  const { name } = useChangeWords()
  return (
    <li>
      <span className={classes.field}>
        {name(field)}
        {isSomething(before) || after !== undefined ? ': ' : ''}
      </span>
      {isSomething(before) && (
        <>
          <span className={classes.before}>
            <Value field={field} value={before} />
          </span>{' '}
          <VisuallyHidden component="span">{t('history.became')}</VisuallyHidden>
          <Icon name="forward" size={14} />{' '}
        </>
      )}
      {isSomething(after) ? (
        <Value field={field} value={after} />
      ) : (
        // Some fields show only that they changed.
        (isSomething(before) || after !== undefined) && <span className={classes.field}>{t('history.removed')}</span>
      )}{' '}
      {children}
    </li>
  )
}

function Value({ field, value }: { readonly field: string; readonly value: unknown }) {
  const { word } = useChangeWords()
  if (isActor(value)) return <Actor actor={value} />
  if (field === 'phone' && typeof value === 'string') return <Phone>{value}</Phone>
  return <bdi dir="auto">{word(field, value)}</bdi>
}

const isSomething = (value: unknown) => value !== null && value !== undefined && value !== ''

const isActor = (value: unknown): value is string =>
  typeof value === 'string' && /^(account|key):[0-9a-f-]+$/.test(value)
