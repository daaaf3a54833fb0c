import { useTranslation } from 'react-i18next'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { AddressRules } from './address-rules.tsx'
import { CodeRules } from './code-rules.tsx'
import { ProvidersCard } from './providers-card.tsx'
import { SignInRules } from './sign-in-rules.tsx'

const NEEDS = 'settings:manage'

/** The rules of sign-in, codes and address validation, and the providers. */
export function RulesPage() {
  const { t } = useTranslation()
  const read = useSetting(['rules'], NEEDS, async (kith, signal) => {
    const [signIn, codes, addresses, oidc, { roles }] = await Promise.all([
      kith.accounts.readSettings({}, { signal }),
      kith.verification.readSettings({}, { signal }),
      kith.addresses.readSettings({}, { signal }),
      kith.accounts.readOidcSettings({}, { signal }),
      kith.tenants.listRoles({}, { signal }),
    ])
    return { signIn, codes, addresses, oidc, roles: roles.map(({ role }) => role) }
  })
  return (
    <Section explained={t('settings.rulesExplained')} needs={NEEDS} read={read} title={t('settings.rules')}>
      {({ signIn, codes, addresses, oidc, roles }) => (
        <>
          <SignInRules roles={roles} settings={signIn} />
          <CodeRules settings={codes} />
          <AddressRules settings={addresses} />
          <ProvidersCard settings={oidc} />
        </>
      )}
    </Section>
  )
}
