import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Failure, SkeletonRows } from '../../design/states.tsx'
import { Moment } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useSession } from '../../session/session.ts'
import type { Document } from './document.ts'

const LANGUAGES = ['en', 'ar'] as const

interface Props {
  readonly document: Document
  readonly onClose: () => void
}

/** Every version as it was published, newest first: people consented to these words. */
export function Versions({ document: { documentId }, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const number = useNumber()
  const versions = useQuery({
    queryKey: ['settings', 'consents', documentId],
    queryFn: ({ signal }) => kith.consent.listVersions({ documentId }, { signal }),
  })
  return (
    <Dialog onClose={onClose} opened size="lg" title={t('consents.versions')}>
      {versions.isError && <Failure error={versions.error} onRetry={versions.refetch} />}
      {versions.isPending && <SkeletonRows rows={4} />}
      <Stack data-versions gap="lg">
        {versions.data?.items.map(({ version, publishedAt, asksAgain, texts }) => (
          <section key={version}>
            <Text fw={600} size="sm">
              {t('consents.version')} {number(version)} · <Moment at={publishedAt} exact />
              {asksAgain && ` · ${t('consents.asksAgain')}`}
            </Text>
            {LANGUAGES.map((language) => {
              const text = texts[language]
              return (
                text && (
                  <details dir={language === 'ar' ? 'rtl' : 'ltr'} key={language} lang={language}>
                    <summary>{text.title}</summary>
                    <p style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{text.text}</p>
                  </details>
                )
              )
            })}
          </section>
        ))}
      </Stack>
    </Dialog>
  )
}
