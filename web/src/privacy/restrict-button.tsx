import { Button, Group, Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { useCustomer } from '../person/queries.ts'
import { useSession } from '../session/session.ts'

/** Without a request, as when the business itself finds that data is disputed. The banner of the customer lifts it. */
export function RestrictButton({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const queries = useQueryClient()
  const customer = useCustomer(customerId).data
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  if (!customer || customer.restricted) return null
  async function restrict() {
    await kith.privacy.restrict({ customerId, reason: reason.trim() })
    const shown = [['customer', customerId], ['customers'], ['privacy']]
    await Promise.all(shown.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
  return (
    <Group justify="flex-end">
      <Button
        data-restrict
        leftSection={<Icon name="pause" size={16} />}
        onClick={() => setAsking(true)}
        size="sm"
        variant="default"
      >
        {t('privacyRestriction.act')}
      </Button>
      <ActDialog
        act={t('privacyRestriction.act')}
        onAct={restrict}
        onClose={() => setAsking(false)}
        opened={asking}
        ready={reason.trim() !== ''}
        title={t('privacyRestriction.act')}
      >
        <Text size="sm">{t('restriction.explained')}</Text>
        <Textarea
          data-autofocus
          label={t('person.reason')}
          maxLength={1_000}
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
          value={reason}
        />
      </ActDialog>
    </Group>
  )
}
