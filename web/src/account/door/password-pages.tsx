import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AtBusiness } from '../../session/at-business.tsx'
import { login } from '../../session/carry.ts'
import { credential } from '../../session/credential.ts'
import { InboxHint } from '../../session/form/inbox-hint.tsx'
import { FormError, useSending } from '../../session/form/sending.tsx'
import { Arrival } from '../../session/sign-in/arrival.tsx'
import { PasswordField } from '../../session/sign-in/password-form.tsx'
import { useFragment } from '../fragment.ts'
import { Door, useGoIn } from './door.tsx'

export function ForgotPasswordPage() {
  return (
    <AtBusiness>
      <Forgot />
    </AtBusiness>
  )
}

function Forgot() {
  const { t } = useTranslation()
  const { busy, formError, fields, submit } = useSending()
  const [email, setEmail] = useState('')
  const [asked, setAsked] = useState(false)
  const ask = async () => {
    await login.accounts.forgotPassword({ email: email.trim() })
    setAsked(true)
  }
  return (
    <Door title={t('account.forgot')}>
      {asked ? (
        <Stack gap="sm" role="status">
          <Text size="sm">{t('account.forgotSent')}</Text>
          <InboxHint />
        </Stack>
      ) : (
        <form noValidate onSubmit={submit(ask)}>
          <Stack gap="sm">
            <FormError>{formError}</FormError>
            <TextInput
              autoComplete="username"
              autoFocus
              classNames={{ input: 'kith-code-input' }}
              description={t('account.forgotExplained')}
              error={fields['email']}
              label={t('login.email')}
              name="email"
              onChange={(event) => setEmail(event.currentTarget.value)}
              type="email"
              value={email}
            />
            <Button fullWidth loading={busy} type="submit">
              {t('account.sendLink')}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} size="sm" to="/account/sign-in">
        {t('account.toSignIn')}
      </Anchor>
    </Door>
  )
}

export function ResetPasswordPage() {
  const token = useFragment().get('token') ?? ''
  return (
    <AtBusiness>
      <Reset token={token} />
    </AtBusiness>
  )
}

function Reset({ token }: { readonly token: string }) {
  const { t } = useTranslation()
  const [done, setDone] = useState(false)
  const reset = async (password: string) => {
    await login.accounts.resetPassword({ token, password })
    // Every session has ended, also the one of this browser.
    credential.forgetSession()
    setDone(true)
  }
  return (
    <Door title={t('account.reset')}>
      {done ? (
        <Stack gap="sm" role="status">
          <Text size="sm">{t('account.resetDone')}</Text>
          <Button component={Link} fullWidth to="/account/sign-in">
            {t('signIn.enter')}
          </Button>
        </Stack>
      ) : (
        <NewPassword act={t('account.keepPassword')} onPassword={reset} />
      )}
    </Door>
  )
}

export function InvitationPage() {
  const token = useFragment().get('token') ?? ''
  return (
    <AtBusiness>
      <Invitation token={token} />
    </AtBusiness>
  )
}

function Invitation({ token }: { readonly token: string }) {
  const { t } = useTranslation()
  return (
    <Arrival onArrived={useGoIn()}>
      {(arrive) => (
        <Door title={t('account.invited')}>
          <Text size="sm">{t('account.invitedExplained')}</Text>
          <NewPassword
            act={t('account.join')}
            onPassword={async (password) =>
              arrive(await login.accounts.acceptInvitation({ token, password, session: 'cookie' }))
            }
          />
        </Door>
      )}
    </Arrival>
  )
}

interface Choosing {
  readonly act: string
  readonly onPassword: (password: string) => Promise<void>
}

function NewPassword({ act, onPassword }: Choosing) {
  const { t } = useTranslation()
  const { busy, formError, fields, submit } = useSending()
  const [password, setPassword] = useState('')
  return (
    <form noValidate onSubmit={submit(() => onPassword(password))}>
      <Stack gap="sm">
        <FormError>{fields['token'] ? t('account.linkIncomplete') : formError}</FormError>
        <PasswordField
          autoComplete="new-password"
          autoFocus
          description={t('account.passwordHint')}
          error={fields['password']}
          label={t('account.newPassword')}
          onChange={setPassword}
          value={password}
        />
        <Button fullWidth loading={busy} type="submit">
          {act}
        </Button>
      </Stack>
    </form>
  )
}
