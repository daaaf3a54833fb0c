import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { useNumber } from '../../language/format.ts'
import { useWaiting } from '../../offline/use-waiting.ts'
import classes from './kept.module.css'

/** Below the field while entries of this device are waiting or refused. */
export function WaitingStrip({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation()
  const number = useNumber()
  const known = useWaiting()
  const ofOthers = (known?.waited ?? []).reduce((sum, { count, isOwn }) => sum + (isOwn ? 0 : count), 0)
  if (!known || known.waiting.length + ofOthers === 0) return null
  const refused = known.waiting.filter(({ state }) => state === 'refused').length
  const waiting = known.waiting.length - refused
  const counted = (count: number) => ({ count, number: number(count) })
  return (
    <UnstyledButton className={classes.strip} data-refused={refused > 0 || undefined} onClick={onOpen}>
      <Icon name={refused > 0 ? 'warning' : 'clock'} />
      <span>
        {[
          refused > 0 && t('offline.toSettle', counted(refused)),
          waiting > 0 && t('offline.waiting', counted(waiting)),
          ofOthers > 0 && t('offline.ofOthers', counted(ofOthers)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Icon name="forward" size={16} />
    </UnstyledButton>
  )
}
