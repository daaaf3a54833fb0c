import { Alert, Button, Group, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Code, Name } from '../design/written.tsx'
import { useFragment } from './fragment.ts'
import { Contacts } from './login/contacts.tsx'
import { FormerContacts } from './login/former-contacts.tsx'
import { Links } from './login/links.tsx'
import { OwnName } from './login/own-name.tsx'
import { OwnPicture } from './login/own-picture.tsx'
import { Passkeys } from './login/passkeys.tsx'
import { Password } from './login/password.tsx'
import { SecondFactors } from './login/second-factors.tsx'
import { Sessions } from './login/sessions.tsx'
import { type Me, useMe } from './own.ts'
import { OwnSummary } from './own-summary.tsx'
import { useProviderRefusal } from './provider-refusal.ts'

/** The account page of customers and staff. */
export function AccountPage() {
  const me = useMe()
  const sorry = useProviderRefusal(useFragment().get('error'))
  return (
    <>
      {sorry !== null && (
        <Alert color="red" role="alert" variant="light">
          {sorry}
        </Alert>
      )}
      {me.data && <Own me={me.data} />}
    </>
  )
}

function Own({ me }: { readonly me: Me }) {
  const { t } = useTranslation()
  const isStaff = me.account.kind === 'staff'
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Title order={1} size="h3">
            {me.name ? <Name>{me.name}</Name> : t('account.title')}
          </Title>
          <Text c="dimmed" size="sm">
            {me.customer ? <Code>{me.customer.number}</Code> : t('account.staffLogin')}
          </Text>
        </div>
        {isStaff && (
          <Button component={Link} to="/" variant="default">
            {t('account.toWork')}
          </Button>
        )}
      </Group>
      {me.customer && <OwnSummary />}
      {me.customer && <OwnName />}
      {me.customer && <OwnPicture name={me.name ?? ''} number={me.customer.number} />}
      <Contacts me={me} />
      {me.customer && <FormerContacts />}
      {me.hasPassword && <Password email={me.email ?? ''} />}
      <Passkeys />
      <SecondFactors me={me} />
      <Links />
      <Sessions isCustomer={me.customer !== null} />
    </>
  )
}
