import { Alert, Anchor, Button, Divider, PasswordInput, Stack, Text } from '@mantine/core'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../design/states.tsx'
import { Name } from '../design/written.tsx'
import { WaitedForAtDoor } from '../offline/waited-for.tsx'
import { AtBusiness, OtherBusiness } from './at-business.tsx'
import { credential, demoIsOffered, demoKey } from './credential.ts'
import { FormError, useSending } from './form/sending.tsx'
import classes from './front.module.css'
import { Front } from './front.tsx'
import { useBusiness } from './session.ts'
import { type Answer, Arrival } from './sign-in/arrival.tsx'
import { PasskeyButton } from './sign-in/passkey-button.tsx'
import { PasswordForm } from './sign-in/password-form.tsx'

const TillDoor = lazy(() => import('./till/till-door.tsx').then((it) => ({ default: it.TillDoor })))
const ChoosePin = lazy(() => import('./till/choose-pin.tsx').then((it) => ({ default: it.ChoosePin })))

interface Props {
  readonly why: 'refused' | 'ended' | undefined
  readonly onArrived: () => void
  readonly onKey: (key: string) => Promise<void>
  readonly onUnreachable: () => void
}

/** The sign-in of staff. It works before the router is loaded, so its links are plain. */
export function SignInPage(props: Props) {
  return (
    <AtBusiness onUnreachable={props.onUnreachable} orElse={<WaitedForAtDoor />}>
      {credential.till() ? (
        <Suspense fallback={<Loading />}>
          <DoorOfTill {...props} />
        </Suspense>
      ) : (
        <StaffDoor {...props} />
      )}
    </AtBusiness>
  )
}

/** On a till a PIN is enough after an earlier full sign-in. */
function DoorOfTill(props: Props) {
  const [at, setAt] = useState<'pin' | 'full' | 'choosing'>('pin')
  const full = useCallback(() => setAt('full'), [])
  const byPin = (answer: Answer) => {
    if ('mfa' in answer) return full()
    credential.keepSession(answer, { onTill: true })
    props.onArrived()
  }
  if (at === 'choosing') return <ChoosePin onDone={props.onArrived} />
  if (at === 'pin') return <TillDoor onAnswer={byPin} onFull={full} />
  return <StaffDoor {...props} onArrived={() => (credential.till() ? setAt('choosing') : props.onArrived())} />
}

function StaffDoor({ why, onArrived, onKey }: Props) {
  const { t, i18n } = useTranslation()
  const { name, name2 } = useBusiness()
  return (
    <Arrival onArrived={onArrived}>
      {(arrive) => (
        <Front explained={<Name>{(i18n.language === 'ar' && name2) || name}</Name>} title={t('signIn.title')}>
          {why && (
            <Alert color="red" role="alert" variant="light">
              {why === 'refused' ? t('signIn.refused') : t('signIn.ended')}
            </Alert>
          )}
          <WaitedForAtDoor />
          <PasswordForm onAnswer={arrive} />
          <div className={classes.links}>
            <Anchor href="/account/forgot-password" size="sm">
              {t('login.forgot')}
            </Anchor>
            <OtherBusiness />
            {!credential.till() && (
              <Anchor c="dimmed" href="/pair" size="sm">
                {t('tillDoor.pair')}
              </Anchor>
            )}
          </div>
          <PasskeyButton onAnswer={arrive} />
          {demoIsOffered() && <DemoButton onKey={onKey} />}
          <KeyForm onKey={onKey} />
        </Front>
      )}
    </Arrival>
  )
}

function DemoButton({ onKey }: Pick<Props, 'onKey'>) {
  const { t } = useTranslation()
  const { busy, formError, send } = useSending()
  return (
    <>
      <Divider label={t('signIn.or')} />
      <FormError>{formError}</FormError>
      <Stack gap={6}>
        <Button
          data-enter-demo
          fullWidth
          loading={busy}
          onClick={() => send(async () => onKey(await demoKey()))}
          variant="default"
        >
          {t('signIn.demo')}
        </Button>
        <Text c="dimmed" size="xs" ta="center">
          {t('signIn.demoExplained')}
        </Text>
      </Stack>
    </>
  )
}

/** Folded away: for developers with an API key. */
function KeyForm({ onKey }: Pick<Props, 'onKey'>) {
  const { t } = useTranslation()
  const { busy, formError, submit } = useSending()
  const [key, setKey] = useState('')
  const enter = () =>
    onKey(key.trim()).catch((error: unknown) => {
      credential.forget()
      throw error
    })
  return (
    <details className={classes.developers}>
      <summary>{t('signIn.developers')}</summary>
      <form onSubmit={submit(enter)}>
        <Stack gap="sm">
          <FormError>{formError}</FormError>
          <PasswordInput
            autoComplete="off"
            description={t('signIn.explained')}
            label={t('signIn.key')}
            name="key"
            onChange={(event) => setKey(event.currentTarget.value)}
            placeholder="kith_…"
            spellCheck={false}
            value={key}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          />
          <Button disabled={!key.trim()} fullWidth loading={busy} type="submit" variant="default">
            {t('signIn.enterByKey')}
          </Button>
        </Stack>
      </form>
    </details>
  )
}
