import { useTranslation } from 'react-i18next'
import { ReasonForm } from '../../design/dialog.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { BulkEach } from './bulk-each.tsx'

interface Props {
  readonly people: readonly Customer[]
  readonly onClose: () => void
}

export function BulkDeactivate(props: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  return (
    <BulkEach
      {...props}
      act={t('act.deactivate')}
      ask={(about, run) => (
        <ReasonForm
          act={t('act.deactivate')}
          danger
          explained={t('bulk.deactivateExplained', about)}
          needed
          onClose={props.onClose}
          onDone={() => {}}
          onReason={(reason) => run(({ id }) => kith.customers.deactivate({ customerId: id, reason: reason! }))}
        />
      )}
      undo={{
        fits: ({ status }) => status === 'active',
        work: ({ id }) => kith.customers.reactivate({ customerId: id, reason: t('act.undo') }),
      }}
    />
  )
}

export function BulkReactivate(props: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  return (
    <BulkEach
      {...props}
      act={t('act.reactivate')}
      ask={(about, run) => (
        <ReasonForm
          act={t('act.reactivate')}
          explained={t('bulk.reactivateExplained', about)}
          needed
          onClose={props.onClose}
          onDone={() => {}}
          onReason={(reason) => run(({ id }) => kith.customers.reactivate({ customerId: id, reason: reason! }))}
        />
      )}
    />
  )
}
