import { useTranslation } from 'react-i18next'
import { Count } from '../design/written.tsx'
import classes from './imports.module.css'
import type { Import } from './queries.ts'

const USUAL = ['created', 'updated', 'unchanged', 'duplicates', 'refused'] as const
const UNDONE = ['undone', 'kept'] as const

/** What became, or would become, of the rows. */
export function Counts({ one: { state, counts } }: { readonly one: Import }) {
  const { t } = useTranslation()
  const shown = state === 'undone' || state === 'undoing' ? [...USUAL, ...UNDONE] : USUAL
  return (
    <dl className={classes.counts}>
      {shown.map((name) => (
        <div className={classes.count} data-count={name} key={name}>
          <dt>{t(`importCount.${name}`)}</dt>
          <dd>
            <Count>{counts[name]}</Count>
          </dd>
        </div>
      ))}
    </dl>
  )
}
