import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { Failure } from '../design/states.tsx'
import { Moment, Name } from '../design/written.tsx'
import { Actor } from '../person/history-words.tsx'
import { useSession } from '../session/session.ts'
import { ActWithReason } from './act-with-reason.tsx'
import { DisclosurePanel } from './disclosure-panel.tsx'
import { ErasurePanel } from './erasure-panel.tsx'
import { ExportPanel } from './export-panel.tsx'
import classes from './privacy.module.css'
import { usePrivacyWrite, useRequests } from './queries.ts'
import { RecordRequest } from './record-request.tsx'
import { RequestTable } from './request-list.tsx'
import { RestrictButton } from './restrict-button.tsx'

/** The privacy requests and legal hold of this customer, and their actions. */
export function PersonPrivacy({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const requests = useRequests({ customerId })
  const [recording, setRecording] = useState(false)
  return (
    <Stack gap="md">
      <LegalHold customerId={customerId} />
      {may('privacy:manage') && <RestrictButton customerId={customerId} />}
      <section className={classes.panel}>
        <Group justify="space-between">
          <h2>{t('privacyTab.requests')}</h2>
          {may('privacy:manage') && (
            <Button onClick={() => setRecording(true)} size="sm" variant="default">
              {t('privacy.record')}
            </Button>
          )}
        </Group>
        {requests.isError && <Failure error={requests.error} onRetry={requests.refetch} />}
        {requests.items.length > 0 ? (
          <div className={classes.scroll}>
            <RequestTable ofOne requests={requests.items} />
          </div>
        ) : (
          <Text c="dimmed" size="sm">
            {t('privacy.none')}
          </Text>
        )}
      </section>
      <ExportPanel customerId={customerId} />
      <DisclosurePanel customerId={customerId} />
      {may('privacy:manage') && <ErasurePanel customerId={customerId} />}
      <RecordRequest customerId={customerId} onClose={() => setRecording(false)} opened={recording} />
    </Stack>
  )
}

function LegalHold({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const write = usePrivacyWrite()
  const [lifting, setLifting] = useState(false)
  const hold = useQuery({
    queryKey: ['privacy', 'hold', customerId],
    queryFn: async ({ signal }) => (await kith.privacy.readHold({ customerId }, { signal })).hold,
  })
  if (hold.data) {
    const { placedAt, placedBy, reason: why } = hold.data
    return (
      <Paper bg="var(--kith-warm-soft)" c="var(--kith-warm-ink)" p="md" role="status">
        <Group justify="space-between">
          <div>
            <Group gap="xs">
              <Icon name="lock" />
              <Text fw={600} size="sm">
                {t('privacyHold.holds')}
              </Text>
              <Text component="div" size="xs">
                <Moment at={placedAt} exact /> · <Actor actor={placedBy} />
              </Text>
            </Group>
            <Text component="div" mt={4} size="sm">
              <Name>{why}</Name>
            </Text>
          </div>
          {may('privacy:manage') && (
            <Button onClick={() => setLifting(true)} size="sm" variant="default">
              {t('privacyHold.lift')}
            </Button>
          )}
          <ActDialog
            act={t('privacyHold.lift')}
            danger
            onAct={() => write((kith) => kith.privacy.liftHold({ customerId }))}
            onClose={() => setLifting(false)}
            opened={lifting}
            title={t('privacyHold.lift')}
          >
            <Text size="sm">{t('privacyHold.liftExplained')}</Text>
          </ActDialog>
        </Group>
      </Paper>
    )
  }
  if (!may('privacy:manage')) return null
  return (
    <ActWithReason
      act={t('privacyHold.place')}
      explained={t('privacyHold.explained')}
      icon="lock"
      name="hold"
      onAct={(reason) => write((kith) => kith.privacy.placeHold({ customerId, reason }))}
    />
  )
}
