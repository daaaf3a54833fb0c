import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhoneField } from '../../design/phone-field.tsx'
import { login } from '../../session/carry.ts'
import { CodeField } from '../../session/form/code-field.tsx'
import { InboxHint } from '../../session/form/inbox-hint.tsx'
import { FormError, useSending } from '../../session/form/sending.tsx'
import classes from '../account-page.module.css'
import { useReload } from '../own.ts'
import { SureButton } from '../section.tsx'

interface Props {
  readonly isOn: boolean
  readonly onCodes: (answer: { readonly recoveryCodes: readonly string[] }) => Promise<void>
}

/** A phone for codes by text message. */
export function TextFactor({ isOn, onCodes }: Props) {
  const { t } = useTranslation()
  const reload = useReload()
  const { busy, formError, send } = useSending()
  const [setting, setSetting] = useState(false)
  const remove = () =>
    send(async () => {
      await login.accounts.removeSms()
      await reload()
    })
  const finish: Props['onCodes'] = async (answer) => {
    setSetting(false)
    await onCodes(answer)
  }
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        {t('account.sms')}
        <Text c="dimmed" size="xs">
          {isOn ? t('account.on') : t('account.off')}
        </Text>
        <FormError>{formError}</FormError>
        {setting && <SetUp onCodes={finish} />}
      </div>
      {isOn ? (
        <SureButton label={t('account.remove')} loading={busy} onSure={() => void remove()} />
      ) : (
        <Button data-set-up-sms onClick={() => setSetting(!setting)} size="compact-sm" variant="default">
          {setting ? t('act.cancel') : t('account.setUp')}
        </Button>
      )}
    </li>
  )
}

function SetUp({ onCodes }: Pick<Props, 'onCodes'>) {
  const { t } = useTranslation()
  const { busy, formError, fields, send, submit } = useSending()
  const [phone, setPhone] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const ask = async () => setSentTo((await login.accounts.beginSms({ phone })).sentTo)
  const confirm = async (whole: string) => onCodes(await login.accounts.confirmSms({ code: whole }))
  return (
    <form className={classes.form} onSubmit={submit(() => (sentTo === null ? ask() : confirm(code)))}>
      <Stack gap="sm">
        <FormError>{formError}</FormError>
        {sentTo === null ? (
          <PhoneField
            autoComplete="tel"
            autoFocus
            error={fields['phone']}
            label={t('field.phone')}
            name="phone"
            onChange={setPhone}
            value={phone}
          />
        ) : (
          <>
            <CodeField
              autoFocus
              label={t('factor.smsCode', { phone: `\u2066${sentTo}\u2069` })}
              onChange={setCode}
              onWhole={(whole) => void send(() => confirm(whole))}
              value={code}
            />
            <InboxHint />
          </>
        )}
        <Button loading={busy} type="submit">
          {sentTo === null ? t('login.sendCode') : t('factor.confirm')}
        </Button>
      </Stack>
    </form>
  )
}
