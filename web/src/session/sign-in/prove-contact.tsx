import type { Input } from '@kith/sdk'
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhoneField } from '../../design/phone-field.tsx'
import { useNumber } from '../../language/format.ts'
import { login } from '../carry.ts'
import { CodeField } from '../form/code-field.tsx'
import { InboxHint } from '../form/inbox-hint.tsx'
import { FormError, useSending } from '../form/sending.tsx'

interface Props {
  readonly kind: 'phone' | 'email'
  readonly purpose: Input<'verification.sendOtp'>['purpose']
  readonly label: string
  /** What is known already. */
  readonly initial?: string
  /** Gets the verification token, and the verified contact. */
  readonly onProved: (verificationToken: string) => Promise<unknown>
}

interface Sent {
  readonly at: number
  readonly againAfterSeconds: number
  /** The handle, sent with the code. */
  readonly handle: string
}

/** A phone or an e-mail, and the code sent to it. */
export function ProveContact({ kind, purpose, label, initial = '', onProved }: Props) {
  const { t } = useTranslation()
  const { busy, formError, fields, send, submit } = useSending()
  const [contact, setContact] = useState(initial)
  const [code, setCode] = useState('')
  const [sent, setSent] = useState<Sent | null>(null)
  const typed = { [kind]: contact.trim() }
  const shown = sent ? { handle: sent.handle } : {}

  const ask = async () => {
    const { retryAfterSeconds, handle } = await login.verification.sendOtp({ ...typed, purpose, ...shown })
    setCode('')
    setSent({ at: Date.now(), againAfterSeconds: retryAfterSeconds, handle })
  }
  const prove = async (whole: string) => {
    const { verificationToken } = await login.verification.verifyOtp({ ...typed, purpose, code: whole, ...shown })
    await onProved(verificationToken)
  }

  if (!sent) {
    const field = { label, name: kind, value: contact, autoFocus: true, error: fields[kind] }
    return (
      <form noValidate onSubmit={submit(ask)}>
        <Stack gap="sm">
          <FormError>{formError}</FormError>
          {kind === 'phone' ? (
            <PhoneField {...field} autoComplete="tel" onChange={setContact} />
          ) : (
            <TextInput
              {...field}
              autoComplete="email"
              classNames={{ input: 'kith-code-input' }}
              onChange={(event) => setContact(event.currentTarget.value)}
              type="email"
            />
          )}
          <Button fullWidth loading={busy} type="submit">
            {t('login.sendCode')}
          </Button>
        </Stack>
      </form>
    )
  }
  return (
    <form onSubmit={submit(() => prove(code))}>
      <Stack gap="sm">
        <FormError>{formError}</FormError>
        <CodeField
          autoFocus
          label={t('login.codeSentTo', { contact: `\u2066${contact.trim()}\u2069` })}
          onChange={setCode}
          onWhole={(whole) => void send(() => prove(whole))}
          value={code}
        />
        <Button fullWidth loading={busy} type="submit">
          {t('login.next')}
        </Button>
        <Resend key={sent.at} onAgain={() => void send(ask)} seconds={sent.againAfterSeconds} />
        <Anchor component="button" onClick={() => setSent(null)} size="sm" ta="start" type="button">
          {t('login.otherContact')}
        </Anchor>
        <InboxHint />
      </Stack>
    </form>
  )
}

function Resend({ seconds, onAgain }: { readonly seconds: number; readonly onAgain: () => void }) {
  const { t } = useTranslation()
  const number = useNumber()
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const clock = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1_000)
    return () => clearInterval(clock)
  }, [])
  if (left > 0) {
    return (
      <Text c="dimmed" size="sm">
        {t('login.resendIn', { seconds: number(left) })}
      </Text>
    )
  }
  return (
    <Anchor component="button" onClick={onAgain} size="sm" ta="start" type="button">
      {t('login.resend')}
    </Anchor>
  )
}
