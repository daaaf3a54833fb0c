import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './till-page.module.css'

const HINTS = [
  ['Enter', 'till.hintEnter'],
  ['F2', 'till.hintWalkIn'],
  ['F4', 'till.hintEdit'],
  ['F6', 'till.hintOrder'],
  ['F7', 'till.hintPoints'],
  ['Esc', 'till.hintEsc'],
] as const

/** Beside an empty field: the keyboard shortcuts. */
export function TillHints() {
  const { t } = useTranslation()
  return (
    <div className={classes.hints}>
      <Text fw={600} size="lg">
        {t('till.ready')}
      </Text>
      <ul>
        {HINTS.map(([key, meaning]) => (
          <li key={key}>
            <kbd dir="ltr">{key}</kbd>
            {t(meaning)}
          </li>
        ))}
      </ul>
    </div>
  )
}
