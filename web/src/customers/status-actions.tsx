import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useReason } from '../design/states.tsx'
import { Name } from '../design/written.tsx'
import type { Customer } from '../session/session.ts'
import { useWrite } from './queries.ts'

type Act = 'suspend' | 'deactivate' | 'reactivate'
const OFFERED: Readonly<Record<Customer['status'], readonly Act[]>> = {
  active: ['suspend', 'deactivate'],
  suspended: ['reactivate', 'deactivate'],
  deactivated: ['reactivate'],
  cancelled: ['reactivate', 'deactivate'],
  merged: [],
  erased: [],
}
const OPERATIONS = {
  suspend: 'postCustomersSuspend',
  deactivate: 'deleteCustomersById',
  reactivate: 'postCustomersReactivate',
} as const

/** What can be done to the standing of a customer; each asks why. Whether it may be, the server decides. */
export function StatusActions({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const [act, setAct] = useState<Act | null>(null)
  return (
    <Group gap="xs">
      {OFFERED[customer.status].map((one) => (
        <Button
          key={one}
          leftSection={<Icon name={one === 'reactivate' ? 'check' : one === 'suspend' ? 'pause' : 'close'} size={16} />}
          onClick={() => setAct(one)}
          size="sm"
          variant="default"
        >
          {t(`act.${one}`)}
        </Button>
      ))}
      <Modal
        closeButtonProps={{ 'aria-label': t('act.close') }}
        onClose={() => setAct(null)}
        opened={act !== null}
        title={act && t(`act.${act}`)}
      >
        {act && <Confirm act={act} customer={customer} onClose={() => setAct(null)} />}
      </Modal>
    </Group>
  )
}

interface Props {
  readonly act: Act
  readonly customer: Customer
  readonly onClose: () => void
}

function Confirm({ act, customer, onClose }: Props) {
  const { t } = useTranslation()
  const write = useWrite()
  const reason = useReason()
  const [why, setWhy] = useState('')
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function confirm(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const input = { customerId: customer.id, ...(why.trim() && { reason: why.trim() }) }
    try {
      await write((kith) => kith[OPERATIONS[act]](input))
      onClose()
    } catch (error) {
      setRefused(error)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={confirm}>
      <Stack gap="md">
        <Text size="sm">
          <Name>{customer.name}</Name> — {t(`explain.${act}`)}
        </Text>
        {refused !== null && (
          <Alert color="red" role="alert" variant="light">
            {reason(refused)}
          </Alert>
        )}
        <Textarea
          autoFocus
          data-autofocus
          label={t('person.reason')}
          maxLength={500}
          minRows={2}
          onChange={(event) => setWhy(event.currentTarget.value)}
          value={why}
        />
        <Group gap="xs" justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('act.cancel')}
          </Button>
          <Button color={act === 'deactivate' ? 'red.8' : 'kith'} loading={busy} type="submit">
            {t(`act.${act}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
