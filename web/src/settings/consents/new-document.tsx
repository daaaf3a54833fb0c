import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { PURPOSES, usePurposeWord } from '../../person/purpose-word.ts'
import { useSession } from '../../session/session.ts'
import { useAct } from '../act.ts'
import { NO_TEXTS, TextsFields, written } from './texts-fields.tsx'

const OWN = 'custom'

export function NewDocument({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const word = usePurposeWord()
  const [chosen, setChosen] = useState<string>(OWN)
  const [own, setOwn] = useState('')
  const [twice, setTwice] = useState(true)
  const [texts, setTexts] = useState(NO_TEXTS)
  const { kith } = useSession()
  const drafts = useQuery({
    queryKey: ['settings', 'consents', 'drafts'],
    queryFn: ({ signal }) => kith.privacy.readWording({}, { signal }),
  })
  const draft = drafts.data?.items.find((one) => one.purpose === chosen)?.texts
  const purpose = chosen === OWN ? `custom.${own}` : chosen
  const publish = useAct(
    (kith) =>
      kith.consent.createDocument({
        purpose,
        texts: written(texts),
        ...(chosen === 'marketing.email' && { doubleOptIn: twice }),
      }),
    { refreshes: ['consents'], says: t('consents.publishedNow'), onDone: onClose, inForm: true },
  )
  const errors = refusedFields(publish.error)
  return (
    <Dialog onClose={onClose} opened size="lg" title={t('consents.publish')}>
      <Form act={publish} onCancel={onClose} onSubmit={() => publish.mutate(undefined)} submit={t('consents.publish')}>
        <Select
          allowDeselect={false}
          data={[
            { value: OWN, label: t('consents.ownPurpose') },
            ...PURPOSES.map((one) => ({ value: one as string, label: word(one) })),
          ]}
          label={t('consents.purpose')}
          onChange={(next) => next && setChosen(next)}
          value={chosen}
        />
        {chosen === OWN && (
          <TextInput
            classNames={{ input: 'kith-code-input' }}
            description={t('consents.ownPurposeExplained')}
            error={errors.purpose}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            label={t('consents.ownPurposeName')}
            maxLength={40}
            onChange={(event) => setOwn(event.currentTarget.value)}
            value={own}
          />
        )}
        {chosen === 'marketing.email' && (
          <Switch
            checked={twice}
            label={t('consents.askTwice')}
            onChange={(event) => setTwice(event.currentTarget.checked)}
          />
        )}
        {draft && (
          <Button
            data-draft
            onClick={() => setTexts(draft)}
            size="compact-sm"
            style={{ alignSelf: 'flex-start' }}
            variant="default"
          >
            {t('consents.fromDraft')}
          </Button>
        )}
        <TextsFields errors={errors} onTexts={setTexts} texts={texts} />
      </Form>
    </Dialog>
  )
}
