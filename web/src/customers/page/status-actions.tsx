import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, ReasonForm } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { Name } from '../../design/written.tsx'
import { useWrite } from '../../person/queries.ts'
import type { Customer } from '../../session/session.ts'

type Act = 'suspend' | 'deactivate' | 'reactivate'
const OFFERED: Readonly<Record<Customer['status'], readonly Act[]>> = {
  active: ['suspend', 'deactivate'],
  suspended: ['reactivate', 'deactivate'],
  deactivated: ['reactivate'],
  cancelled: ['reactivate', 'deactivate'],
  merged: [],
  erased: [],
}

/** Changes of a customer's status; each asks for a reason. The server decides whether it is allowed. */
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
      <Dialog onClose={() => setAct(null)} opened={act !== null} title={act && t(`act.${act}`)}>
        {act && <Confirm act={act} customer={customer} onClose={() => setAct(null)} />}
      </Dialog>
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
  return (
    <ReasonForm
      act={t(`act.${act}`)}
      danger={act === 'deactivate'}
      explained={
        <>
          <Name>{customer.name}</Name> — {t(`explain.${act}`)}
        </>
      }
      onClose={onClose}
      onReason={(reason) =>
        write((kith) => kith.customers[act]({ customerId: customer.id, ...(reason && { reason }) }))
      }
    />
  )
}
