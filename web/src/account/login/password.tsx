import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { login } from '../../session/carry.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import { PasswordField } from '../../session/sign-in/password-form.tsx'
import classes from '../account-page.module.css'
import { useReload } from '../own.ts'
import { Section } from '../section.tsx'

/** The e-mail is beside it so that password managers know the account. */
export function Password({ email }: { readonly email: string }) {
  const { t } = useTranslation()
  const reload = useReload()
  const { busy, formError, fields, submit } = useSending()
  const [changing, setChanging] = useState(false)
  const [password, setPassword] = useState('')
  const change = async () => {
    await login.accounts.changePassword({ password })
    await reload()
    setPassword('')
    setChanging(false)
    notify(t('account.passwordChanged'))
  }
  const toggle = (
    <Button data-change="password" onClick={() => setChanging(!changing)} size="compact-sm" variant="default">
      {changing ? t('act.cancel') : t('account.changePassword')}
    </Button>
  )
  return (
    <Section action={toggle} explained={t('account.passwordExplained')} title={t('login.password')}>
      {changing && (
        <form className={classes.form} onSubmit={submit(change)}>
          <Stack gap="sm">
            <FormError>{formError}</FormError>
            <input autoComplete="username" hidden readOnly type="text" value={email} />
            <PasswordField
              autoComplete="new-password"
              autoFocus
              description={t('account.passwordHint')}
              error={fields['password']}
              label={t('account.newPassword')}
              onChange={setPassword}
              value={password}
            />
            <Button loading={busy} type="submit">
              {t('account.keepPassword')}
            </Button>
          </Stack>
        </form>
      )}
    </Section>
  )
}
