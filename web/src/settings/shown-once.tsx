import { Alert, Button, CopyButton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { Code } from '../design/written.tsx'
import classes from './settings-page.module.css'

interface Props {
  readonly title: string
  readonly explained: string
  readonly secret: string
  readonly onClose: () => void
}

/** A secret that is stored nowhere. */
export function ShownOnce({ title, explained, secret, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog onClose={onClose} opened title={title}>
      <Stack gap="md">
        <Alert color="yellow" icon={<Icon name="warning" />} role="status" variant="light">
          {explained}
        </Alert>
        <div className={classes.secret} data-secret>
          <Code>{secret}</Code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button onClick={copy} size="compact-sm" style={{ flex: 'none' }} variant="default">
                {copied ? t('keys.copied') : t('keys.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
        <Button onClick={onClose} style={{ alignSelf: 'flex-end' }}>
          {t('keys.kept')}
        </Button>
      </Stack>
    </Dialog>
  )
}
