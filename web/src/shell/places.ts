import type { IconName } from '../design/icons.tsx'

interface Place {
  readonly to: '/till' | '/customers' | '/privacy' | '/audit'
  readonly icon: IconName
  readonly label: 'place.till' | 'place.customers' | 'place.privacy' | 'place.audit'
  readonly needs: string
}

const PLACES: readonly Place[] = [
  { to: '/till', icon: 'till', label: 'place.till', needs: 'customers:read' },
  { to: '/customers', icon: 'people', label: 'place.customers', needs: 'customers:read' },
  { to: '/privacy', icon: 'privacy', label: 'place.privacy', needs: 'privacy:read' },
  { to: '/audit', icon: 'trail', label: 'place.audit', needs: 'audit:read' },
]

export const placesFor = (may: (scope: string) => boolean) => PLACES.filter(({ needs }) => may(needs))
