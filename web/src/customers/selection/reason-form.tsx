import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly explained: string
  readonly act: string
  readonly danger?: boolean
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

/** Why, before anything is done with many at once. */
export function ReasonForm({ explained, act, danger = false, onReason, onClose }: Props) {
  const { t } = useTranslation()
  const [why, setWhy] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why.trim()) onReason(why.trim())
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{explained}</Text>
        <Textarea
          data-autofocus
          label={t('person.reason')}
          maxLength={500}
          minRows={2}
          onChange={(event) => setWhy(event.currentTarget.value)}
          required
          value={why}
        />
        <Group gap="xs" justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('act.cancel')}
          </Button>
          <Button color={danger ? 'red.8' : 'kith'} type="submit">
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
