import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../design/dialog.tsx'
import { Failure, Loading } from '../design/states.tsx'
import { login } from './carry.ts'
import { CodeField } from './code-field.tsx'
import { passkeysWork, proveByPasskey, wasClosed } from './passkey.ts'
import { PasswordField } from './password-form.tsx'
import { Said, useSending } from './sending.tsx'
import { endSession } from './session-provider.tsx'

type Way = 'password' | 'totp' | 'passkey'

/** Proves again who is there, by whatever this login has. */
export function StepUpDialog({ onDone }: { readonly onDone: (proved: boolean) => void }) {
  const { t } = useTranslation()
  const ways = useQuery({ queryKey: ['ways-to-prove'], queryFn: waysToProve, gcTime: 0 })
  return (
    <Dialog data-step-up onClose={() => onDone(false)} opened title={t('proof.title')} zIndex={400}>
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

async function waysToProve(): Promise<Way[]> {
  const [me, passkeys] = await Promise.all([login.getAuthMe(), login.getAuthPasskeys()])
  const has: Record<Way, boolean> = {
    passkey: passkeys.items.length > 0 && passkeysWork(),
    password: me.hasPassword,
    totp: me.secondFactors.includes('totp'),
  }
  return (['password', 'totp', 'passkey'] as const).filter((way) => has[way])
}

interface Proving {
  readonly ways: readonly Way[]
  readonly onProved: () => void
}

function Prove({ ways, onProved }: Proving) {
  const { t } = useTranslation()
  const { busy, error, said, send, submit } = useSending()
  const [way, setWay] = useState(ways[0])
  const [typed, setTyped] = useState('')
  const prove = async (work: () => Promise<unknown>) => {
    await work()
    onProved()
  }
  if (way === undefined) return <SignInAnew />
  const work = {
    password: () => login.postAuthStepUp({ password: typed }),
    totp: () => login.postAuthStepUp({ code: typed }),
    passkey: proveByPasskey,
  }[way]
  return (
    <form onSubmit={submit(() => prove(work))}>
      <Stack gap="sm">
        <Said>{wasClosed(error) ? t('login.passkeyClosed') : said}</Said>
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
            onWhole={(code) => void send(() => prove(() => login.postAuthStepUp({ code })))}
            value={typed}
          />
        )}
        <Button autoFocus={way === 'passkey'} fullWidth loading={busy} type="submit">
          {way === 'passkey' ? t('login.byPasskey') : t('proof.prove')}
        </Button>
        {ways
          .filter((one) => one !== way)
          .map((one) => (
            <Anchor
              component="button"
              key={one}
              onClick={() => {
                setTyped('')
                setWay(one)
              }}
              size="sm"
              ta="start"
              type="button"
            >
              {t(`proofBy.${one}`)}
            </Anchor>
          ))}
      </Stack>
    </form>
  )
}

/** A login by phone or provider has nothing to prove itself with but signing in. */
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
