import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { notify, useNotifyFailure } from '../../../design/notify.ts'
import { type Customer, useSession } from '../../../session/session.ts'

interface Props {
  readonly customer: Customer
}

/** The name that others see is made up; a customer who dislikes theirs gets another one. */
export function NewDisplayName({ customer: { id: customerId, displayName, status, restricted } }: Props) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const queries = useQueryClient()
  const notifyFailure = useNotifyFailure()
  const renew = useMutation({
    mutationFn: () => kith.customers.regenerateDisplayName({ customerId }),
    onSuccess: (made) => {
      notify(t('person.displayNameIs', { name: made.displayName ?? '–' }))
      return queries.invalidateQueries({ queryKey: ['customer', customerId] })
    },
    onError: notifyFailure,
  })
  if (displayName === null || status !== 'active' || restricted || !may('customers:write')) return null
  return (
    <Button
      data-new-display-name
      loading={renew.isPending}
      mt="xs"
      onClick={() => renew.mutate()}
      size="compact-sm"
      variant="default"
    >
      {t('person.newDisplayName')}
    </Button>
  )
}
