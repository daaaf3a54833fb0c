import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { FormError, useSending } from '../form/sending.tsx'
import type { Answer } from './arrival.tsx'
import { passkeysWork, signInByPasskey, wasClosed } from './passkey.ts'

export function PasskeyButton({ onAnswer }: { readonly onAnswer: (answer: Answer) => void }) {
  const { t } = useTranslation()
  const { busy, error, formError, send } = useSending()
  if (!passkeysWork()) return null
  return (
    <>
      <FormError>{wasClosed(error) ? t('login.passkeyClosed') : formError}</FormError>
      <Button
        data-passkey
        fullWidth
        leftSection={<Icon name="key" />}
        loading={busy}
        onClick={() => send(async () => onAnswer(await signInByPasskey()))}
        variant="default"
      >
        {t('login.byPasskey')}
      </Button>
    </>
  )
}
