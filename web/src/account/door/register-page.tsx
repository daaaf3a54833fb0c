import { Anchor, Button, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { present } from '../../language/language.ts'
import { AtBusiness } from '../../session/at-business.tsx'
import { login } from '../../session/carry.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import { type Answer, Arrival } from '../../session/sign-in/arrival.tsx'
import { PasswordField } from '../../session/sign-in/password-form.tsx'
import { NameFields, type Names, NO_NAMES, namesOf } from '../name-fields.tsx'
import { useConsentChoices } from './consent-choices.tsx'
import { Door, useGoIn } from './door.tsx'
import { PhoneForm } from './phone-form.tsx'

export function RegisterPage() {
  return (
    <AtBusiness>
      <Register />
    </AtBusiness>
  )
}

function Register() {
  const { t } = useTranslation()
  const [way, setWay] = useState('email')
  return (
    <Arrival onArrived={useGoIn()}>
      {(arrive) => (
        <Door title={t('account.register')}>
          <SegmentedControl
            aria-label={t('account.ways')}
            data={[
              { value: 'email', label: t('account.byPassword') },
              { value: 'phone', label: t('account.byPhone') },
            ]}
            fullWidth
            onChange={setWay}
            value={way}
          />
          {way === 'phone' ? <PhoneForm onAnswer={arrive} purpose="register" /> : <ByEmail onAnswer={arrive} />}
          <Anchor component={Link} size="sm" to="/account/sign-in">
            {t('account.toSignIn')}
          </Anchor>
        </Door>
      )}
    </Arrival>
  )
}

function ByEmail({ onAnswer }: { readonly onAnswer: (answer: Answer) => void }) {
  const { t } = useTranslation()
  const { busy, formError, fields, submit } = useSending()
  const { choices, record } = useConsentChoices(true)
  const [names, setNames] = useState<Names>(NO_NAMES)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const register = async () => {
    const who = { ...namesOf(names), email: email.trim(), password, locale: present() }
    const answer = await login.accounts.register({ ...who, session: 'cookie' })
    await record()
    onAnswer(answer)
  }
  return (
    <form noValidate onSubmit={submit(register)}>
      <Stack gap="sm">
        <FormError>{formError}</FormError>
        <NameFields errors={fields} onChange={setNames} value={names} />
        <TextInput
          autoComplete="username"
          classNames={{ input: 'kith-code-input' }}
          error={fields['email']}
          label={t('login.email')}
          name="email"
          onChange={(event) => setEmail(event.currentTarget.value)}
          type="email"
          value={email}
        />
        <PasswordField
          autoComplete="new-password"
          description={t('account.passwordHint')}
          error={fields['password']}
          label={t('login.password')}
          onChange={setPassword}
          value={password}
        />
        {choices}
        <Button fullWidth loading={busy} mt={4} type="submit">
          {t('account.registerNow')}
        </Button>
      </Stack>
    </form>
  )
}
