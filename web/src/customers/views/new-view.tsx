import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '../../design/states.tsx'

interface Props {
  readonly onSave: (name: string) => Promise<void>
  readonly onClose: () => void
}

export function NewView({ onSave, onClose }: Props) {
  const { t } = useTranslation()
  const reason = useReason()
  const [name, setName] = useState('')
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function save(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      await onSave(name)
      onClose()
    } catch (error) {
      setRefused(error)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={save}>
      <Stack gap="md">
        <TextInput
          autoComplete="off"
          data-autofocus
          error={refused !== null && reason(refused)}
          label={t('view.name')}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          value={name}
        />
        <Text c="dimmed" size="xs">
          {t('view.explained')}
        </Text>
        <Group gap="xs" justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('act.cancel')}
          </Button>
          <Button loading={busy} type="submit">
            {t('act.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
