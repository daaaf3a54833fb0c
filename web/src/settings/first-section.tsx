import { Navigate } from '@tanstack/react-router'
import { NoPermission } from '../design/states.tsx'
import { useSession } from '../session/session.ts'
import { sections } from './sections.ts'

export function FirstSection() {
  const { may } = useSession()
  const first = sections.find(({ needs }) => may(needs))
  return first ? <Navigate replace to={first.to} /> : <NoPermission />
}
