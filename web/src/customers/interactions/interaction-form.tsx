import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { refusedFields } from '../../design/refused-fields.ts'
import { useReason } from '../../design/states.tsx'
import { leave, useUnsaved } from '../../design/unsaved.ts'
import type { Customer } from '../../session/session.ts'
import { useAddInteraction } from './queries.ts'

const CHANNELS = ['phone', 'whatsapp', 'email', 'counter'] as const

interface Props {
  readonly customer: Customer
  readonly onDone: () => void
}

/** A support case that came by phone, by message or at the counter. */
export function InteractionForm({ customer, onDone }: Props) {
  const { t } = useTranslation()
  const add = useAddInteraction(customer.id)
  const reason = useReason()
  const [text, setText] = useState('')
  const [channel, setChannel] = useState<string>('phone')
  const [key] = useState(() => crypto.randomUUID())
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useUnsaved(text !== '')
  async function save(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      // Other content is another request.
      await add({ text: text.trim(), channel }, `${key}-${channel}-${text.length}`)
      notify(t('interaction.added'))
      onDone()
    } catch (error) {
      setRefused(error)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <Textarea
          autoFocus
          autosize
          error={refused !== null && (refusedFields(refused)['text'] ?? reason(refused))}
          label={t('interaction.text')}
          maxLength={4_000}
          minRows={3}
          name="text"
          onChange={(event) => {
            setRefused(null)
            setText(event.currentTarget.value)
          }}
          value={text}
        />
        <NativeSelect
          data={CHANNELS.map((value) => ({ value, label: t(`interactionChannel.${value}`) }))}
          label={t('interaction.channel')}
          name="channel"
          onChange={(event) => setChannel(event.currentTarget.value)}
          value={channel}
        />
        <Group gap="xs">
          <Button disabled={text.trim() === ''} loading={busy} type="submit">
            {t('interaction.save')}
          </Button>
          <Button onClick={() => leave(onDone)} variant="subtle">
            {t('act.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
