import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Code } from '../../design/written.tsx'
import classes from './kept.module.css'

/** A number of this device only. */
export function Provisional({ children }: { readonly children: string }) {
  const { t } = useTranslation()
  return (
    <Tooltip label={t('offline.provisional')}>
      <span className={classes.provisional}>
        <Code>{children}</Code>
      </span>
    </Tooltip>
  )
}
