import { Navigate } from '@tanstack/react-router'
import { useSession } from '../session/session.ts'
import { DashboardPage } from './dashboard-page.tsx'

/** Where one lands: whoever may see figures at the figures, others at their work. */
export function HomePage() {
  const { may } = useSession()
  return may('customers:statistics') ? <DashboardPage /> : <Navigate replace to="/till" />
}
