import { Button, Group } from '@mantine/core'
import i18next from 'i18next'
import { hideNotice, showNotice } from './notices.tsx'

/** A notice with an undo button while it is shown. */
export function notifyWithUndo(message: string, undo: string, onUndo: () => unknown): void {
  const id = crypto.randomUUID()
  void showNotice({
    id,
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': i18next.t('act.close') },
    color: 'kith',
    message: (
      <Group justify="space-between" wrap="nowrap">
        <bdi>{message}</bdi>
        <Button
          onClick={() => {
            void hideNotice(id)
            onUndo()
          }}
          size="compact-sm"
          variant="light"
        >
          {undo}
        </Button>
      </Group>
    ),
    withBorder: true,
  })
}
