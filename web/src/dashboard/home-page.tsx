import { Navigate } from '@tanstack/react-router'
import { useSession } from '../session/session.ts'
import { DashboardPage } from './dashboard-page.tsx'

/** The start page: the overview for users who may see figures, else the till. */
export function HomePage() {
  const { may } = useSession()
  return may('customers:statistics') ? <DashboardPage /> : <Navigate replace to="/till" />
}
