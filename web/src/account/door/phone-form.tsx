import { KithRefusal } from '@kith/sdk'
import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { present } from '../../language/language.ts'
import { login } from '../../session/carry.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import type { Answer } from '../../session/sign-in/arrival.tsx'
import { ProveContact } from '../../session/sign-in/prove-contact.tsx'
import { NameFields, type Names, NO_NAMES, namesOf } from '../name-fields.tsx'
import { useConsentChoices } from './consent-choices.tsx'

interface Props {
  readonly purpose: 'sign_in' | 'register'
  readonly onAnswer: (answer: Answer) => void
}

/** Signing in and registering by phone are one form; new customers are asked for a name, and the token stays valid meanwhile. */
export function PhoneForm({ purpose, onAnswer }: Props) {
  const { t } = useTranslation()
  const { busy, formError, fields, submit } = useSending()
  const [proof, setProof] = useState<string | null>(null)
  const [names, setNames] = useState<Names>(NO_NAMES)
  const { choices, record } = useConsentChoices(proof !== null)

  async function enter(verificationToken: string, who?: Names) {
    const input = { verificationToken, session: 'cookie' as const, locale: present() }
    const answer = await login.accounts.phone({ ...input, ...(who && namesOf(who)) })
    if (who && !('mfa' in answer)) await record()
    onAnswer(answer)
  }
  async function proved(verificationToken: string) {
    try {
      await enter(verificationToken)
    } catch (error) {
      if (!(error instanceof KithRefusal && error.code === 'auth.name_needed')) throw error
      setProof(verificationToken)
    }
  }
  if (proof === null) {
    return <ProveContact kind="phone" label={t('field.phone')} onProved={proved} purpose={purpose} />
  }
  return (
    <form onSubmit={submit(() => enter(proof, names))}>
      <Stack gap="sm">
        <Text size="sm">{t('account.nameNeeded')}</Text>
        <FormError>{formError}</FormError>
        <NameFields errors={fields} onChange={setNames} value={names} />
        {choices}
        <Button fullWidth loading={busy} type="submit">
          {t('login.next')}
        </Button>
      </Stack>
    </form>
  )
}
