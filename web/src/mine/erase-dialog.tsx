import { Alert, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { notify } from '../design/notify.ts'
import classes from './mine.module.css'
import { useAsk } from './own-privacy.ts'

const GOES = ['person', 'signIn', 'addresses', 'history'] as const
const STAYS = ['numbers', 'proof', 'law'] as const

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

/** First shows what is deleted and kept; then a word must be typed, to prevent accidents. */
export function EraseDialog({ opened, onClose }: Props) {
  const { t } = useTranslation()
  const ask = useAsk()
  const [typed, setTyped] = useState('')
  const word = t('mineErase.word')
  const close = () => {
    setTyped('')
    onClose()
  }
  async function send() {
    await ask('erasure')
    notify(t('mineData.received'))
  }
  return (
    <ActDialog
      act={t('mineErase.act')}
      danger
      onAct={send}
      onClose={close}
      opened={opened}
      ready={typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase()}
      title={t('mineKind.erasure')}
    >
      <Alert color="red" icon={<Icon name="warning" />} variant="light">
        {t('mineErase.forGood')}
      </Alert>
      <div>
        <Text fw={600} size="sm">
          {t('mineErase.goes')}
        </Text>
        <ul className={classes.fate} data-tone="danger">
          {GOES.map((one) => (
            <li key={one}>
              <Icon name="bin" size={16} />
              {t(`mineGoes.${one}`)}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <Text fw={600} size="sm">
          {t('mineErase.stays')}
        </Text>
        <ul className={classes.fate} data-tone="quiet">
          {STAYS.map((one) => (
            <li key={one}>
              <Icon name="lock" size={16} />
              {t(`mineStays.${one}`)}
            </li>
          ))}
        </ul>
      </div>
      <Text size="sm">{t('mineErase.next')}</Text>
      <TextInput
        autoCapitalize="none"
        autoComplete="off"
        label={t('mineErase.type', { word })}
        name="word"
        onChange={(event) => setTyped(event.currentTarget.value)}
        spellCheck={false}
        value={typed}
      />
    </ActDialog>
  )
}
