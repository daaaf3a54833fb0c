import type { Output } from '@kith/sdk'
import { Checkbox, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { Name } from '../../design/written.tsx'
import { toLanguage } from '../../language/language.ts'
import { login } from '../../session/carry.ts'
import classes from './consent-choices.module.css'
import { askedOf, textOf } from './consents-asked.ts'

type Document = Output<'consent.listDocuments'>['items'][number]

/** What a new customer is asked to agree to, and the recording of it once there is a session. Nothing is ticked before. */
export function useConsentChoices(isAsked: boolean) {
  const { t, i18n } = useTranslation()
  const language = toLanguage(i18n.language)
  const documents = useQuery({
    queryKey: ['consent-documents', 'registering'],
    queryFn: async ({ signal }) => askedOf((await login.consent.listDocuments({}, { signal })).items),
    enabled: isAsked,
  })
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set())
  const asked = documents.data ?? []

  /** The account is there already, so what fails here is no reason to register again. */
  async function record() {
    const wanted = asked.filter(({ documentId }) => agreed.has(documentId))
    const done = await Promise.allSettled(
      wanted.map((document) =>
        login.consent.decideOwn({
          documentId: document.documentId,
          version: document.latest.version,
          decision: 'granted',
          language: textOf(document, language).language,
        }),
      ),
    )
    if (done.some(({ status }) => status === 'rejected')) notify(t('account.consentsLater'))
  }
  function toggle(documentId: string) {
    const next = new Set(agreed)
    if (!next.delete(documentId)) next.add(documentId)
    setAgreed(next)
  }
  return { choices: <Choices agreed={agreed} documents={asked} onToggle={toggle} />, record }
}

interface Props {
  readonly documents: readonly Document[]
  readonly agreed: ReadonlySet<string>
  readonly onToggle: (documentId: string) => void
}

function Choices({ documents, agreed, onToggle }: Props) {
  const { t, i18n } = useTranslation()
  if (documents.length === 0) return null
  return (
    <fieldset className={classes.asked} data-consents>
      <legend>{t('account.consents')}</legend>
      <Stack gap={4}>
        {documents.map((document) => {
          const { documentId } = document
          const { language, title, text } = textOf(document, toLanguage(i18n.language))
          return (
            <div key={documentId}>
              <Checkbox
                checked={agreed.has(documentId)}
                label={<Name>{title}</Name>}
                name={`consent.${document.purpose}`}
                onChange={() => onToggle(documentId)}
              />
              <details className={classes.text}>
                <summary>{t('account.readConsent', { title })}</summary>
                <p dir="auto" lang={language}>
                  {text}
                </p>
              </details>
            </div>
          )
        })}
      </Stack>
    </fieldset>
  )
}
