import { Alert, Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading, useReason } from '../../design/states.tsx'
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
    <Modal
      closeButtonProps={{ 'aria-label': t('act.close') }}
      onClose={onClose}
      opened={deciding !== null}
      size="lg"
      title={deciding?.decision === 'withdrawn' ? t('consent.withdrawTitle') : t('consent.grantTitle')}
    >
      {deciding && <Decide customerId={customerId} {...deciding} onClose={onClose} />}
    </Modal>
  )
}

const HEARD = ['spoken', 'till'] as const

function Decide({ customerId, item, decision, onClose }: Deciding & Omit<Props, 'deciding'>) {
  const { t, i18n } = useTranslation()
  const decide = useDecide(customerId)
  const reason = useReason()
  const documents = useDocuments()
  const [source, setSource] = useState<(typeof HEARD)[number]>('spoken')
  const [spokenTo, setSpokenTo] = useState('')
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const document = documents.data?.items.find(({ documentId }) => documentId === item.documentId)
  if (documents.isPending) return <Loading />
  const mine = toLanguage(i18n.language)
  const language = document?.latest.texts[mine] ? mine : mine === 'ar' ? 'en' : 'ar'
  const text = document?.latest.texts[language]

  async function confirm(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      await decide({
        customerId,
        documentId: item.documentId,
        decision,
        source,
        language,
        ...(decision === 'granted' && document && { version: document.latest.version }),
        ...(source === 'spoken' && spokenTo.trim() && { spokenTo: spokenTo.trim() }),
      })
      onClose()
    } catch (error) {
      setRefused(error)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={confirm}>
      <Stack gap="md">
        {refused !== null && (
          <Alert color="red" role="alert" variant="light">
            {reason(refused)}
          </Alert>
        )}
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
        <Group gap="xs" justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('act.cancel')}
          </Button>
          <Button color={decision === 'withdrawn' ? 'red.8' : 'kith'} loading={busy} type="submit">
            {decision === 'withdrawn' ? t('consent.withdraw') : t('consent.grant')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
