import { Alert, Button, Divider, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LookSwitches } from '../design/look-switches.tsx'
import { credential, demoIsOffered, demoKey } from './credential.ts'
import classes from './sign-in-page.module.css'

interface Props {
  readonly why: 'refused' | 'ended' | undefined
  readonly onKey: (key: string) => Promise<void>
}

/** Takes an API key until staff have accounts; e-mail, password and second factor will stand in this place. */
export function SignInPage({ why, onKey }: Props) {
  const { t } = useTranslation()
  const [key, setKey] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)

  async function enter(find: () => Promise<string>) {
    setBusy(true)
    setFailed(false)
    try {
      await onKey(await find())
    } catch {
      credential.forget()
      setFailed(true)
      setBusy(false)
    }
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (key.trim()) void enter(async () => key.trim())
  }

  return (
    <main className={classes.page}>
      <div className={classes.switches}>
        <LookSwitches />
      </div>
      <Paper className={classes.card} component="form" onSubmit={submit} p="xl" withBorder>
        <Stack gap="md">
          <div className={classes.mark} aria-hidden="true" />
          <div>
            <Title order={1} size="h3">
              {t('signIn.title')}
            </Title>
            <Text c="dimmed" size="sm">
              {t('signIn.explained')}
            </Text>
          </div>
          {why && (
            <Alert color="red" role="alert" variant="light">
              {why === 'refused' ? t('signIn.refused') : t('signIn.ended')}
            </Alert>
          )}
          {failed && (
            <Alert color="red" role="alert" variant="light">
              {t('signIn.failed')}
            </Alert>
          )}
          <PasswordInput
            autoComplete="off"
            autoFocus
            classNames={{ innerInput: 'kith-code-input' }}
            label={t('signIn.key')}
            onChange={(event) => setKey(event.currentTarget.value)}
            placeholder="kith_…"
            spellCheck={false}
            value={key}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          />
          <Button disabled={!key.trim()} fullWidth loading={busy && key !== ''} type="submit">
            {t('signIn.enter')}
          </Button>
          {demoIsOffered() && (
            <>
              <Divider label={t('signIn.or')} />
              <Button fullWidth loading={busy && key === ''} onClick={() => enter(demoKey)} variant="default">
                {t('signIn.demo')}
              </Button>
              <Text c="dimmed" size="xs" ta="center">
                {t('signIn.demoExplained')}
              </Text>
            </>
          )}
        </Stack>
      </Paper>
    </main>
  )
}
