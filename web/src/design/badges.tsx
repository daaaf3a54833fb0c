import type { Output } from '@kith/sdk'
import { useTranslation } from 'react-i18next'
import classes from './badges.module.css'

type Customer = Output<'customers.get'>

/** How far a person has come: a passer-by, known by phone, proved. */
export function TypeBadge({ type }: { readonly type: Customer['type'] }) {
  const { t } = useTranslation()
  return (
    <span className={classes.badge} data-tone={{ guest: 'quiet', stub: 'warm', full: 'accent' }[type]}>
      {t(`type.${type}`)}
    </span>
  )
}

/** The data of this person is stored, and staff change nothing about it. */
export function RestrictedBadge() {
  const { t } = useTranslation()
  return (
    <span className={classes.badge} data-tone="danger">
      {t('restriction.badge')}
    </span>
  )
}

const STATUS_TONES = {
  active: 'plain',
  suspended: 'warm',
  deactivated: 'quiet',
  cancelled: 'quiet',
  merged: 'blue',
  erased: 'danger',
} as const

export function StatusBadge({ status }: { readonly status: Customer['status'] }) {
  const { t } = useTranslation()
  return (
    <span className={classes.badge} data-dot data-tone={STATUS_TONES[status]}>
      {t(`status.${status}`)}
    </span>
  )
}
