import { Button, Group, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import badge from '../design/badges.module.css'
import { Confirm } from '../design/dialog.tsx'
import { Drawing } from '../design/drawing.tsx'
import { useTrying } from '../design/form.tsx'
import { Icon } from '../design/icons.tsx'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { Count, Moment, Name } from '../design/written.tsx'
import { useSession } from '../session/session.ts'
import { BreachForm } from './breach-form.tsx'
import { ClockBadge } from './clock-badge.tsx'
import { More } from './more.tsx'
import classes from './privacy.module.css'
import { type Breach, useBreaches, usePrivacyWrite } from './queries.ts'

/** The breaches, with the people concerned and the deadline for the authority. */
export function BreachRegister() {
  const { t } = useTranslation()
  const { may } = useSession()
  const breaches = useBreaches()
  const [recording, setRecording] = useState(false)
  const record = may('privacy:manage') && (
    <Button
      leftSection={<Icon name="warning" size={16} />}
      onClick={() => setRecording(true)}
      size="sm"
      variant="default"
    >
      {t('breach.record')}
    </Button>
  )
  return (
    <>
      {breaches.isError && <Failure error={breaches.error} onRetry={breaches.refetch} />}
      {breaches.isPending && <SkeletonRows rows={4} />}
      {breaches.data && breaches.items.length === 0 && (
        <Empty action={record} drawing={<Drawing of="done" />} title={t('breach.none')}>
          {t('breach.noneExplained')}
        </Empty>
      )}
      {breaches.items.length > 0 && (
        <div className={classes.list}>
          <Group className={classes.tools} justify="flex-end">
            {record}
          </Group>
          <Table className={classes.table} data-cards verticalSpacing={10}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('breach.what')}</Table.Th>
                <Table.Th>{t('privacy.clock')}</Table.Th>
                <Table.Th>{t('breach.noticed')}</Table.Th>
                <Table.Th>{t('breach.people')}</Table.Th>
                <Table.Th>{t('breach.authority')}</Table.Th>
                <Table.Th>{t('breach.told')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {breaches.items.map((one) => (
                <OneBreach key={one.id} one={one} />
              ))}
            </Table.Tbody>
          </Table>
          <More list={breaches} />
        </div>
      )}
      <BreachForm onClose={() => setRecording(false)} opened={recording} />
    </>
  )
}

function OneBreach({ one }: { readonly one: Breach }) {
  const { t } = useTranslation()
  const { clock, dueAt, authorityNotifiedAt } = one
  return (
    <Table.Tr>
      <Table.Td maw="24rem">
        <Name>{one.what}</Name>
      </Table.Td>
      <Table.Td>
        {dueAt ? (
          <ClockBadge clock={clock} dueAt={dueAt} ended={authorityNotifiedAt !== null} />
        ) : (
          <span className={badge.badge} data-tone="quiet">
            {t('breach.noClock')}
          </span>
        )}
      </Table.Td>
      <Table.Td>
        <Moment at={one.noticedAt} exact />
      </Table.Td>
      <Table.Td>
        <Count>{one.people}</Count>
      </Table.Td>
      <Table.Td>
        <Notified at={authorityNotifiedAt} field="authorityNotifiedAt" one={one} />
      </Table.Td>
      <Table.Td>
        <Notified at={one.peopleNotifiedAt} field="peopleNotifiedAt" one={one} />
      </Table.Td>
    </Table.Tr>
  )
}

interface NotifiedProps {
  readonly one: Breach
  readonly field: 'authorityNotifiedAt' | 'peopleNotifiedAt'
  readonly at: string | null
}

function Notified({ one, field, at }: NotifiedProps) {
  const { t } = useTranslation()
  const { may } = useSession()
  const write = usePrivacyWrite()
  const [asking, setAsking] = useState(false)
  const note = useTrying(
    () =>
      write((kith) =>
        kith.privacy.changeBreach({ breachId: one.id, [field]: new Date().toISOString() }, { ifMatch: one.version }),
      ),
    () => setAsking(false),
  )
  if (at !== null) return <Moment at={at} exact />
  if (!may('privacy:manage')) return t('privacy.notYet')
  return (
    <>
      <Button onClick={() => setAsking(true)} size="compact-sm" variant="default">
        {t('breach.toldNow')}
      </Button>
      {asking && (
        <Confirm
          act={note}
          explained={t(`breachTold.${field}`)}
          onClose={() => setAsking(false)}
          onConfirm={() => void note.run()}
          title={t('breach.toldNow')}
        />
      )}
    </>
  )
}
