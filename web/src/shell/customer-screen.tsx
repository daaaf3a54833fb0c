import { lazy } from 'react'
import { CustomerPage } from '../customers/page/customer-page.tsx'
import { Certificate } from '../privacy/certificate.tsx'
import { UpgradeButton } from '../till/upgrade/upgrade-button.tsx'

const PersonPrivacy = lazy(async () => ({ default: (await import('../privacy/person-privacy.tsx')).PersonPrivacy }))

const DuplicatesOfCustomer = lazy(async () => ({
  default: (await import('../duplicates/of-customer.tsx')).DuplicatesOfCustomer,
}))

/** The page of a customer with what till, duplicates and privacy have to say of them. */
export const CustomerScreen = () => (
  <CustomerPage
    Certificate={Certificate}
    Duplicates={DuplicatesOfCustomer}
    Privacy={PersonPrivacy}
    Upgrade={UpgradeButton}
  />
)
