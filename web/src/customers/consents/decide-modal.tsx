import { Group, Radio, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Form, useTrying } from '../../design/form.tsx'
import { Loading } from '../../design/states.tsx'
import { toLanguage } from '../../language/language.ts'
import classes from './consents.module.css'
import { type ConsentState, useDecide, useDocuments } from './queries.ts'

export interface Deciding {
  readonly item: ConsentState
  readonly decision: 'granted' | 'withdrawn'
}

interface Props {
  readonly customerId: string
  readonly deciding: Deciding | null
  readonly onClose: () => void
}

/** Shows the very text that is decided about, and asks how the decision was heard. */
export function DecideModal({ customerId, deciding, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog
      onClose={onClose}
      opened={deciding !== null}
      size="lg"
      title={deciding?.decision === 'withdrawn' ? t('consent.withdrawTitle') : t('consent.grantTitle')}
    >
      {deciding && <Decide customerId={customerId} {...deciding} onClose={onClose} />}
    </Dialog>
  )
}

const HEARD = ['spoken', 'till'] as const

function Decide({ customerId, item, decision, onClose }: Deciding & Omit<Props, 'deciding'>) {
  const { t, i18n } = useTranslation()
  const decide = useDecide(customerId)
  const documents = useDocuments()
  const [source, setSource] = useState<(typeof HEARD)[number]>('spoken')
  const [spokenTo, setSpokenTo] = useState('')
  const confirm = useTrying(
    () =>
      decide({
        customerId,
        documentId: item.documentId,
        decision,
        source,
        language,
        ...(decision === 'granted' && document && { version: document.latest.version }),
        ...(source === 'spoken' && spokenTo.trim() && { spokenTo: spokenTo.trim() }),
      }),
    onClose,
  )
  const document = documents.data?.items.find(({ documentId }) => documentId === item.documentId)
  const mine = toLanguage(i18n.language)
  const language = document?.latest.texts[mine] ? mine : mine === 'ar' ? 'en' : 'ar'
  const text = document?.latest.texts[language]
  if (documents.isPending) return <Loading />
  return (
    <Form
      act={confirm}
      danger={decision === 'withdrawn'}
      onCancel={onClose}
      onSubmit={confirm.run}
      submit={decision === 'withdrawn' ? t('consent.withdraw') : t('consent.grant')}
    >
      {text && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keys
        <article aria-label={text.title} className={classes.text} dir="auto" lang={language} tabIndex={0}>
          <Text fw={600} size="sm">
            {text.title}
          </Text>
          {text.text}
        </article>
      )}
      <Radio.Group
        label={t('consent.heard')}
        onChange={(value) => setSource(value as (typeof HEARD)[number])}
        value={source}
      >
        <Group gap="lg" mt="xs">
          {HEARD.map((value) => (
            <Radio key={value} label={t(`consentSource.${value}`)} value={value} />
          ))}
        </Group>
      </Radio.Group>
      {source === 'spoken' && (
        <TextInput
          autoComplete="off"
          label={t('consent.spokenTo')}
          maxLength={80}
          onChange={(event) => setSpokenTo(event.currentTarget.value)}
          value={spokenTo}
        />
      )}
    </Form>
  )
}
