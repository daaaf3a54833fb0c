import { Outlet, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { UnsavedGuard } from '../design/unsaved-guard.tsx'
import { SessionProvider } from '../session/session-provider.tsx'
import { isOwnPage } from './own-pages.ts'
import { Shell } from './shell.tsx'

/**
 * The screens of the staff, who sign in at whatever address they come to; everybody's own account stands beside them. Its type is said,
 * not inferred: that of the router follows from it, and what is inside asks for the router.
 */
export function Screens(): ReactNode {
  // Of what is shown, not of where one is going: until that is there the old screen stays.
  const isOwn = useRouterState({ select: ({ matches }) => isOwnPage(matches.at(-1)?.pathname ?? '/') })
  return (
    <>
      {isOwn ? (
        <Outlet />
      ) : (
        <SessionProvider>
          <Shell />
        </SessionProvider>
      )}
      <UnsavedGuard />
    </>
  )
}
