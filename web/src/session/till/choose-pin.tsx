import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { login } from '../carry.ts'
import { credential } from '../credential.ts'
import { Front } from '../front.tsx'
import { PinPad } from './pin-pad.tsx'

/** After a full sign-in on a till: chooses the PIN for later sign-ins. */
export function ChoosePin({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const choose = async (pin: string) => {
    await login.accounts.setPin({ pin })
    credential.moveToTill()
    onDone()
  }
  return (
    <Front explained={t('tillDoor.choosePinExplained')} title={t('tillDoor.choosePin')}>
      <PinPad act={t('act.save')} description={t('tillDoor.pinHint')} label={t('tillDoor.newPin')} onPin={choose} />
      <Button fullWidth onClick={onDone} variant="subtle">
        {t('tillDoor.notNow')}
      </Button>
    </Front>
  )
}
