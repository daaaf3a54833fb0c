import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.tsx'
import { Icon } from './icons.tsx'
import classes from './paper.module.css'

const PAPER = {
  content: classes.sheet ?? '',
  header: classes.notOnPaper ?? '',
  inner: classes.paper ?? '',
  overlay: classes.notOnPaper ?? '',
}

interface Props {
  /** Null while it is closed. */
  readonly title: string | null
  readonly opened: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What will be printed, as it will be; on paper it is alone. */
export function PaperDialog({ title, opened, onClose, children }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog classNames={PAPER} onClose={onClose} opened={opened} title={title}>
      <Stack gap="md">
        <div className={classes.preview} data-paper>
          {children}
        </div>
        <Group className={classes.notOnPaper ?? ''} justify="flex-end">
          <Button leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
            {t('print.now')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
