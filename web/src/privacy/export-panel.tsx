import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNotifyFailure } from '../design/notify.ts'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { useSession } from '../session/session.ts'
import { OneExport } from './one-export.tsx'
import classes from './privacy.module.css'
import { type PrivacyRequest, useExports, usePrivacyWrite } from './queries.ts'
import { saveArchive } from './save.ts'

interface Props {
  readonly customerId: string
  readonly request?: PrivacyRequest
}

/** The export of a customer: prepared by a job, downloaded by a link that is valid for minutes. */
export function ExportPanel({ customerId, request }: Props) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const write = usePrivacyWrite()
  const notifyFailure = useNotifyFailure()
  const exports = useExports(customerId)
  const ask = () =>
    write((kith) => kith.privacy.askForExport({ customerId, ...(request && { requestId: request.id }) })).catch(
      notifyFailure,
    )
  async function fetchIt(exportId: string) {
    const { url } = await kith.privacy.linkExport({ customerId, exportId })
    await saveArchive(url, `kith-${customerId.slice(-8)}.zip`)
  }
  const remove = (exportId: string) => write((kith) => kith.privacy.withdrawExport({ customerId, exportId }))
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
        <OneExport
          key={one.id}
          onDelete={may('privacy:manage') ? remove : null}
          onFetch={may('privacy:manage') ? fetchIt : null}
          one={one}
        />
      ))}
    </section>
  )
}
