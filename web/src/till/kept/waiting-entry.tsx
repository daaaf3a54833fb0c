import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Moment, Phone } from '../../design/written.tsx'
import { inOwnDigits } from '../../language/digits.ts'
import { useNumber } from '../../language/format.ts'
import { discard, retry, type Waiting } from '../../offline/waiting.ts'
import classes from './kept.module.css'
import { KeptName } from './kept-name.tsx'
import { Provisional } from './provisional.tsx'
import { RetryForm } from './retry-form.tsx'
import { KeptAmount, RetryOrder } from './retry-order.tsx'

interface Props {
  readonly entry: Waiting
  readonly onPerson: (id: string) => void
}

/** A waiting or refused entry; a refused one stays until a user resolves it. */
export function WaitingEntry({ entry, onPerson }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const [changing, change] = useDisclosure(false)
  const [discarding, confirm] = useDisclosure(false)
  const { stub, order, redemption, provisional, at, refused } = entry
  const holder = redemption?.sent.customerId ?? refused?.['customerId']
  const since = new Date(at).toISOString()
  return (
    <div className={classes.entry} data-refused={refused !== null || undefined}>
      <Group gap="sm" justify="space-between">
        <Text component="div" fw={550} size="sm">
          <KeptName entry={entry} />
        </Text>
        <Provisional>{provisional}</Provisional>
      </Group>
      <Group c="dimmed" fz="xs" gap="sm" mt={2}>
        {stub?.phone && <Phone>{stub.phone}</Phone>}
        {order && <KeptAmount order={order} />}
        {redemption && <span>{t('points.redeemed', { points: number(redemption.sent.points) })}</span>}
        <Moment at={since} exact />
      </Group>
      {refused && (
        <Text c="var(--kith-warm-ink)" data-refusal fw={550} mt="xs" size="sm">
          {inOwnDigits([refused.title, ...(refused.errors ?? []).map(({ message }) => message)].join(' '))}
        </Text>
      )}
      {changing && !entry.redemption ? (
        entry.order ? (
          <RetryOrder entry={entry} onDone={change.close} order={entry.order} />
        ) : (
          <RetryForm entry={entry} onDone={change.close} stub={entry.stub} />
        )
      ) : (
        refused && (
          <Group gap="xs" mt="sm">
            {typeof holder === 'string' && (
              <Button onClick={() => onPerson(holder)} size="compact-sm">
                {t('till.openHolder')}
              </Button>
            )}
            <Button onClick={() => (redemption ? retry(entry) : change.open())} size="compact-sm" variant="default">
              {t(redemption ? 'offline.retry' : 'offline.change')}
            </Button>
            <Button c="var(--kith-danger-ink)" color="gray" onClick={confirm.open} size="compact-sm" variant="subtle">
              {t('offline.discard')}
            </Button>
          </Group>
        )
      )}
      <Dialog onClose={confirm.close} opened={discarding} title={t('offline.discardTitle', { provisional })}>
        <Stack gap="md">
          <Text size="sm">
            <KeptName entry={entry} /> — {t('offline.discardExplained')}
          </Text>
          <Group gap="xs" justify="flex-end">
            <Button data-autofocus onClick={confirm.close} variant="default">
              {t('act.cancel')}
            </Button>
            <Button color="red.8" onClick={() => discard(entry.id)}>
              {t('offline.discard')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </div>
  )
}
