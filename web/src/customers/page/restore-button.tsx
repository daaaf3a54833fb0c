import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { notify, useNotifyFailure } from '../../design/notify.ts'
import { useSession } from '../../session/session.ts'
import { useChangeWords } from './change-words.ts'

interface Props {
  readonly customerId: string
  readonly entryId: string
  /** One of several fields; absent: all of the change. */
  readonly field?: string
  /** The change was of several fields. */
  readonly hasSeveral?: boolean
}

/** Gives the fields of a change, or one of them, their former values back, as an edit of its own. */
export function RestoreButton({ customerId, entryId, field, hasSeveral = false }: Props) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const queries = useQueryClient()
  const notifyFailure = useNotifyFailure()
  const { name } = useChangeWords()
  const restore = useMutation({
    mutationFn: () => kith.customers.restoreValues({ customerId, entryId, ...(field && { fields: [field] }) }),
    onSuccess: () => {
      notify(t('history.restored'))
      return queries.invalidateQueries({ queryKey: ['customer', customerId] })
    },
    onError: notifyFailure,
  })
  if (!may('customers:write')) return null
  return (
    <Button
      {...(field && { 'aria-label': t('history.restoreOne', { field: name(field) }) })}
      leftSection={<Icon name="undo" size={14} />}
      loading={restore.isPending}
      onClick={() => restore.mutate()}
      size="compact-xs"
      variant="subtle"
    >
      {t(hasSeveral ? 'history.restoreAll' : 'history.restore')}
    </Button>
  )
}
