import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { login } from '../carry.ts'
import { FormError, useSending } from '../form/sending.tsx'
import type { Answer } from './arrival.tsx'

/** E-mail and password. */
export function PasswordForm({ onAnswer }: { readonly onAnswer: (answer: Answer) => void }) {
  const { t } = useTranslation()
  const { busy, formError, fields, submit } = useSending()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = async () => onAnswer(await login.accounts.login({ email: email.trim(), password, session: 'cookie' }))
  return (
    <form noValidate onSubmit={submit(enter)}>
      <Stack gap="sm">
        <FormError>{formError}</FormError>
        <TextInput
          autoComplete="username"
          autoFocus
          classNames={{ input: 'kith-code-input' }}
          error={fields['email']}
          label={t('login.email')}
          name="email"
          onChange={(event) => setEmail(event.currentTarget.value)}
          type="email"
          value={email}
        />
        <PasswordField
          autoComplete="current-password"
          error={fields['password']}
          label={t('login.password')}
          onChange={setPassword}
          value={password}
        />
        <Button fullWidth loading={busy} mt={4} type="submit">
          {t('signIn.enter')}
        </Button>
      </Stack>
    </form>
  )
}

interface Field {
  readonly label: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly description?: string
  readonly autoFocus?: boolean
}

export function PasswordField({ onChange, ...rest }: Field) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      {...rest}
      name="password"
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('login.showPassword') }}
    />
  )
}
