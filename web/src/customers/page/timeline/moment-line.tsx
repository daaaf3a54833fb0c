import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Count, Name, Moment as When } from '../../../design/written.tsx'
import { inOwnDigits } from '../../../language/digits.ts'
import { useAmount, useNumber } from '../../../language/format.ts'
import history from '../../../person/history.module.css'
import { ActionWords, Actor } from '../../../person/history-words.tsx'
import { HistoryChange } from '../history-change.tsx'
import { NoteLine } from './note-line.tsx'
import type { Moment } from './queries.ts'

interface Props {
  readonly customerId: string
  readonly moment: Moment
  /** Told below another one of the same caller and minute. */
  readonly isJoined?: boolean
}

export function MomentLine({ customerId, moment, isJoined = false }: Props) {
  if (moment.kind === 'note') return <NoteLine customerId={customerId} note={moment.note} />
  return (
    <>
      <div className={history.line}>
        <Text component="span" fw={550} size="sm">
          <Title moment={moment} />
        </Text>
        {!isJoined && (
          <Text c="dimmed" component="span" size="xs">
            {moment.actor && (
              <>
                <Actor actor={moment.actor} /> ·{' '}
              </>
            )}
            <When at={moment.at} />
          </Text>
        )}
      </div>
      <More moment={moment} />
    </>
  )
}

function Title({ moment }: Pick<Props, 'moment'>): ReactNode {
  const { t, i18n } = useTranslation()
  const amount = useAmount()
  if (moment.kind === 'order')
    return (
      <>
        {t(`timelineOrder.${moment.what}`)}{' '}
        <bdi className="numbers">
          {amount(moment.amount)} {moment.currency}
        </bdi>
      </>
    )
  if (moment.kind === 'points')
    return (
      <>
        {t(`pointsKind.${moment.what}`)}: <Count>{moment.points}</Count>{' '}
        {t('points.points', { count: Math.abs(moment.points) })}
      </>
    )
  if (moment.kind === 'consent')
    return (
      <>
        {t(`consentDecision.${moment.what}`)} <Name>{moment.title}</Name>
      </>
    )
  if (moment.kind === 'message') {
    const key = `template.${moment.template}`
    return (
      <>
        {t(`channel.${moment.channel}` as 'channel.sms')}
        {i18n.exists(key) && `: ${t(key as 'template.otp_code')}`}
      </>
    )
  }
  if (moment.kind === 'interaction') return t(`timelineInteraction.${moment.interaction.kind}`)
  return moment.kind === 'change' && <ActionWords action={moment.change.action} />
}

function More({ moment }: Pick<Props, 'moment'>): ReactNode {
  const { t } = useTranslation()
  const number = useNumber()
  if (moment.kind === 'points') return <Detail>{inOwnDigits(moment.text)}</Detail>
  if (moment.kind === 'consent')
    return (
      <Detail>
        {t(`consentSource.${moment.source}`)} · {t('consent.latest', { version: number(moment.version) })}
      </Detail>
    )
  if (moment.kind === 'interaction') {
    const { subject, text, sentiment, rating } = moment.interaction
    return (
      <>
        {[subject, text].filter(Boolean).map((said) => (
          <Text dir="auto" key={said} size="sm">
            {said}
          </Text>
        ))}
        <Detail>
          {[rating !== null && `${rating}/5`, sentiment && t(`sentiment.${sentiment.value}`)]
            .filter(Boolean)
            .join(' · ')}
        </Detail>
      </>
    )
  }
  if (moment.kind !== 'change') return null
  // What a new customer was like is beside.
  const { action, fields, before, after, reason } = moment.change
  return (
    <>
      {action !== 'customer.created' && fields.length > 0 && (
        <ul className={history.changes}>
          {fields.map((field) => (
            <HistoryChange after={after[field]} before={before[field]} field={field} key={field} />
          ))}
        </ul>
      )}
      {reason && (
        <Detail>
          {t('history.because')} <bdi dir="auto">{reason}</bdi>
        </Detail>
      )}
    </>
  )
}

const Detail = ({ children }: { readonly children: ReactNode }) => (
  <Text c="dimmed" size="sm">
    {children}
  </Text>
)
