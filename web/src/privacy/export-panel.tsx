import { Button, Group, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { useTellFailure } from '../design/tell.ts'
import { Moment } from '../design/written.tsx'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import classes from './privacy.module.css'
import { type PrivacyRequest, useExports, usePrivacyWrite } from './queries.ts'
import { saveArchive } from './save.ts'

interface Props {
  readonly customerId: string
  readonly request?: PrivacyRequest
}

/** Everything that is held of a person: put together by a job, fetched by a link that is good for minutes. */
export function ExportPanel({ customerId, request }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const write = usePrivacyWrite()
  const tellFailure = useTellFailure()
  const exports = useExports(customerId)
  const ask = () =>
    write((kith) => kith.postCustomersPrivacyExports({ customerId, ...(request && { requestId: request.id }) })).catch(
      tellFailure,
    )
  const waiting = exports.data?.items.some(({ status }) => status === 'waiting') ?? false
  return (
    <section className={classes.panel}>
      <Group justify="space-between">
        <h2>{t('privacyExport.title')}</h2>
        {may('privacy:manage') && (
          <Button disabled={waiting} onClick={() => void ask()} size="sm" variant="default">
            {t('privacyExport.build')}
          </Button>
        )}
      </Group>
      <Text c="dimmed" size="sm">
        {t('privacyExport.explained')}
      </Text>
      {exports.isError && <Failure error={exports.error} onRetry={exports.refetch} />}
      {exports.isPending && <SkeletonRows rows={2} />}
      {exports.data?.items.map((one) => (
        <OneExport customerId={customerId} key={one.id} one={one} />
      ))}
    </section>
  )
}

type Export = NonNullable<ReturnType<typeof useExports>['data']>['items'][number]

function OneExport({ customerId, one }: { readonly customerId: string; readonly one: Export }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const number = useNumber()
  const tellFailure = useTellFailure()
  const { status, progress, bytes } = one
  async function fetchIt() {
    try {
      const { url } = await kith.postCustomersPrivacyExportsLink({ customerId, exportId: one.id })
      await saveArchive(url, `kith-${customerId.slice(-8)}.zip`)
    } catch (error) {
      tellFailure(error)
    }
  }
  return (
    <Group gap="md" wrap="nowrap">
      <Text component="div" miw="9rem" size="sm">
        <Moment at={one.createdAt} exact />
      </Text>
      {status === 'waiting' ? (
        <Progress
          aria-label={t('privacyExport.waiting')}
          flex={1}
          value={progress.of === 0 ? 0 : (progress.done / progress.of) * 100}
        />
      ) : (
        <Text c="dimmed" flex={1} size="sm">
          {t(`privacyExport.${status}`)}
          {status === 'ready' && bytes !== null && ` · ${number(Math.ceil(bytes / 1024))} KiB`}
        </Text>
      )}
      {status === 'ready' && may('privacy:manage') && (
        <Button
          leftSection={<Icon name="download" size={16} />}
          onClick={() => void fetchIt()}
          size="sm"
          variant="default"
        >
          {t('privacyExport.download')}
        </Button>
      )}
    </Group>
  )
}
