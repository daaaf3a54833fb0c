import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readAuditFilter } from '../audit/filter.ts'
import { readFilter } from '../customers/filter/filter.ts'
import { readTab } from '../customers/page/tabs.ts'
import { readPeriod } from '../dashboard/period.ts'
import { Failure, Loading } from '../design/states.tsx'
import { withMoreTexts } from '../language/language.ts'
import { readPrivacyTab } from '../privacy/privacy-tabs.ts'
import { NothingHere } from './nothing-here.tsx'
import { ownPages } from './own-pages.ts'
import { Screens } from './screens.tsx'

const root = createRootRoute({ component: Screens, notFoundComponent: NothingHere })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readPeriod,
  component: lazyRouteComponent(
    withMoreTexts(() => import('../dashboard/home-page.tsx')),
    'HomePage',
  ),
})
const till = createRoute({
  getParentRoute: () => root,
  path: '/till',
  component: lazyRouteComponent(() => import('../till/till-page.tsx'), 'TillPage'),
})
const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: readFilter,
  component: lazyRouteComponent(
    withMoreTexts(() => import('../customers/customers-page.tsx')),
    'CustomersPage',
  ),
})
const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId',
  validateSearch: readTab,
  component: lazyRouteComponent(
    withMoreTexts(() => import('./customer-screen.tsx')),
    'CustomerScreen',
  ),
})
const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/duplicates',
  component: lazyRouteComponent(
    withMoreTexts(() => import('../duplicates/duplicates-page.tsx')),
    'DuplicatesPage',
  ),
})
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: readAuditFilter,
  component: lazyRouteComponent(
    withMoreTexts(() => import('../audit/audit-page.tsx')),
    'AuditPage',
  ),
})
const privacy = createRoute({
  getParentRoute: () => root,
  path: '/privacy',
  validateSearch: readPrivacyTab,
  component: lazyRouteComponent(
    withMoreTexts(() => import('../privacy/privacy-page.tsx')),
    'PrivacyPage',
  ),
})
const privacyRequest = createRoute({
  getParentRoute: () => root,
  path: '/privacy/requests/$requestId',
  component: lazyRouteComponent(
    withMoreTexts(() => import('../privacy/request-page.tsx')),
    'RequestPage',
  ),
})

const marketing = createRoute({
  getParentRoute: () => root,
  path: '/marketing',
  component: lazyRouteComponent(
    withMoreTexts(() => import('../customers/marketing/marketing-page.tsx')),
    'MarketingPage',
  ),
})
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(
    withMoreTexts(() => import('../imports/imports-page.tsx')),
    'ImportsPage',
  ),
})
const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId',
  component: lazyRouteComponent(
    withMoreTexts(() => import('../imports/import-page.tsx')),
    'ImportPage',
  ),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(
    withMoreTexts(() => import('../settings/settings-page.tsx')),
    'SettingsPage',
  ),
})
const settingsPages = [
  createRoute({
    getParentRoute: () => settings,
    path: '/',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/first-section.tsx')),
      'FirstSection',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/business',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/business/business-page.tsx')),
      'BusinessPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/staff',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/staff/staff-page.tsx')),
      'StaffPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/keys',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/keys/keys-page.tsx')),
      'KeysPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/tills',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/tills/tills-page.tsx')),
      'TillsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/sign-in',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/rules/rules-page.tsx')),
      'RulesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/consents',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/consents/consents-page.tsx')),
      'ConsentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/preferences',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/preferences/preferences-page.tsx')),
      'PreferencesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/messages',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/messages/messages-page.tsx')),
      'MessagesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/loyalty',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/loyalty/loyalty-page.tsx')),
      'LoyaltyPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/fields',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/fields/fields-page.tsx')),
      'FieldsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/segments',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/segments/segments-page.tsx')),
      'SegmentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/plans',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/plans/plans-page.tsx')),
      'PlansPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/flairs',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/flairs/flairs-page.tsx')),
      'FlairsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/events',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/events/events-page.tsx')),
      'EventsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/webhooks',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/webhooks/webhooks-page.tsx')),
      'WebhooksPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/webhooks/$webhookId',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/webhooks/webhook-page.tsx')),
      'WebhookPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/assistants',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/assistants/assistants-page.tsx')),
      'AssistantsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/retention',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/retention/retention-page.tsx')),
      'RetentionPage',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/jobs',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../settings/jobs/jobs-page.tsx')),
      'JobsPage',
    ),
  }),
] as const

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    till,
    customers,
    customer,
    privacy,
    privacyRequest,
    duplicates,
    audit,
    marketing,
    imports,
    oneImport,
    settings.addChildren(settingsPages),
    ...ownPages(root),
  ]),
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} onRetry={reset} />,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
