/** The most used first. */
export const sections = [
  { to: '/settings/business', label: 'settings.business', needs: 'settings:manage' },
  { to: '/settings/staff', label: 'settings.staff', needs: 'staff:manage' },
  { to: '/settings/tills', label: 'settings.tills', needs: 'tills:manage' },
  { to: '/settings/consents', label: 'settings.consents', needs: 'consents:manage' },
  { to: '/settings/preferences', label: 'settings.preferences', needs: 'settings:manage' },
  { to: '/settings/messages', label: 'settings.messages', needs: 'messages:manage' },
  { to: '/settings/sign-in', label: 'settings.rules', needs: 'settings:manage' },
  { to: '/settings/keys', label: 'settings.keys', needs: 'keys:manage' },
  { to: '/settings/webhooks', label: 'settings.webhooks', needs: 'webhooks:read' },
  { to: '/settings/assistants', label: 'settings.assistants', needs: 'assistants:confirm' },
  { to: '/settings/jobs', label: 'settings.jobs', needs: 'jobs:run' },
] as const
