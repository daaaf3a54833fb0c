import { useTranslation } from 'react-i18next'
import { usePercent } from '../language/format.ts'
import { BehindButton, type Figure } from './behind.tsx'
import classes from './dashboard-page.module.css'

export interface Share {
  readonly key: string
  readonly label: string
  /** From 0 to 1; null where there is nothing to share. */
  readonly share: number | null
  readonly target?: number
  readonly behind?: { readonly figure: Figure; readonly count: number }
}

/** Shares as bars, each with its target as a line. */
export function Shares({ of }: { readonly of: readonly Share[] }) {
  const { t } = useTranslation()
  const percent = usePercent()
  return (
    <ul className={classes.shares}>
      {of.map(({ key, label, share, target, behind }) => (
        <li key={key}>
          <div className={classes.step}>
            <span>{label}</span>
            <span className="numbers">
              <b>{share === null ? '–' : percent(share)}</b>
              {target !== undefined && ` ${t('dashboard.target', { target: percent(target) })}`}{' '}
              {behind && behind.count > 0 && <BehindButton {...behind} title={label} />}
            </span>
          </div>
          <div className={classes.track}>
            <span style={{ inlineSize: `${100 * (share ?? 0)}%`, background: 'var(--figure-accent)' }} />
            {target !== undefined && <i style={{ insetInlineStart: `${100 * target}%` }} />}
          </div>
        </li>
      ))}
    </ul>
  )
}
