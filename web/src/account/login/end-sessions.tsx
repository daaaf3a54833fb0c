import { KithRefusal } from '@kith/sdk'
import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { notify } from '../../design/notify.ts'
import { login } from '../../session/carry.ts'
import { credential } from '../../session/credential.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import { type OwnSession, useReload } from '../own.ts'

interface Props {
  readonly sessions: readonly OwnSession[]
}

/** For a lost phone: ends all sessions, with or without this device. */
export function EndSessions({ sessions }: Props) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button
        data-end-all
        leftSection={<Icon name="leave" size={16} />}
        onClick={() => setAsking(true)}
        size="compact-sm"
        variant="default"
      >
        {t('account.endAll')}
      </Button>
      <Dialog onClose={() => setAsking(false)} opened={isAsking} title={t('account.endAll')}>
        <Choose onDone={() => setAsking(false)} sessions={sessions} />
      </Dialog>
    </>
  )
}

function Choose({ sessions, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const reload = useReload()
  const { busy, formError, send } = useSending()
  const others = sessions.filter(({ current }) => !current)
  const endOthers = async () => {
    await Promise.all(others.map(({ id }) => login.accounts.endSession({ sessionId: id }).catch(unlessGone)))
    await reload()
    notify(t('account.othersEnded'))
    onDone()
  }
  const endAll = async () => {
    await login.accounts.logoutAll()
    credential.forgetSession()
    window.location.assign('/account/sign-in')
  }
  return (
    <Stack gap="sm">
      <Text size="sm">{others.length > 0 ? t('account.endAllExplained') : t('account.endHereExplained')}</Text>
      <FormError>{formError}</FormError>
      {others.length > 0 && (
        <Button data-autofocus data-end="others" fullWidth loading={busy} onClick={() => void send(endOthers)}>
          {t('account.endOthers')}
        </Button>
      )}
      <Button
        c="var(--kith-danger-ink)"
        data-end="all"
        fullWidth
        loading={busy}
        onClick={() => void send(endAll)}
        variant="default"
      >
        {t('account.endReallyAll')}
      </Button>
      <Button fullWidth onClick={onDone} variant="subtle">
        {t('act.cancel')}
      </Button>
    </Stack>
  )
}

/** As staff report it: other devices are signed out, and it counts as an incident. */
export function ReportTakeover() {
  const { t } = useTranslation()
  const reload = useReload()
  const { busy, formError, send } = useSending()
  const [isAsking, setAsking] = useState(false)
  const report = async () => {
    await login.accounts.reportTakeover()
    await reload()
    notify(t('account.takeoverReported'))
    setAsking(false)
  }
  return (
    <>
      <Button data-takeover="ask" onClick={() => setAsking(true)} size="compact-sm" variant="default">
        {t('account.reportTakeover')}
      </Button>
      <Dialog onClose={() => setAsking(false)} opened={isAsking} title={t('account.reportTakeover')}>
        <Stack gap="sm">
          <Text size="sm">{t('account.reportTakeoverExplained')}</Text>
          <FormError>{formError}</FormError>
          <Button data-autofocus data-takeover="report" fullWidth loading={busy} onClick={() => void send(report)}>
            {t('account.reportTakeoverNow')}
          </Button>
          <Button fullWidth onClick={() => setAsking(false)} variant="subtle">
            {t('act.cancel')}
          </Button>
        </Stack>
      </Dialog>
    </>
  )
}

/** The session may have ended meanwhile. */
function unlessGone(error: unknown): void {
  if (!(error instanceof KithRefusal && error.status === 404)) throw error
}
