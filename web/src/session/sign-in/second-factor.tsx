import type { Output } from '@kith/sdk'
import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { login } from '../carry.ts'
import { CodeField } from '../form/code-field.tsx'
import { InboxHint } from '../form/inbox-hint.tsx'
import { FormError, useSending } from '../form/sending.tsx'
import classes from '../front.module.css'
import { Front } from '../front.tsx'
import { Enrolment } from './enrolment.tsx'

type Finished = Output<'accounts.finishSignIn'>
export type Method = 'totp' | 'sms' | 'recovery' | 'enrol'

interface Props {
  readonly challenge: string
  readonly methods: readonly Method[]
  readonly onDone: (answer: Finished) => void
  readonly onLeave: () => void
}

/** The second step of a sign-in. */
export function SecondFactor({ challenge, methods, onDone, onLeave }: Props) {
  const { t } = useTranslation()
  const [method, setMethod] = useState(methods[0] ?? 'totp')
  const finish = async (by: 'totp' | 'sms' | 'recovery', code: string) =>
    onDone(await login.accounts.finishSignIn({ challenge, method: by, code }))
  const others = methods.filter((one) => one !== method)

  return (
    <Front explained={t(`factorExplained.${method}`)} title={t(`factorTitle.${method}`)}>
      {method === 'enrol' && (
        <Enrolment
          begin={() => login.accounts.enrolAtSignIn({ challenge })}
          confirm={(code) => finish('totp', code)}
          id={challenge}
        />
      )}
      {method === 'totp' && <ByCode label={t('factor.totpCode')} onCode={(code) => finish('totp', code)} />}
      {method === 'sms' && <ByText challenge={challenge} onCode={(code) => finish('sms', code)} />}
      {method === 'recovery' && <ByRecovery onCode={(code) => finish('recovery', code)} />}
      <div className={classes.links}>
        {others.map((one) => (
          <Anchor component="button" key={one} onClick={() => setMethod(one)} size="sm" type="button">
            {t(`factorUse.${one}`)}
          </Anchor>
        ))}
        <Anchor c="dimmed" component="button" onClick={onLeave} size="sm" type="button">
          {t('login.beginAgain')}
        </Anchor>
      </div>
    </Front>
  )
}

interface Coded {
  readonly onCode: (code: string) => Promise<void>
}

function ByCode({ label, onCode }: Coded & { readonly label: string }) {
  const { t } = useTranslation()
  const { busy, formError, send, submit } = useSending()
  const [code, setCode] = useState('')
  return (
    <form onSubmit={submit(() => onCode(code))}>
      <Stack gap="sm">
        <FormError>{formError}</FormError>
        <CodeField
          autoFocus
          label={label}
          onChange={setCode}
          onWhole={(whole) => void send(() => onCode(whole))}
          value={code}
        />
        <Button fullWidth loading={busy} type="submit">
          {t('login.next')}
        </Button>
      </Stack>
    </form>
  )
}

function ByText({ challenge, onCode }: Coded & { readonly challenge: string }) {
  const { t } = useTranslation()
  const { busy, formError, send } = useSending()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const ask = () => send(async () => setSentTo((await login.accounts.sendSmsAtSignIn({ challenge })).sentTo))
  if (sentTo !== null) {
    return (
      <>
        <ByCode label={t('factor.smsCode', { phone: `\u2066${sentTo}\u2069` })} onCode={onCode} />
        <InboxHint />
      </>
    )
  }
  return (
    <Stack gap="sm">
      <FormError>{formError}</FormError>
      <Button autoFocus fullWidth loading={busy} onClick={ask}>
        {t('factor.sendText')}
      </Button>
    </Stack>
  )
}

function ByRecovery({ onCode }: Coded) {
  const { t } = useTranslation()
  const { busy, formError, submit } = useSending()
  const [code, setCode] = useState('')
  return (
    <form onSubmit={submit(() => onCode(code.trim()))}>
      <Stack gap="sm">
        <FormError>{formError}</FormError>
        <TextInput
          autoCapitalize="none"
          autoComplete="off"
          autoFocus
          classNames={{ input: 'kith-code-input' }}
          label={t('factor.recoveryCode')}
          name="recovery"
          onChange={(event) => setCode(event.currentTarget.value)}
          spellCheck={false}
          value={code}
        />
        <Button fullWidth loading={busy} type="submit">
          {t('login.next')}
        </Button>
      </Stack>
    </form>
  )
}
