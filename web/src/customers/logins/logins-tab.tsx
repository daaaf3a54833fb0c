import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../../design/icons.tsx'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Code, Moment, Phone } from '../../design/written.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { AllContacts } from './all-contacts.tsx'
import classes from './logins.module.css'
import { type Account, useAccounts } from './queries.ts'
import { Sessions } from './sessions.tsx'

/** The logins and sessions of this customer. */
export function LoginsTab({ customer: { id: customerId } }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { data, error, refetch } = useAccounts(customerId)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  if (data.items.length === 0) {
    return (
      <Stack gap="lg">
        <Empty icon="key" title={t('login.none')}>
          {t('login.noneExplained')}
        </Empty>
        <AllContacts customerId={customerId} />
      </Stack>
    )
  }
  return (
    <Stack gap="lg">
      <section>
        <Title mb="xs" order={2} size="h5">
          {t('login.logins')}
        </Title>
        <ul className={classes.list}>
          {data.items.map((account) => (
            <li className={classes.account} key={account.id}>
              <OneAccount account={account} />
            </li>
          ))}
        </ul>
      </section>
      {may('customers:history') && <Sessions customerId={customerId} />}
      <AllContacts customerId={customerId} />
    </Stack>
  )
}

function OneAccount({ account }: { readonly account: Account }) {
  const { t } = useTranslation()
  return (
    <>
      <ul className={classes.list}>
        {account.credentials.map((credential) => (
          <li className={classes.credential} key={`${credential.kind} ${credential.login}`}>
            <Icon name={ICONS[credential.kind]} size={16} />
            <span>{t(`loginKind.${credential.kind}`)}</span>
            <Login {...credential} />
            <Text c={credential.proved ? 'var(--kith-ink)' : 'dimmed'} component="span" size="xs">
              {credential.proved ? t('person.proved') : t('person.unproved')}
            </Text>
          </li>
        ))}
      </ul>
      <Text c="dimmed" component="span" size="xs">
        {t(`loginStatus.${account.status}`)} · {t('login.since')} <Moment at={account.createdAt} /> ·{' '}
        {account.signedInAt ? (
          <>
            {t('login.lastSignIn')} <Moment at={account.signedInAt} />
          </>
        ) : (
          t('login.neverSignedIn')
        )}
      </Text>
    </>
  )
}

const ICONS: Readonly<Record<Account['credentials'][number]['kind'], IconName>> = {
  password: 'lock',
  email: 'inbox',
  phone: 'phone',
  oidc: 'people',
  passkey: 'key',
}

function Login({ kind, login }: Account['credentials'][number]) {
  if (login === null) return null
  return kind === 'phone' ? <Phone>{login}</Phone> : <Code>{login}</Code>
}
