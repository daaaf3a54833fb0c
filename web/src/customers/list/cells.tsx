import { useTranslation } from 'react-i18next'
import { useAmount } from '../../language/format.ts'
import type { Customer } from '../../session/session.ts'

export function Amount({ children }: { readonly children: string }) {
  return <span className="numbers">{useAmount()(children)}</span>
}

export function Tier({ tier }: { readonly tier: Customer['tier'] }) {
  return useTranslation().t(`tier.${tier}`)
}
