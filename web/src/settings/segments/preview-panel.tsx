import type { Output } from '@kith/sdk'
import { Alert, List } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useReason } from '../../design/states.tsx'
import { Becomes, Moment, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import settings from '../settings-page.module.css'

interface Props {
  readonly preview: Output<'segments.preview'> | undefined
  readonly error: unknown
  /** What a segment is called, also one that is not saved yet. */
  readonly named: (key: string) => string
}

/** What saving would change: how many customers, some of them by name, and how long it takes. */
export function PreviewPanel({ preview, error, named }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const reason = useReason()
  return (
    <section aria-label={t('segments.preview')} className={settings.card}>
      <h2 className={settings.cardTitle}>{t('segments.preview')}</h2>
      {error ? (
        <Alert color="yellow" variant="light">
          {reason(error)}
        </Alert>
      ) : (
        preview && (
          <div data-preview role="status">
            <p className={settings.explained}>
              {t('segments.changing', { changing: number(preview.changing), customers: number(preview.customers) })}{' '}
              {t('segments.takes', { seconds: number(preview.secondsToApply) })} <Moment at={preview.asOf} />
            </p>
            <List size="sm">
              {preview.sample.map(({ customerId, name, number: of, from, to }) => (
                <List.Item key={customerId}>
                  <Link params={{ customerId }} to="/customers/$customerId">
                    <Name>{name ?? of}</Name>
                  </Link>{' '}
                  <span className={settings.explained}>
                    <Name>{from === null ? '–' : named(from)}</Name>
                    <Becomes />
                    <Name>{named(to)}</Name>
                  </span>
                </List.Item>
              ))}
            </List>
          </div>
        )
      )}
    </section>
  )
}
