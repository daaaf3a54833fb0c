import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading, useReason } from '../../design/states.tsx'
import { type Language, toLanguage } from '../../language/language.ts'
import classes from './consents.module.css'
import { type ConsentState, useDocuments } from './queries.ts'

export interface Deciding {
  readonly item: ConsentState
  readonly decision: 'granted' | 'withdrawn'
}

export interface Decided {
  readonly documentId: string
  readonly decision: Deciding['decision']
  readonly language: Language
  /** Which text was shown. */
  readonly version?: number
}

interface Props {
  readonly deciding: Deciding | null
  /** What the button of a yes says, and what stands above it. */
  readonly grant: string
  readonly grantTitle: string
  readonly onClose: () => void
  readonly onDecide: (decided: Decided) => Promise<unknown>
  /** What else is asked. */
  readonly children?: ReactNode
}

/** Shows the very text that is decided about. */
export function DecideModal({ deciding, grantTitle, onClose, ...inside }: Props) {
  const { t } = useTranslation()
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('act.close') }}
      onClose={onClose}
      opened={deciding !== null}
      size="lg"
      title={deciding?.decision === 'withdrawn' ? t('consent.withdrawTitle') : grantTitle}
    >
      {deciding && <Decide {...deciding} {...inside} onClose={onClose} />}
    </Modal>
  )
}

function Decide({
  item,
  decision,
  grant,
  onClose,
  onDecide,
  children,
}: Deciding & Omit<Props, 'deciding' | 'grantTitle'>) {
  const { t, i18n } = useTranslation()
  const reason = useReason()
  const documents = useDocuments()
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
      const { documentId } = item
      const version = decision === 'granted' && document && { version: document.latest.version }
      await onDecide({ documentId, decision, language, ...version })
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
        {children}
        <Group gap="xs" justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('act.cancel')}
          </Button>
          <Button color={decision === 'withdrawn' ? 'red.8' : 'kith'} loading={busy} type="submit">
            {decision === 'withdrawn' ? t('consent.withdraw') : grant}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
