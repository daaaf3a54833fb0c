import type { IconName } from '../design/icons.tsx'
import { inboxIsOpen } from '../session/form/inbox-hint.tsx'
import { sections } from '../settings/sections.ts'

export interface Place {
  readonly to: '/' | '/till' | '/customers' | '/duplicates' | '/privacy' | '/audit' | '/settings' | '/inbox'
  readonly icon: IconName
  readonly label:
    | 'place.dashboard'
    | 'place.till'
    | 'place.customers'
    | 'place.duplicates'
    | 'place.privacy'
    | 'place.audit'
    | 'place.settings'
    | 'place.inbox'
  /** One of these. */
  readonly needs: readonly string[]
  readonly when?: () => boolean
}

const PLACES: readonly Place[] = [
  { to: '/', icon: 'chart', label: 'place.dashboard', needs: ['customers:statistics'] },
  { to: '/till', icon: 'till', label: 'place.till', needs: ['customers:read'] },
  { to: '/customers', icon: 'people', label: 'place.customers', needs: ['customers:read'] },
  { to: '/duplicates', icon: 'merge', label: 'place.duplicates', needs: ['duplicates:read'] },
  { to: '/privacy', icon: 'privacy', label: 'place.privacy', needs: ['privacy:read'] },
  { to: '/audit', icon: 'trail', label: 'place.audit', needs: ['audit:read'] },
  { to: '/inbox', icon: 'inbox', label: 'place.inbox', needs: ['customers:read'], when: inboxIsOpen },
  { to: '/settings', icon: 'settings', label: 'place.settings', needs: sections.map(({ needs }) => needs) },
]

/** At the bottom of a phone; the others are behind "More", unless that would hold a single one. */
export const PLACES_IN_HAND = 5

export const placesFor = (may: (scope: string) => boolean) =>
  PLACES.filter(({ needs, when }) => needs.some(may) && (when?.() ?? true))
