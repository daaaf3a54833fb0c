import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import account from '../account/account-page.module.css'
import { Section } from '../account/section.tsx'
import badge from '../design/badges.module.css'
import { Moment } from '../design/written.tsx'
import { useMoment } from '../language/format.ts'
import classes from './mine.module.css'
import type { OwnRequest } from './own-privacy.ts'

const TONES = { open: 'warm', completed: 'accent', refused: 'danger', obsolete: 'quiet' } as const

/** Earlier requests and their state, in plain words. */
export function AskedFor({ requests }: { readonly requests: readonly OwnRequest[] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('mineData.before')}>
      {requests.length === 0 ? (
        <Text c="dimmed" mt="xs" size="sm">
          {t('mineData.never')}
        </Text>
      ) : (
        <ul className={account.list}>
          {requests.map((request) => (
            <Request key={request.id} request={request} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Request({ request }: { readonly request: OwnRequest }) {
  const { t } = useTranslation()
  const stands = useRequestState()
  const { kind, status, receivedAt, text, extensionReason, answer } = request
  return (
    <li className={`${account.item} ${classes.request}`} data-request={kind}>
      <div className={account.what}>
        <Text fw={550} size="sm">
          {t(`mineKind.${kind}`)}
        </Text>
        <Text c="dimmed" size="sm">
          {t('mineData.askedAt')} <Moment at={receivedAt} exact />
        </Text>
        <Text data-state size="sm">
          {stands(request)}
        </Text>
      </div>
      <span className={badge.badge} data-dot data-tone={TONES[status]}>
        {t(`mineStatus.${status}`)}
      </span>
      <Words label={t('mineData.yourWords')} words={text} />
      <Words label={t('mineData.whyLater')} words={extensionReason} />
      <Words label={t('mineData.answer')} words={answer} />
    </li>
  )
}

function useRequestState(): (request: OwnRequest) => string {
  const { t } = useTranslation()
  const { when } = useMoment()
  return ({ status, dueAt, closedAt }) => {
    if (status !== 'open') return t('mineData.closed', { date: when(closedAt ?? dueAt) })
    return t(Date.parse(dueAt) < Date.now() ? 'mineData.overdue' : 'mineData.due', { date: when(dueAt) })
  }
}

function Words({ label, words }: { readonly label: string; readonly words: string | null }) {
  if (!words) return null
  return (
    <p className={classes.said}>
      <Text c="dimmed" component="span" display="block" size="xs">
        {label}
      </Text>
      <bdi dir="auto">{words}</bdi>
    </p>
  )
}
