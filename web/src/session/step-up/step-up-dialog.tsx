import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Failure, Loading } from '../../design/states.tsx'
import { login } from '../carry.ts'
import { CodeField } from '../form/code-field.tsx'
import { FormError, useSending } from '../form/sending.tsx'
import { endSession } from '../session-provider.tsx'
import { proveByPasskey, wasClosed } from '../sign-in/passkey.ts'
import { PasswordField } from '../sign-in/password-form.tsx'
import { StepUpByText } from './step-up-by-text.tsx'
import { type Way, waysToProve } from './ways-to-prove.ts'

/** Confirms the user's identity by any login of this account. */
export function StepUpDialog({ onDone }: { readonly onDone: (proved: boolean) => void }) {
  const { t } = useTranslation()
  const ways = useQuery({ queryKey: ['ways-to-prove'], queryFn: waysToProve, gcTime: 0 })
  return (
    <Dialog data-step-up forgets onClose={() => onDone(false)} opened title={t('proof.title')} zIndex={400}>
      <Stack gap="sm">
        <Text c="dimmed" size="sm">
          {t('proof.explained')}
        </Text>
        {ways.error && <Failure error={ways.error} onRetry={ways.refetch} />}
        {!ways.data && !ways.error && <Loading />}
        {ways.data && <Prove onProved={() => onDone(true)} ways={ways.data} />}
      </Stack>
    </Dialog>
  )
}

interface Proving {
  readonly ways: Awaited<ReturnType<typeof waysToProve>>
  readonly onProved: () => void
}

function Prove({ ways, onProved }: Proving) {
  const { t } = useTranslation()
  const [way, setWay] = useState(ways.own[0])
  if (way === undefined && ways.providers.length === 0) return <SignInAnew />
  return (
    <Stack gap="sm">
      {way === 'sms' && <StepUpByText onProved={onProved} />}
      {way !== undefined && way !== 'sms' && <ProveBy key={way} onProved={onProved} way={way} />}
      {ways.own
        .filter((one) => one !== way)
        .map((one) => (
          <Anchor component="button" key={one} onClick={() => setWay(one)} size="sm" ta="start" type="button">
            {t(`proofBy.${one}`)}
          </Anchor>
        ))}
      <ProveByProvider providers={ways.providers} />
    </Stack>
  )
}

interface ProvingBy {
  readonly way: Exclude<Way, 'sms'>
  readonly onProved: () => void
}

function ProveBy({ way, onProved }: ProvingBy) {
  const { t } = useTranslation()
  const { busy, error, formError, send, submit } = useSending()
  const [typed, setTyped] = useState('')
  const prove = async (work: () => Promise<unknown>) => {
    await work()
    onProved()
  }
  const work = {
    password: () => login.accounts.stepUp({ password: typed }),
    totp: () => login.accounts.stepUp({ code: typed }),
    passkey: proveByPasskey,
  }[way]
  return (
    <form onSubmit={submit(() => prove(work))}>
      <Stack gap="sm">
        <FormError>{wasClosed(error) ? t('login.passkeyClosed') : formError}</FormError>
        {way === 'password' && (
          <PasswordField
            autoComplete="current-password"
            autoFocus
            label={t('login.password')}
            onChange={setTyped}
            value={typed}
          />
        )}
        {way === 'totp' && (
          <CodeField
            autoFocus
            label={t('factor.totpCode')}
            onChange={setTyped}
            onWhole={(code) => void send(() => prove(() => login.accounts.stepUp({ code })))}
            value={typed}
          />
        )}
        <Button autoFocus={way === 'passkey'} fullWidth loading={busy} type="submit">
          {way === 'passkey' ? t('login.byPasskey') : t('proof.prove')}
        </Button>
      </Stack>
    </form>
  )
}

/** Leads to the provider and back to this page, where the action is started again. */
function ProveByProvider({ providers }: Pick<Proving['ways'], 'providers'>) {
  const { t } = useTranslation()
  const { busy, formError, send } = useSending()
  const go = async (provider: string) => {
    const returnTo = window.location.pathname + window.location.search
    window.location.assign((await login.accounts.stepUpByProvider({ provider, returnTo })).location)
  }
  return (
    <>
      <FormError>{formError}</FormError>
      {providers.map(({ name, label }) => (
        <Button fullWidth key={name} loading={busy} onClick={() => void send(() => go(name))} variant="default">
          {t('proof.byProvider', { provider: label })}
        </Button>
      ))}
    </>
  )
}

/** A session that came by a link of a message can only sign in again. */
function SignInAnew() {
  const { t } = useTranslation()
  const leave = async () => {
    await endSession()
    window.location.assign('/account/sign-in')
  }
  return (
    <>
      <Text size="sm">{t('proof.onlySignIn')}</Text>
      <Button fullWidth onClick={() => void leave()}>
        {t('proof.signInAnew')}
      </Button>
    </>
  )
}
