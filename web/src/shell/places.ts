import type { IconName } from '../design/icons.tsx'
import { inboxIsOpen } from '../session/inbox-hint.tsx'

interface Place {
  readonly to: '/till' | '/customers' | '/audit' | '/inbox'
  readonly icon: IconName
  readonly label: 'place.till' | 'place.customers' | 'place.audit' | 'place.inbox'
  readonly needs: string
  readonly when?: () => boolean
}

const PLACES: readonly Place[] = [
  { to: '/till', icon: 'till', label: 'place.till', needs: 'customers:read' },
  { to: '/customers', icon: 'people', label: 'place.customers', needs: 'customers:read' },
  { to: '/audit', icon: 'trail', label: 'place.audit', needs: 'audit:read' },
  { to: '/inbox', icon: 'inbox', label: 'place.inbox', needs: 'customers:read', when: inboxIsOpen },
]

export const placesFor = (may: (scope: string) => boolean) =>
  PLACES.filter(({ needs, when }) => may(needs) && (when?.() ?? true))
