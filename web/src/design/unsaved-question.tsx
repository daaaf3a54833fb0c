import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const ABOVE_EVERY_DIALOG = 500

interface Props {
  readonly onStay: () => void
  readonly onDiscard: () => void
}

export function UnsavedQuestion({ onStay, onDiscard }: Props) {
  const { t } = useTranslation()
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('act.close') }}
      data-unsaved
      onClose={onStay}
      opened
      title={t('unsaved.title')}
      zIndex={ABOVE_EVERY_DIALOG}
    >
      <Text mb="md" size="sm">
        {t('unsaved.explained')}
      </Text>
      <Group gap="xs" justify="flex-end">
        <Button data-autofocus onClick={onStay} variant="default">
          {t('unsaved.stay')}
        </Button>
        <Button color="red.8" data-discard onClick={onDiscard}>
          {t('unsaved.discard')}
        </Button>
      </Group>
    </Modal>
  )
}
