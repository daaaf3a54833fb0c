import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../account/section.tsx'
import { ActDialog } from '../design/dialog.tsx'
import { login } from '../session/carry.ts'
import { credential } from '../session/credential.ts'

/** Less than an erasure: the account is closed, the data stays, and signing in opens it again. */
export function CancelAccount() {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  async function cancel() {
    await login.customers.cancelOwn({ ...(reason.trim() && { reason: reason.trim() }) })
    credential.forgetSession()
    window.location.assign('/account/sign-in')
  }
  return (
    <Section explained={t('mineCancel.explained')} title={t('mineCancel.title')}>
      <Button data-cancel-account mt="sm" onClick={() => setAsking(true)} size="sm" variant="default">
        {t('mineCancel.act')}
      </Button>
      <ActDialog
        act={t('mineCancel.act')}
        danger
        onAct={cancel}
        onClose={() => setAsking(false)}
        opened={asking}
        title={t('mineCancel.title')}
      >
        <Textarea
          label={t('mineCancel.reason')}
          maxLength={500}
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
          value={reason}
        />
      </ActDialog>
    </Section>
  )
}
