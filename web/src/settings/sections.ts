/** The most used first. */
export const sections = [
  { to: '/settings/business', label: 'settings.business', needs: 'settings:manage' },
  { to: '/settings/staff', label: 'settings.staff', needs: 'staff:manage' },
  { to: '/settings/tills', label: 'settings.tills', needs: 'tills:manage' },
  { to: '/settings/consents', label: 'settings.consents', needs: 'consents:manage' },
  { to: '/settings/preferences', label: 'settings.preferences', needs: 'settings:manage' },
  { to: '/settings/fields', label: 'settings.fields', needs: 'settings:manage' },
  { to: '/settings/loyalty', label: 'settings.loyalty', needs: 'loyalty:manage' },
  { to: '/settings/segments', label: 'settings.segments', needs: 'segments:manage' },
  { to: '/settings/plans', label: 'settings.plans', needs: 'plans:manage' },
  { to: '/settings/flairs', label: 'settings.flairs', needs: 'plans:manage' },
  { to: '/settings/messages', label: 'settings.messages', needs: 'messages:manage' },
  { to: '/settings/sign-in', label: 'settings.rules', needs: 'settings:manage' },
  { to: '/settings/keys', label: 'settings.keys', needs: 'keys:manage' },
  { to: '/settings/events', label: 'settings.events', needs: 'events:manage' },
  { to: '/settings/jobs', label: 'settings.jobs', needs: 'jobs:run' },
] as const
