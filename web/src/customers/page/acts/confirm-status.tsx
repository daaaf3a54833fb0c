import { useTranslation } from 'react-i18next'
import { ReasonForm } from '../../../design/dialog.tsx'
import { useNotifyFailure } from '../../../design/notify.ts'
import { notifyWithUndo } from '../../../design/notify-with-undo.tsx'
import { Name, useNames } from '../../../design/written.tsx'
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
  const notifyFailure = useNotifyFailure()
  const { first: name } = useNames(customer)
  const { id: customerId, status } = customer
  async function change(reason: string | undefined) {
    await write((kith) => kith.customers[act]({ customerId, ...(reason && { reason }) }))
    // Only an active customer is again what they were before.
    if (act === 'reactivate' || status !== 'active') return
    notifyWithUndo(t(`statusDone.${act}`, { name }), t('act.undo'), () =>
      write((kith) => kith.customers.reactivate({ customerId, reason: t('act.undo') })).catch(notifyFailure),
    )
  }
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
      onReason={change}
    />
  )
}
