import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import badges from '../../design/badges.module.css'
import { RestrictedBadge } from '../../design/badges.tsx'
import { Names } from '../../design/written.tsx'
import type { Found } from '../../person/queries.ts'
import { FoundBy, nameFoundBy } from '../found-by.tsx'
import classes from './customer-table.module.css'

/** The name with its warnings: a match by sound only, or a restricted customer. */
export function NameCell({ of: one }: { readonly of: Found }) {
  const { t } = useTranslation()
  return (
    <span className={classes.nameCell}>
      <span className={classes.nameLines}>
        <Link className={classes.name} params={{ customerId: one.id }} to="/customers/$customerId">
          <Names marked={one.matchedBy} of={one} />
        </Link>
        <span className={classes.below} data-shown={nameFoundBy(one) !== null || undefined}>
          <FoundBy of={one} />
        </span>
      </span>
      {one.restricted && <RestrictedBadge />}
      {one.match === 'sounds_like' && (
        <span className={badges.badge} data-sound-badge data-tone="quiet">
          {t('found.soundsLike')}
        </span>
      )}
    </span>
  )
}
