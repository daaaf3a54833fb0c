import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Form, useTrying } from '../../design/form.tsx'
import { Loading } from '../../design/states.tsx'
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
  /** The text that was shown. */
  readonly version?: number
}

interface Props {
  readonly deciding: Deciding | null
  /** The label of the consent button, and the title. */
  readonly grant: string
  readonly grantTitle: string
  readonly onClose: () => void
  readonly onDecide: (decided: Decided) => Promise<unknown>
  /** Further fields. */
  readonly children?: ReactNode
}

/** Shows the exact text of the decision. */
export function DecideModal({ deciding, grantTitle, onClose, ...inside }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog
      onClose={onClose}
      opened={deciding !== null}
      size="lg"
      title={deciding?.decision === 'withdrawn' ? t('consent.withdrawTitle') : grantTitle}
    >
      {deciding && <Decide {...deciding} {...inside} onClose={onClose} />}
    </Dialog>
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
  const documents = useDocuments()
  const confirm = useTrying(() => {
    const { documentId } = item
    const version = decision === 'granted' && document && { version: document.latest.version }
    return onDecide({ documentId, decision, language, ...version })
  }, onClose)
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
      submit={decision === 'withdrawn' ? t('consent.withdraw') : grant}
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
      {children}
    </Form>
  )
}
