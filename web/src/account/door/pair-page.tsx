import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AtBusiness } from '../../session/at-business.tsx'
import { login } from '../../session/carry.ts'
import { credential } from '../../session/credential.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import { Door } from './door.tsx'

export function PairPage() {
  return (
    <AtBusiness>
      <Pair />
    </AtBusiness>
  )
}

/** Pairs this device with a till registered in the settings. */
function Pair() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { busy, formError, fields, submit } = useSending()
  const [code, setCode] = useState('')
  const pair = async () => {
    const { till } = await login.accounts.pairTill({ pairingCode: code.trim(), keepIn: 'cookie' })
    credential.keepTill(till)
    await navigate({ to: '/till' })
  }
  return (
    <Door title={t('tillDoor.pairTitle')}>
      <form onSubmit={submit(pair)}>
        <Stack gap="sm">
          <Text size="sm">{t('tillDoor.pairExplained')}</Text>
          <FormError>{formError}</FormError>
          <TextInput
            autoCapitalize="characters"
            autoComplete="off"
            autoFocus
            classNames={{ input: 'kith-code-input' }}
            error={fields['pairingCode']}
            label={t('tillDoor.pairingCode')}
            name="pairingCode"
            onChange={(event) => setCode(event.currentTarget.value)}
            size="md"
            spellCheck={false}
            value={code}
          />
          <Button fullWidth loading={busy} type="submit">
            {t('tillDoor.pairNow')}
          </Button>
        </Stack>
      </form>
      <Anchor component={Link} size="sm" to="/till">
        {t('account.toSignIn')}
      </Anchor>
    </Door>
  )
}
