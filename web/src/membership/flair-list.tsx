import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Moment, Name } from '../design/written.tsx'
import classes from './membership.module.css'
import { useOwnName } from './names.ts'
import type { Flairs, HeldFlair } from './queries.ts'

interface Props {
  readonly flairs: Flairs
  readonly acts?: (flair: HeldFlair) => ReactNode
}

export function FlairList({ flairs: { items }, acts }: Props) {
  const { t } = useTranslation()
  const nameOf = useOwnName()
  if (items.length === 0)
    return (
      <Text c="dimmed" size="sm">
        {t('flair.none')}
      </Text>
    )
  return (
    <ul className={classes.flairs} data-flairs>
      {items.map((flair) => (
        <li className={classes.flair} data-flair={flair.flairId} key={flair.flairId}>
          <span aria-hidden className={classes.icon}>
            {flair.icon}
          </span>
          <Name>{nameOf(flair.names)}</Name>
          <Text c="dimmed" component="span" size="xs">
            <Moment at={flair.earnedAt} />
          </Text>
          {acts?.(flair)}
        </li>
      ))}
    </ul>
  )
}
