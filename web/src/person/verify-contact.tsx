import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../design/dialog.tsx'
import { notify } from '../design/notify.ts'
import { type Customer, useSession } from '../session/session.ts'
import { ProveContact } from '../session/sign-in/prove-contact.tsx'
import { useWrite } from './queries.ts'

type Kind = 'phone' | 'email'

/** The customer reads out the code that was sent to them. Masked contacts cannot be verified: nothing could be sent to them. */
export function VerifyContact({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const write = useWrite()
  const [verifying, setVerifying] = useState<Kind | null>(null)
  const { id: customerId, phone, email, phoneVerified, emailVerified, status, restricted, contactsMasked } = customer
  if (!may('customers:write') || contactsMasked || restricted || status !== 'active') return null
  const unverified: readonly Kind[] = [
    ...(phone !== null && !phoneVerified ? (['phone'] as const) : []),
    ...(email !== null && !emailVerified ? (['email'] as const) : []),
  ]
  if (unverified.length === 0) return null
  async function verify(verificationToken: string) {
    await write((kith) => kith.accounts.verifyContact({ customerId, verificationToken }))
    setVerifying(null)
    notify(t('contacts.verified'))
  }
  return (
    <Group gap="xs">
      {unverified.map((kind) => (
        <Button data-verify={kind} key={kind} onClick={() => setVerifying(kind)} size="compact-sm" variant="default">
          {kind === 'phone' ? t('contacts.verifyPhone') : t('contacts.verifyEmail')}
        </Button>
      ))}
      <Dialog
        forgets
        onClose={() => setVerifying(null)}
        opened={verifying !== null}
        title={verifying === 'email' ? t('contacts.verifyEmail') : t('contacts.verifyPhone')}
      >
        {verifying && (
          <ProveContact
            initial={(verifying === 'phone' ? phone : email) ?? ''}
            kind={verifying}
            label={t(`field.${verifying}`)}
            onProved={verify}
            purpose="verify"
          />
        )}
      </Dialog>
    </Group>
  )
}
