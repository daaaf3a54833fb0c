import { KithRefusal } from '@kith/sdk'
import { Button, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AtBusiness } from '../../session/at-business.tsx'
import { login } from '../../session/carry.ts'
import { credential } from '../../session/credential.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import { PasswordField } from '../../session/sign-in/password-form.tsx'
import { useFragment } from '../fragment.ts'
import { Door } from './door.tsx'

export function VerifyEmailPage() {
  const token = useFragment().get('token') ?? ''
  return (
    <AtBusiness>
      <VerifyEmail token={token} />
    </AtBusiness>
  )
}

/** Needs both the mailbox and the account: the link, and the session of this browser or the password. */
function VerifyEmail({ token }: { readonly token: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { busy, formError, fields, submit } = useSending()
  const [password, setPassword] = useState('')
  const [isSignedIn, setSignedIn] = useState(() => credential.session() !== null)
  const [done, setDone] = useState(false)

  async function confirm() {
    try {
      await login.accounts.verifyEmail({ token, ...(!isSignedIn && { password }) })
    } catch (error) {
      if (!(error instanceof KithRefusal && error.code === 'auth.sign_in_first' && isSignedIn)) throw error
      return setSignedIn(false)
    }
    await queries.invalidateQueries()
    setDone(true)
  }
  if (done) {
    return (
      <Door title={t('account.emailConfirmed')}>
        <Button component={Link} fullWidth to={credential.session() ? '/account' : '/account/sign-in'}>
          {credential.session() ? t('login.toAccount') : t('signIn.enter')}
        </Button>
      </Door>
    )
  }
  return (
    <Door title={t('account.confirmEmail')}>
      <form onSubmit={submit(confirm)}>
        <Stack gap="sm">
          <Text size="sm">{isSignedIn ? t('account.confirmExplained') : t('account.confirmByPassword')}</Text>
          <FormError>{fields['token'] ? t('account.linkIncomplete') : formError}</FormError>
          {!isSignedIn && (
            <PasswordField
              autoComplete="current-password"
              autoFocus
              error={fields['password']}
              label={t('login.password')}
              onChange={setPassword}
              value={password}
            />
          )}
          <Button autoFocus={isSignedIn} fullWidth loading={busy} type="submit">
            {t('account.confirmNow')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
