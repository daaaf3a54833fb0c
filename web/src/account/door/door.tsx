import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Name } from '../../design/written.tsx'
import { Front } from '../../session/front.tsx'
import { useBusiness } from '../../session/session.ts'
import type { Kind } from '../../session/sign-in/arrival.tsx'

interface Props {
  readonly title: string
  readonly children: ReactNode
}

/** A page before sign-in, under the name of the business. */
export function Door({ title, children }: Props) {
  return (
    <Front explained={<Name>{useBusinessName()}</Name>} title={title}>
      {children}
    </Front>
  )
}

export function useBusinessName(): string {
  const { i18n } = useTranslation()
  const { name, name2 } = useBusiness()
  return (i18n.language === 'ar' && name2) || name
}

/** The first page after sign-in: staff at their screens, customers at their account. */
export function useGoIn(wanted?: string | null): (kind: Kind) => void {
  const navigate = useNavigate()
  return (kind) => {
    if (kind === 'customer' && wanted && isOwnPage(wanted)) return window.location.replace(wanted)
    void navigate({ to: kind === 'staff' ? '/' : '/account', replace: true })
  }
}

/** Links to our sign-in can be forged; they must not lead to another site. */
const isOwnPage = (page: string) =>
  page.startsWith('/') && new URL(page, window.location.origin).origin === window.location.origin
