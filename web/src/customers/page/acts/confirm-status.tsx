import { useTranslation } from 'react-i18next'
import { ReasonForm } from '../../../design/dialog.tsx'
import { Name } from '../../../design/written.tsx'
import { useWrite } from '../../../person/queries.ts'
import type { Customer } from '../../../session/session.ts'

export type StatusAct = 'suspend' | 'deactivate' | 'reactivate'
/** The server decides whether it is allowed. */
export const OFFERED: Readonly<Record<Customer['status'], readonly StatusAct[]>> = {
  active: ['suspend', 'deactivate'],
  suspended: ['reactivate', 'deactivate'],
  deactivated: ['reactivate'],
  cancelled: ['reactivate', 'deactivate'],
  merged: [],
  erased: [],
}

interface Props {
  readonly act: StatusAct
  readonly customer: Customer
  readonly onClose: () => void
}

/** A change of a customer's status, with its reason. */
export function ConfirmStatus({ act, customer, onClose }: Props) {
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
