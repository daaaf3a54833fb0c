import { type AnyRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withMoreTexts } from '../language/language.ts'

/** Pages outside of the staff's screens: the development inbox, and the user's own account. */
export function ownPages<Root extends AnyRootRoute>(top: Root) {
  const getParentRoute = () => top
  const own = createRoute({
    getParentRoute,
    id: 'own',
    component: lazyRouteComponent(
      withMoreTexts(() => import('../account/own-frame.tsx')),
      'OwnFrame',
    ),
  })
  return [
    createRoute({
      getParentRoute,
      path: '/inbox',
      component: lazyRouteComponent(() => import('../inbox/inbox-page.tsx'), 'InboxPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/pair',
      component: lazyRouteComponent(() => import('../account/door/pair-page.tsx'), 'PairPage'),
    }),
    own.addChildren([
      createRoute({
        getParentRoute: () => own,
        path: '/account',
        component: lazyRouteComponent(() => import('../account/account-page.tsx'), 'AccountPage'),
      }),
      createRoute({
        getParentRoute: () => own,
        path: '/account/orders',
        component: lazyRouteComponent(
          withMoreTexts(() => import('../mine/orders-page.tsx')),
          'OwnOrdersPage',
        ),
      }),
      createRoute({
        getParentRoute: () => own,
        path: '/account/points',
        component: lazyRouteComponent(
          withMoreTexts(() => import('../mine/points-page.tsx')),
          'OwnPointsPage',
        ),
      }),
      createRoute({
        getParentRoute: () => own,
        path: '/account/plan',
        component: lazyRouteComponent(
          withMoreTexts(() => import('../mine/plan-page.tsx')),
          'OwnPlanPage',
        ),
      }),
      createRoute({
        getParentRoute: () => own,
        path: '/account/addresses',
        component: lazyRouteComponent(
          withMoreTexts(() => import('../mine/addresses-page.tsx')),
          'OwnAddressesPage',
        ),
      }),
      createRoute({
        getParentRoute: () => own,
        path: '/account/preferences',
        component: lazyRouteComponent(
          withMoreTexts(() => import('../mine/preferences-page.tsx')),
          'OwnPreferencesPage',
        ),
      }),
      createRoute({
        getParentRoute: () => own,
        path: '/account/consents',
        component: lazyRouteComponent(
          withMoreTexts(() => import('../mine/consents-page.tsx')),
          'OwnConsentsPage',
        ),
      }),
      createRoute({
        getParentRoute: () => own,
        path: '/account/data',
        component: lazyRouteComponent(
          withMoreTexts(() => import('../mine/data-page.tsx')),
          'OwnDataPage',
        ),
      }),
    ]),
    createRoute({
      getParentRoute,
      path: '/account/sign-in',
      component: lazyRouteComponent(() => import('../account/door/sign-in-page.tsx'), 'SignInPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/account/register',
      component: lazyRouteComponent(() => import('../account/door/register-page.tsx'), 'RegisterPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/account/forgot-password',
      component: lazyRouteComponent(() => import('../account/door/password-pages.tsx'), 'ForgotPasswordPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/account/reset-password',
      component: lazyRouteComponent(() => import('../account/door/password-pages.tsx'), 'ResetPasswordPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/account/accept-invitation',
      component: lazyRouteComponent(() => import('../account/door/password-pages.tsx'), 'InvitationPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/account/verify-email',
      component: lazyRouteComponent(() => import('../account/door/verify-email-page.tsx'), 'VerifyEmailPage'),
    }),
  ] as const
}
