import { ActionIcon } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import classes from './preferences-page.module.css'

interface Props {
  readonly name: string
  readonly first: boolean
  readonly last: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** An element of an ordered list, which can be moved and removed. */
export function PartFrame({ name, first, last, onMove, onRemove, children }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset aria-label={name || t('preferences.unnamed')} className={classes.part}>
      <div className={classes.fields}>{children}</div>
      <div className={classes.tools}>
        <ActionIcon
          aria-label={t('preferences.up', { name })}
          disabled={first}
          onClick={() => onMove(-1)}
          variant="default"
        >
          <Icon name="up" size={16} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('preferences.down', { name })}
          disabled={last}
          onClick={() => onMove(1)}
          variant="default"
        >
          <Icon name="down" size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('preferences.remove', { name })} onClick={onRemove} variant="default">
          <Icon name="close" size={16} />
        </ActionIcon>
      </div>
    </fieldset>
  )
}
