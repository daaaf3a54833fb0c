import { Alert, Anchor, Button, Divider, SegmentedControl, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AtBusiness, OtherBusiness } from '../../session/at-business.tsx'
import { credential } from '../../session/credential.ts'
import classes from '../../session/front.module.css'
import { useBusiness } from '../../session/session.ts'
import { type Answer, Arrival } from '../../session/sign-in/arrival.tsx'
import { PasskeyButton } from '../../session/sign-in/passkey-button.tsx'
import { PasswordForm } from '../../session/sign-in/password-form.tsx'
import type { Method } from '../../session/sign-in/second-factor.tsx'
import { useFragment } from '../fragment.ts'
import { useProviders } from '../own.ts'
import { useProviderRefusal } from '../provider-refusal.ts'
import { Door, useGoIn } from './door.tsx'
import { PhoneForm } from './phone-form.tsx'

/** Every kind of login: e-mail and password, phone, passkey, providers. Providers also send the browser back here. */
export function SignInPage() {
  const told = useFragment()
  return (
    <AtBusiness>
      <CustomersDoor told={told} />
    </AtBusiness>
  )
}

function CustomersDoor({ told }: { readonly told: URLSearchParams }) {
  const { t } = useTranslation()
  const goIn = useGoIn(told.get('returnTo'))
  const refused = useProviderRefusal(told.get('error'))
  const challenge = told.get('challenge')
  const methods = (told.get('methods') ?? 'totp').split(',') as Method[]
  if (refused !== null) credential.forgetSession()
  return (
    <Arrival begun={challenge === null ? undefined : { challenge, methods }} onArrived={goIn}>
      {(arrive) => (
        <Door title={t('account.signIn')}>
          {refused !== null && (
            <Alert color="red" role="alert" variant="light">
              {refused}
            </Alert>
          )}
          {told.has('ended') && (
            <Alert color="red" role="alert" variant="light">
              {t('signIn.ended')}
            </Alert>
          )}
          <FirstFactor onAnswer={arrive} />
          <PasskeyButton onAnswer={arrive} />
          <Providers />
          <div className={classes.links}>
            <Anchor component={Link} size="sm" to="/account/register">
              {t('account.toRegister')}
            </Anchor>
            <OtherBusiness />
          </div>
        </Door>
      )}
    </Arrival>
  )
}

function FirstFactor({ onAnswer }: { readonly onAnswer: (answer: Answer) => void }) {
  const { t } = useTranslation()
  const [way, setWay] = useState('password')
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('account.ways')}
        data={[
          { value: 'password', label: t('account.byPassword') },
          { value: 'phone', label: t('account.byPhone') },
        ]}
        fullWidth
        onChange={setWay}
        value={way}
      />
      {way === 'phone' ? (
        <PhoneForm onAnswer={onAnswer} purpose="sign_in" />
      ) : (
        <>
          <PasswordForm onAnswer={onAnswer} />
          <Anchor component={Link} size="sm" to="/account/forgot-password">
            {t('login.forgot')}
          </Anchor>
        </>
      )}
    </Stack>
  )
}

function Providers() {
  const { t } = useTranslation()
  const { slug } = useBusiness()
  const providers = useProviders().data?.items ?? []
  if (providers.length === 0) return null
  return (
    <Stack gap="xs">
      <Divider label={t('signIn.or')} />
      {providers.map(({ name, label }) => (
        <Button
          component="a"
          fullWidth
          href={`/api/v1/auth/oidc/${slug}/${name}/start?returnTo=/account`}
          key={name}
          onClick={credential.expectSession}
          variant="default"
        >
          {t('account.byProvider', { provider: label })}
        </Button>
      ))}
    </Stack>
  )
}
