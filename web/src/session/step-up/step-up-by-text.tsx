import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { login } from '../carry.ts'
import { CodeField } from '../form/code-field.tsx'
import { InboxHint } from '../form/inbox-hint.tsx'
import { FormError, useSending } from '../form/sending.tsx'

/** A code to the phone of this login: only its holder reads it. */
export function StepUpByText({ onProved }: { readonly onProved: () => void }) {
  const { t } = useTranslation()
  const { busy, formError, send, submit } = useSending()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const ask = async () => setSentTo((await login.accounts.sendStepUpCode()).sentTo)
  const prove = async (smsCode: string) => {
    await login.accounts.stepUp({ smsCode })
    onProved()
  }
  return (
    <form onSubmit={submit(() => (sentTo === null ? ask() : prove(code)))}>
      <Stack gap="sm">
        <FormError>{formError}</FormError>
        {sentTo !== null && (
          <CodeField
            autoFocus
            label={t('factor.smsCode', { phone: `\u2066${sentTo}\u2069` })}
            onChange={setCode}
            onWhole={(whole) => void send(() => prove(whole))}
            value={code}
          />
        )}
        <Button autoFocus={sentTo === null} fullWidth loading={busy} type="submit">
          {sentTo === null ? t('factor.sendText') : t('proof.prove')}
        </Button>
        {sentTo !== null && <InboxHint />}
      </Stack>
    </form>
  )
}
