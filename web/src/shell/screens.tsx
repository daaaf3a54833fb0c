import { Outlet, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { UnsavedGuard } from '../design/unsaved-guard.tsx'
import { SessionProvider } from '../session/session-provider.tsx'
import { isOwnPage } from './own-paths.ts'
import { Shell } from './shell.tsx'

/**
 * The screens of staff, with the sign-in at any of their URLs; the user's own account is beside them. The type is written out,
 * not inferred: that of the router follows from it, and the screens import the router.
 */
export function Screens(): ReactNode {
  // Of the screen shown, not of the next one: the old screen stays until that is loaded.
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
