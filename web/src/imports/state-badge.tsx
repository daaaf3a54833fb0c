import { useTranslation } from 'react-i18next'
import badges from '../design/badges.module.css'
import type { Import } from './queries.ts'

const TONES: Readonly<Record<Import['state'], 'quiet' | 'warm' | 'accent' | 'blue' | 'danger'>> = {
  uploading: 'quiet',
  ready: 'warm',
  checking: 'blue',
  checked: 'warm',
  running: 'blue',
  paused: 'warm',
  done: 'accent',
  undoing: 'blue',
  undone: 'quiet',
  failed: 'danger',
}

export function StateBadge({ state }: Pick<Import, 'state'>) {
  const { t } = useTranslation()
  return (
    <span className={badges.badge} data-tone={TONES[state]}>
      {t(`importState.${state}`)}
    </span>
  )
}
