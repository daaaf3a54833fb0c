import { KithRefusal } from '@kith/sdk'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Phone } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { RefusedAlert } from '../refused-alert.tsx'
import { CodeBoxes, isWhole } from './code-boxes.tsx'
import { useClock, useSecondsLeft } from './seconds-left.ts'
import type { SentCode } from './sent-code.ts'

interface Props {
  readonly phone: string
  readonly sent: SentCode
  readonly onSent: (sent: SentCode) => void
  readonly onResend: () => Promise<void>
  /** Verifies the phone and completes the upgrade. */
  readonly onCode: (code: string) => Promise<void>
  readonly onBack: () => void
}

/** The customer reads the code out; the sixth digit sends it. */
export function CodeStep({ phone, sent, onSent, onResend, onCode, onBack }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const clock = useClock()
  const about = useId()
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const left = useSecondsLeft(sent.expiresAt)
  const untilResend = useSecondsLeft(sent.resendAt)
  const over = left === 0 || sent.triesLeft === 0

  async function trying(work: () => Promise<void>) {
    setBusy(true)
    setRefused(null)
    try {
      await work()
    } catch (error) {
      setRefused(error)
    } finally {
      setCode('')
      setBusy(false)
    }
  }
  function type(typed: string) {
    setCode(typed)
    if (isWhole(typed) && !busy) void trying(() => onCode(typed).catch(countTry))
  }
  function countTry(error: unknown): never {
    if (isWrongCode(error)) onSent({ ...sent, triesLeft: Math.max(0, sent.triesLeft - 1) })
    throw error
  }
  function waitAsTold(error: unknown): never {
    const seconds = error instanceof KithRefusal ? error.problem['retryAfterSeconds'] : undefined
    if (typeof seconds === 'number') onSent({ ...sent, resendAt: Date.now() + seconds * 1_000 })
    throw error
  }

  return (
    <Stack gap="md">
      <Text size="sm" ta="center">
        {t('upgrade.askForCode')} <Phone>{phone}</Phone>
      </Text>
      <CodeBoxes
        describedBy={about}
        disabled={over}
        onChange={type}
        value={code}
        wrong={isWrongCode(refused) && code === ''}
      />
      <Group aria-live="off" gap="lg" id={about} justify="center">
        {over ? (
          <Text c="var(--kith-warm-ink)" fw={600} size="sm">
            {t('upgrade.codeOver')}
          </Text>
        ) : (
          <>
            <Text c="dimmed" className="numbers" size="sm">
              {t('upgrade.goodFor')} <bdi role="timer">{clock(left)}</bdi>
            </Text>
            <Text c="dimmed" size="sm">
              {t('upgrade.triesLeft')} <bdi data-tries>{number(sent.triesLeft)}</bdi>
            </Text>
          </>
        )}
      </Group>
      <RefusedAlert error={refused} />
      <Group gap="xs" justify="space-between">
        <Button onClick={onBack} variant="subtle">
          {t('upgrade.back')}
        </Button>
        <Button
          disabled={untilResend > 0}
          loading={busy}
          onClick={() => trying(() => onResend().catch(waitAsTold))}
          variant={over ? 'filled' : 'default'}
        >
          {untilResend > 0 ? t('upgrade.resendIn', { clock: clock(untilResend) }) : t('upgrade.resend')}
        </Button>
      </Group>
    </Stack>
  )
}

const isWrongCode = (error: unknown) => error instanceof KithRefusal && error.code === 'verification.code_invalid'
