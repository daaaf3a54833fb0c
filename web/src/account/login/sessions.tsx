import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { Failure, SkeletonRows } from '../../design/states.tsx'
import { Code, Moment } from '../../design/written.tsx'
import { login } from '../../session/carry.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import classes from '../account-page.module.css'
import { type OwnSession, useOwnSessions, useReload } from '../own.ts'
import { Section, SureButton } from '../section.tsx'
import { deviceOf } from './device.ts'
import { EndSessions, ReportTakeover } from './end-sessions.tsx'

/** The sessions of this account, and how to end unknown ones. */
export function Sessions({ isCustomer }: { readonly isCustomer: boolean }) {
  const { t } = useTranslation()
  const sessions = useOwnSessions()
  return (
    <Section
      action={sessions.data && <EndSessions sessions={sessions.data.items} />}
      explained={t('account.sessionsExplained')}
      title={t('account.sessions')}
    >
      {sessions.error && <Failure error={sessions.error} onRetry={sessions.refetch} />}
      {sessions.isPending && <SkeletonRows rows={2} />}
      {sessions.data && (
        <ul className={classes.list}>
          {sessions.data.items
            .toSorted((a, b) => Number(b.current) - Number(a.current))
            .map((one) => (
              <Item key={one.id} session={one} />
            ))}
        </ul>
      )}
      {isCustomer && <ReportTakeover />}
    </Section>
  )
}

function Item({ session }: { readonly session: OwnSession }) {
  const { t } = useTranslation()
  const reload = useReload()
  const { busy, formError, send } = useSending()
  const { id, current, deviceName, userAgent, signedInWith, usedAt, ip } = session
  const device = deviceName ?? (userAgent && deviceOf(userAgent)) ?? t('account.someDevice')
  const way = t(`signedInWith.${signedInWith as 'password'}`)
  const end = async () => {
    await login.accounts.endSession({ sessionId: id })
    await reload()
    notify(t('account.sessionEnded'))
  }
  return (
    <li className={classes.item} data-session={current ? 'current' : 'other'}>
      <div className={classes.what}>
        <bdi>{device}</bdi>
        {current && (
          <Text c="var(--kith-ink)" component="span" fw={600} size="xs">
            {' · '}
            {t('account.thisDevice')}
          </Text>
        )}
        <Text c="dimmed" size="xs">
          {way} · <Moment at={usedAt} />
          {ip && (
            <>
              {' · '}
              <Code>{ip}</Code>
            </>
          )}
        </Text>
        <FormError>{formError}</FormError>
      </div>
      {!current && <SureButton label={t('account.end')} loading={busy} onSure={() => void send(end)} />}
    </li>
  )
}
