import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { useNumber } from '../../language/format.ts'
import { useSession } from '../../session/session.ts'
import classes from './messages-page.module.css'
import type { Template } from './template.ts'

const DEBOUNCE_MS = 250

interface Props {
  readonly template: Template
  readonly wording: { readonly body: string; readonly subject?: string }
}

/** The message as it would be sent, and the number of text messages, both from the server. */
export function Preview({ template: { name, channel, language }, wording }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const { kith } = useSession()
  const { subject, body } = wording
  const [asked] = useDebouncedValue(JSON.stringify({ body, ...(subject?.trim() && { subject }) }), DEBOUNCE_MS)
  const { data } = useQuery({
    queryKey: ['preview', name, channel, language, asked],
    queryFn: ({ signal }) =>
      kith.messages.previewTemplate({ name, channel, language, wording: JSON.parse(asked) }, { signal }),
    enabled: body.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const direction = { dir: language === 'ar' ? 'rtl' : 'ltr', lang: language } as const
  return (
    <div aria-label={t('messages.preview')} aria-live="polite" className={classes.preview} role="status">
      {data && (
        <>
          <div {...direction} className={classes.bubble} data-email={channel === 'email' || undefined}>
            {data.subject !== null && <p className={classes.subject}>{data.subject}</p>}
            {data.text}
          </div>
          {data.sms && (
            <div
              className={classes.length}
              data-long={data.sms.segments > 1 || undefined}
              data-segments={data.sms.segments}
            >
              <span>{t('messages.letters', { length: number(data.sms.length), room: number(data.sms.room) })}</span>
              <span>{t('messages.segments', { segments: number(data.sms.segments) })}</span>
            </div>
          )}
          {data.problem && (
            <p className={classes.problem}>
              <Icon name="warning" size={14} /> {data.problem.title}{' '}
              <bdi dir="ltr">{data.problem.placeholders.map((one) => `{${one}}`).join(' ')}</bdi>
            </p>
          )}
        </>
      )}
    </div>
  )
}
