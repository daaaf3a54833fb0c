import { Alert, Button, Group, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { toLanguage } from '../../language/language.ts'
import { login } from '../../session/carry.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import { textOf } from '../door/consents-asked.ts'

/** Registering could not ask for marketing by e-mail, because the e-mail was not confirmed yet. Asked once, and no is an answer. */
export function AskForOffers() {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const { busy, formError, send } = useSending()
  const [answered, setAnswered] = useState(false)
  const { data: document } = useQuery({
    queryKey: ['consent-documents', 'offers'],
    queryFn: async ({ signal }) => {
      const { items } = await login.consent.listDocuments({}, { signal })
      return items.find(({ purpose }) => purpose === 'marketing.email') ?? null
    },
  })
  if (!document || answered) return null
  const { documentId, latest } = document
  const { language, title, text } = textOf(document, toLanguage(i18n.language))
  async function agree() {
    const { state } = await login.consent.decideOwn({
      documentId,
      version: latest.version,
      decision: 'granted',
      language,
    })
    setAnswered(true)
    notify(state === 'pending' ? t('account.offersPending') : t('account.offersAgreed'))
    await queries.invalidateQueries({ queryKey: ['own', 'consents'] })
  }
  return (
    <Alert data-offers mt="sm" title={t('account.offersAsked')} variant="light">
      <FormError>{formError}</FormError>
      <details>
        <summary>{title}</summary>
        <Text dir="auto" lang={language} size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {text}
        </Text>
      </details>
      <Group gap="xs" mt="xs">
        <Button loading={busy} onClick={() => void send(agree)} size="compact-md">
          {t('account.offersAgree')}
        </Button>
        <Button onClick={() => setAnswered(true)} size="compact-md" variant="default">
          {t('account.offersNotNow')}
        </Button>
      </Group>
    </Alert>
  )
}
