import { useTranslation } from 'react-i18next'
import classes from './imports.module.css'
import type { Import } from './queries.ts'

const STEPS = ['upload', 'columns', 'check', 'run'] as const
const AT: Readonly<Record<Import['state'], number>> = {
  uploading: 0,
  ready: 1,
  checking: 2,
  checked: 2,
  running: 3,
  paused: 3,
  done: 4,
  undoing: 4,
  undone: 4,
  failed: 4,
}

/** Where the import is on its way. */
export function Steps({ state }: Pick<Import, 'state'>) {
  const { t } = useTranslation()
  return (
    <ol aria-label={t('imports.steps')} className={classes.steps}>
      {STEPS.map((step, index) => (
        <li
          aria-current={AT[state] === index ? 'step' : undefined}
          className={classes.step}
          data-done={AT[state] > index}
          key={step}
        >
          {t(`importStep.${step}`)}
        </li>
      ))}
    </ol>
  )
}
