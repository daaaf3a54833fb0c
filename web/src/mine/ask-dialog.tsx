import { Text, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../design/dialog.tsx'
import { notify } from '../design/notify.ts'
import { type Asked, useAsk } from './own-privacy.ts'

interface Props {
  readonly kind: Asked | null
  readonly onClose: () => void
}

export function AskDialog({ kind, onClose }: Props) {
  const { t } = useTranslation()
  const ask = useAsk()
  // Keeps its content while it closes.
  const [about, setAbout] = useState<Asked>('rectification')
  const [text, setText] = useState('')
  useEffect(() => {
    if (kind === null) return
    setAbout(kind)
    setText('')
  }, [kind])
  async function send() {
    await ask(about, text)
    notify(t('mineData.received'))
  }
  return (
    <ActDialog
      act={t('mineData.send')}
      onAct={send}
      onClose={onClose}
      opened={kind !== null}
      // A correction needs a text.
      ready={about !== 'rectification' || text.trim() !== ''}
      title={t(`mineKind.${about}`)}
    >
      <Text size="sm">{t(`mineMore.${about}`)}</Text>
      <Textarea
        data-autofocus
        label={about === 'rectification' ? t('mineData.whatIsWrong') : t('mineData.words')}
        maxLength={5_000}
        minRows={3}
        name="text"
        onChange={(event) => setText(event.currentTarget.value)}
        value={text}
      />
    </ActDialog>
  )
}
