import { KithRefusal } from '@kith/sdk'
import { ActionIcon, Alert, Button, Group, Text, Title, Tooltip } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { LookSwitches } from '../design/look-switches.tsx'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { Code, Name } from '../design/written.tsx'
import { AtBusiness } from '../session/at-business.tsx'
import { onEnded } from '../session/carry.ts'
import { credential } from '../session/credential.ts'
import { endSession } from '../session/session-provider.tsx'
import classes from './account-page.module.css'
import { Contacts } from './contacts.tsx'
import { useBusinessName } from './door.tsx'
import { useFragment } from './fragment.ts'
import { Links } from './links.tsx'
import { type Me, useMe } from './own.ts'
import { Passkeys } from './passkeys.tsx'
import { Password } from './password.tsx'
import { useProviderRefusal } from './provider-refusal.ts'
import { SecondFactors } from './second-factors.tsx'
import { Sessions } from './sessions.tsx'

/** What a person looks after of their own login: customers, and the staff as well. */
export function AccountPage() {
  const queries = useQueryClient()
  const told = useFragment()
  const [out, setOut] = useState<'left' | 'ended' | null>(credential.session() ? null : 'left')
  useEffect(() => {
    const stop = [onEnded(() => setOut('ended')), credential.onForgotten(() => setOut('left'))]
    return () => {
      for (const one of stop) one()
    }
  }, [])
  async function signOut() {
    await endSession()
    setOut('left')
    queries.clear()
  }
  if (out !== null) return <Navigate replace to="/account/sign-in" {...(out === 'ended' && { hash: 'ended' })} />
  return (
    <AtBusiness>
      <Account onSignOut={() => void signOut()} refused={told.get('error')} />
    </AtBusiness>
  )
}

interface Props {
  readonly onSignOut: () => void
  readonly refused: string | null
}

function Account({ onSignOut, refused }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const sorry = useProviderRefusal(refused)
  const isOver = me.error instanceof KithRefusal && me.error.status === 401
  return (
    <>
      <header className={classes.bar}>
        <div className={classes.within}>
          <span aria-hidden="true" className={classes.mark} />
          <span className={classes.business}>
            <Name>{useBusinessName()}</Name>
          </span>
          <LookSwitches />
          <Tooltip label={t('shell.signOut')}>
            <ActionIcon
              aria-label={t('shell.signOut')}
              onClick={onSignOut}
              size="lg"
              style={{ color: 'var(--kith-ink-soft)' }}
              variant="subtle"
            >
              <Icon name="leave" />
            </ActionIcon>
          </Tooltip>
        </div>
      </header>
      <main className={classes.content}>
        {sorry !== null && (
          <Alert color="red" role="alert" variant="light">
            {sorry}
          </Alert>
        )}
        {me.error && !isOver && <Failure error={me.error} onRetry={me.refetch} />}
        {!me.data && (!me.error || isOver) && <SkeletonRows height={96} rows={5} />}
        {me.data && <Own me={me.data} />}
      </main>
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
      <Contacts me={me} />
      {me.hasPassword && <Password email={me.email ?? ''} />}
      <Passkeys />
      <SecondFactors me={me} />
      <Links />
      <Sessions />
    </>
  )
}
