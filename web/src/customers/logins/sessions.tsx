import { Button, Checkbox, Group, Table, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, ReasonForm } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Code, Moment } from '../../design/written.tsx'
import { useSession } from '../../session/session.ts'
import { deviceOf } from './device.ts'
import classes from './logins.module.css'
import { type SignedIn, useEndSessions, useSessions } from './queries.ts'

/** Current sessions, with sign-out for users who may. */
export function Sessions({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { data, error, refetch } = useSessions(customerId)
  const [ending, setEnding] = useState<SignedIn | 'all' | null>(null)
  const mayEnd = may('customers:deactivate')
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={3} />
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('login.sessions')}
        </Title>
        {mayEnd && data.items.length > 0 && (
          <Button
            leftSection={<Icon name="leave" size={16} />}
            onClick={() => setEnding('all')}
            size="compact-sm"
            variant="default"
          >
            {t('login.endAll')}
          </Button>
        )}
      </Group>
      {data.items.length === 0 ? (
        <Empty icon="device" title={t('login.nowhere')} />
      ) : (
        <Table.ScrollContainer minWidth={560} type="native">
          <SessionTable items={data.items} onEnd={mayEnd ? setEnding : null} />
        </Table.ScrollContainer>
      )}
      <Dialog
        onClose={() => setEnding(null)}
        opened={ending !== null}
        title={ending === 'all' ? t('login.endAll') : t('login.end')}
      >
        {ending !== null && <Confirm customerId={customerId} ending={ending} onClose={() => setEnding(null)} />}
      </Dialog>
    </section>
  )
}

interface TableProps {
  readonly items: readonly SignedIn[]
  readonly onEnd: ((session: SignedIn) => void) | null
}

function SessionTable({ items, onEnd }: TableProps) {
  const { t } = useTranslation()
  return (
    <Table fz="sm" data-cards verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('login.device')}</Table.Th>
          <Table.Th>{t('login.with')}</Table.Th>
          <Table.Th>{t('login.from')}</Table.Th>
          <Table.Th>{t('login.used')}</Table.Th>
          {onEnd && <Table.Th aria-label={t('login.end')} />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((session) => (
          <Table.Tr key={session.id}>
            <Table.Td className={classes.device} title={session.userAgent ?? ''}>
              <bdi dir="auto">{session.deviceName ?? (deviceOf(session.userAgent) || t('login.unknownDevice'))}</bdi>
            </Table.Td>
            <Table.Td>
              {t(`factor.${session.signedInWith as 'password'}`)}
              {session.secondFactor && ` + ${t('login.secondFactor')}`}
            </Table.Td>
            <Table.Td>{session.ip && <Code>{session.ip}</Code>}</Table.Td>
            <Table.Td>
              <Moment at={session.usedAt} />
            </Table.Td>
            {onEnd && (
              <Table.Td ta="end">
                <Button onClick={() => onEnd(session)} size="compact-sm" variant="default">
                  {t('login.end')}
                </Button>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

interface ConfirmProps {
  readonly customerId: string
  readonly ending: SignedIn | 'all'
  readonly onClose: () => void
}

function Confirm({ customerId, ending, onClose }: ConfirmProps) {
  const { t } = useTranslation()
  const end = useEndSessions(customerId)
  const [takeover, setTakeover] = useState(false)
  return (
    <ReasonForm
      act={ending === 'all' ? t('login.endAll') : t('login.end')}
      danger
      explained={t('login.endExplained')}
      onClose={onClose}
      onReason={(reason) =>
        end((kith) =>
          ending === 'all'
            ? kith.accounts.endCustomerSessions({
                customerId,
                ...(reason && { reason }),
                ...(takeover && { takeover }),
              })
            : kith.accounts.endCustomerSession({ customerId, ...(reason && { reason }), sessionId: ending.id }),
        )
      }
    >
      {ending === 'all' && (
        <Checkbox
          checked={takeover}
          label={t('login.takeover')}
          onChange={(event) => setTakeover(event.currentTarget.checked)}
        />
      )}
    </ReasonForm>
  )
}
