import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readFilter } from '../customers/filter.ts'
import { readTab } from '../customers/tabs.ts'
import { Failure, Loading } from '../design/states.tsx'
import { readPrivacyTab } from '../privacy/privacy-tabs.ts'
import { NothingHere } from './nothing-here.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NothingHere })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/till', replace: true })
  },
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
  component: lazyRouteComponent(() => import('../customers/customers-page.tsx'), 'CustomersPage'),
})
const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId',
  validateSearch: readTab,
  component: lazyRouteComponent(() => import('../customers/customer-page.tsx'), 'CustomerPage'),
})
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
})
const privacy = createRoute({
  getParentRoute: () => root,
  path: '/privacy',
  validateSearch: readPrivacyTab,
  component: lazyRouteComponent(() => import('../privacy/privacy-page.tsx'), 'PrivacyPage'),
})
const privacyRequest = createRoute({
  getParentRoute: () => root,
  path: '/privacy/requests/$requestId',
  component: lazyRouteComponent(() => import('../privacy/request-page.tsx'), 'RequestPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([home, till, customers, customer, privacy, privacyRequest, audit]),
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
