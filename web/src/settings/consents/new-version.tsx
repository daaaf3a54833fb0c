import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useAct } from '../act.ts'
import type { Document } from './document.ts'
import { NO_TEXTS, TextsFields, written } from './texts-fields.tsx'

interface Props {
  readonly document: Document
  readonly onClose: () => void
}

/** Starts from the current text. Earlier versions stay as they were shown. */
export function NewVersion({ document, onClose }: Props) {
  const { t } = useTranslation()
  const { en, ar } = document.latest.texts
  const pick = (of: typeof en) => (of ? { title: of.title, text: of.text } : NO_TEXTS.en)
  const [texts, setTexts] = useState({ en: pick(en), ar: pick(ar) })
  const [asksAgain, setAsksAgain] = useState(false)
  const publish = useAct(
    (kith) => kith.consent.publishVersion({ documentId: document.documentId, asksAgain, texts: written(texts) }),
    { refreshes: ['consents'], says: t('consents.publishedNow'), onDone: onClose, inForm: true },
  )
  return (
    <Dialog onClose={onClose} opened size="lg" title={t('consents.newVersion')}>
      <Form
        act={publish}
        onCancel={onClose}
        onSubmit={() => publish.mutate(undefined)}
        submit={t('consents.publishVersion')}
      >
        <TextsFields errors={refusedFields(publish.error)} onTexts={setTexts} texts={texts} />
        <Switch
          checked={asksAgain}
          description={t('consents.asksAgainExplained')}
          label={t('consents.asksAgain')}
          onChange={(event) => setAsksAgain(event.currentTarget.checked)}
        />
      </Form>
    </Dialog>
  )
}
