import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../design/dialog.tsx'
import { Icon, type IconName } from '../design/icons.tsx'

interface Props {
  readonly act: string
  readonly icon: IconName
  /** What will follow from it. */
  readonly explained: string
  /** The name of the act, for what looks for its button. */
  readonly name: string
  readonly onAct: (reason: string) => Promise<unknown>
}

/** A button to what staff must give a reason for. */
export function ActWithReason({ act, icon, explained, name, onAct }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <Group justify="flex-end">
      <Button
        {...{ [`data-${name}`]: true }}
        leftSection={<Icon name={icon} size={16} />}
        onClick={() => setAsking(true)}
        size="sm"
        variant="default"
      >
        {act}
      </Button>
      <ActDialog
        act={act}
        onAct={() => onAct(reason.trim())}
        onClose={() => setAsking(false)}
        opened={asking}
        ready={reason.trim() !== ''}
        title={act}
      >
        <Text size="sm">{explained}</Text>
        <Textarea
          data-autofocus
          label={t('person.reason')}
          maxLength={1_000}
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
          value={reason}
        />
      </ActDialog>
    </Group>
  )
}
