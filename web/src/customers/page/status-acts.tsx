import { useTranslation } from 'react-i18next'
import { Dialog, ReasonForm } from '../../design/dialog.tsx'
import { Name } from '../../design/written.tsx'
import { useWrite } from '../../person/queries.ts'
import type { Customer } from '../../session/session.ts'

export type Act = 'suspend' | 'deactivate' | 'reactivate'
/** The server decides whether it is allowed. */
export const OFFERED: Readonly<Record<Customer['status'], readonly Act[]>> = {
  active: ['suspend', 'deactivate'],
  suspended: ['reactivate', 'deactivate'],
  deactivated: ['reactivate'],
  cancelled: ['reactivate', 'deactivate'],
  merged: [],
  erased: [],
}

interface Props {
  readonly act: Act | null
  readonly customer: Customer
  readonly onClose: () => void
}

/** A change of a customer's status asks for a reason. */
export function ConfirmStatus({ act, customer, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog onClose={onClose} opened={act !== null} title={act && t(`act.${act}`)}>
      {act && <Confirm act={act} customer={customer} onClose={onClose} />}
    </Dialog>
  )
}

function Confirm({ act, customer, onClose }: Props & { readonly act: Act }) {
  const { t } = useTranslation()
  const write = useWrite()
  return (
    <ReasonForm
      act={t(`act.${act}`)}
      danger={act === 'deactivate'}
      explained={
        <>
          <Name>{customer.name}</Name>: {t(`explain.${act}`)}
        </>
      }
      onClose={onClose}
      onReason={(reason) =>
        write((kith) => kith.customers[act]({ customerId: customer.id, ...(reason && { reason }) }))
      }
    />
  )
}
