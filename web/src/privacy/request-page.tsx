import { Anchor, Group, Title } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import badge from '../design/badges.module.css'
import { Icon } from '../design/icons.tsx'
import { Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { Moment, Name } from '../design/written.tsx'
import { Actor } from '../person/history-words.tsx'
import { useSession } from '../session/session.ts'
import { ClockBadge } from './clock-badge.tsx'
import { ErasurePanel } from './erasure-panel.tsx'
import { ExportPanel } from './export-panel.tsx'
import { Fact } from './fact.tsx'
import { PersonCell } from './person-cell.tsx'
import classes from './privacy.module.css'
import { type PrivacyRequest, useRequest } from './queries.ts'
import { RequestActs } from './request-acts.tsx'

/** One request: its text, deadline and handling. */
export function RequestPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  const { requestId } = useParams({ from: '/privacy/requests/$requestId' })
  const { data: request, error, refetch } = useRequest(requestId)
  if (!may('privacy:read')) return <NoPermission />
  if (error && !request) return <Failure error={error} onRetry={refetch} />
  return (
    <div className={`${classes.page} ${classes.narrow}`}>
      <Anchor component={Link} size="sm" to="/privacy">
        <Group gap={6}>
          <Icon name="back" size={16} />
          {t('place.privacy')}
        </Group>
      </Anchor>
      {request ? <Whole request={request} /> : <SkeletonRows rows={6} />}
    </div>
  )
}

function Whole({ request }: { readonly request: PrivacyRequest }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { kind, status, clock, dueAt, customerId, text, answer, extensionReason } = request
  const working = status === 'open' && may('privacy:manage')
  return (
    <>
      <header className={classes.head}>
        <div>
          <Title order={1} size="h3">
            {t(`privacyKind.${kind}`)}
          </Title>
          <Group gap="xs" mt={6}>
            <span className={badge.badge} data-dot data-tone={status === 'open' ? 'warm' : 'plain'}>
              {t(`privacyStatus.${status}`)}
            </span>
            {status !== 'obsolete' && <ClockBadge clock={clock} dueAt={dueAt} ended={status !== 'open'} />}
          </Group>
        </div>
        {working && <RequestActs request={request} />}
      </header>
      <section className={classes.panel}>
        <dl className={classes.facts}>
          <Fact label={t('privacy.person')}>
            <PersonCell customerId={customerId} person={request.person} />
          </Fact>
          <Fact label={t('privacy.received')}>
            <Moment at={request.receivedAt} exact />
          </Fact>
          <Fact label={t('privacy.due')}>
            <Moment at={dueAt} exact />
          </Fact>
          <Fact label={t('privacy.pack')}>{t(`privacyPack.${request.pack}`)}</Fact>
          <Fact label={t('privacy.identity')}>
            {request.identityProof ? t(`privacyProof.${request.identityProof}`) : t('privacy.notYet')}
          </Fact>
          <Fact label={t('privacy.assignee')}>
            {request.assignee ? <Actor actor={request.assignee} /> : t('privacy.nobody')}
          </Fact>
          {request.closedAt && (
            <Fact label={t('privacy.closed')}>
              <Moment at={request.closedAt} exact />
              {request.closedBy && (
                <>
                  {' · '}
                  <Actor actor={request.closedBy} />
                </>
              )}
            </Fact>
          )}
        </dl>
        <Words label={t('privacy.asked')} words={text} />
        <Words label={t('privacy.extended')} words={extensionReason} />
        <Words label={t('privacy.answer')} words={answer} />
      </section>
      {working && kind === 'access' && <ExportPanel customerId={customerId} request={request} />}
      {working && kind === 'erasure' && <ErasurePanel customerId={customerId} request={request} />}
    </>
  )
}

function Words({ label, words }: { readonly label: string; readonly words: string | null }) {
  if (words === null) return null
  return (
    <div>
      <h2>{label}</h2>
      <p className={classes.words}>
        <Name>{words}</Name>
      </p>
    </div>
  )
}
