import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useTrying } from '../../design/form.tsx'

interface Props {
  readonly onSave: (name: string) => Promise<void>
  readonly onClose: () => void
}

export function NewView({ onSave, onClose }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const trying = useTrying(() => onSave(name.trim()), onClose)
  return (
    <Form act={trying} disabled={!name.trim()} onCancel={onClose} onSubmit={trying.run} submit={t('act.save')}>
      <TextInput
        autoComplete="off"
        data-autofocus
        label={t('view.name')}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        value={name}
      />
      <Text c="dimmed" size="xs">
        {t('view.explained')}
      </Text>
    </Form>
  )
}
