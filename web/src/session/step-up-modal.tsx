import { Alert, Button, Group, Modal, PasswordInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '../design/states.tsx'
import { useSession } from './session.ts'
import { stepUp } from './step-up.ts'

type Way = 'password' | 'code'

/** Asks again who is there, before something that is worth it. */
export default function StepUpModal() {
  const { t } = useTranslation()
  const { kith } = useSession()
  const reason = useReason()
  const [way, setWay] = useState<Way>('password')
  const [proof, setProof] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)

  async function prove(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setRefused(null)
    try {
      await kith.postAuthStepUp(way === 'password' ? { password: proof } : { code: proof.replace(/\s/g, '') })
      stepUp.answer(true)
    } catch (error) {
      setRefused(error)
      setProof('')
      setBusy(false)
    }
  }
  const field = {
    autoFocus: true,
    'data-autofocus': true,
    value: proof,
    onChange: (event: { currentTarget: { value: string } }) => setProof(event.currentTarget.value),
  }
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('act.close') }}
      onClose={() => stepUp.answer(false)}
      opened
      title={t('stepUp.title')}
    >
      <form onSubmit={prove}>
        <Stack gap="md">
          <Text c="dimmed" size="sm">
            {t('stepUp.explained')}
          </Text>
          {refused !== null && (
            <Alert color="red" role="alert" variant="light">
              {reason(refused)}
            </Alert>
          )}
          <SegmentedControl
            aria-label={t('stepUp.way')}
            data={[
              { value: 'password', label: t('stepUp.password') },
              { value: 'code', label: t('stepUp.code') },
            ]}
            onChange={(chosen) => {
              setWay(chosen as Way)
              setProof('')
            }}
            value={way}
          />
          {way === 'password' ? (
            <PasswordInput
              {...field}
              autoComplete="current-password"
              label={t('stepUp.password')}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
            />
          ) : (
            <TextInput
              {...field}
              autoComplete="one-time-code"
              classNames={{ input: 'kith-code-input' }}
              inputMode="numeric"
              label={t('stepUp.code')}
              maxLength={7}
            />
          )}
          <Group gap="xs" justify="flex-end">
            <Button onClick={() => stepUp.answer(false)} variant="default">
              {t('act.cancel')}
            </Button>
            <Button disabled={proof === ''} loading={busy} type="submit">
              {t('stepUp.prove')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
