import type { Output } from '@kith/sdk'
import { useTranslation } from 'react-i18next'
import classes from './badges.module.css'

type Customer = Output<'customers.get'>

/** The type of a customer: guest, known, full. */
export function TypeBadge({ type }: { readonly type: Customer['type'] }) {
  const { t } = useTranslation()
  return (
    <span className={classes.badge} data-tone={{ guest: 'quiet', stub: 'warm', full: 'accent' }[type]} data-type={type}>
      {t(`type.${type}`)}
    </span>
  )
}

/** The customer is restricted: staff cannot change anything. */
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
