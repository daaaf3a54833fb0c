import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { notify, useNotifyFailure } from '../../design/notify.ts'
import { useSession } from '../../session/session.ts'

interface Props {
  readonly customerId: string
  readonly entryId: string
}

/** Gives the fields of a change their former values back, as an edit of its own. */
export function RestoreButton({ customerId, entryId }: Props) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const queries = useQueryClient()
  const notifyFailure = useNotifyFailure()
  const restore = useMutation({
    mutationFn: () => kith.customers.restoreValues({ customerId, entryId }),
    onSuccess: () => {
      notify(t('history.restored'))
      return queries.invalidateQueries({ queryKey: ['customer', customerId] })
    },
    onError: notifyFailure,
  })
  if (!may('customers:write')) return null
  return (
    <Button
      leftSection={<Icon name="undo" size={14} />}
      loading={restore.isPending}
      onClick={() => restore.mutate()}
      size="compact-xs"
      variant="subtle"
    >
      {t('history.restore')}
    </Button>
  )
}
