import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { useWrite } from '../../person/queries.ts'
import { useSameKey } from '../../reach/same-key.ts'
import { type Customer, useSession } from '../../session/session.ts'
import { CodeStep } from './code-step.tsx'
import { type Details, DetailsStep } from './details-step.tsx'
import { sentNow, useSentCode } from './sent-code.ts'

interface Props {
  readonly customer: Customer
  readonly phone: string
  readonly onClose: () => void
}

/** Details, then the code, then the result. Errors in the details lead back to them, and the token is kept. */
export function UpgradeSteps({ customer, phone, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const write = useWrite()
  const keyFor = useSameKey()
  const [details, setDetails] = useState<Details>(() => detailsOf(customer))
  const [sent, setSent] = useSentCode(phone)
  const [step, setStep] = useState<'details' | 'code'>(sent ? 'code' : 'details')
  const [proof, setProof] = useState<string | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const shown = sent ? { handle: sent.handle } : {}

  async function send() {
    const asked = { phone, purpose: 'upgrade', language: details.locale } as const
    const answer = await kith.verification.sendOtp({ ...asked, ...shown })
    setSent(sentNow(answer))
    setStep('code')
  }
  async function prove(code: string) {
    const { verificationToken } = await kith.verification.verifyOtp({ phone, purpose: 'upgrade', code, ...shown })
    setSent(null)
    setProof(verificationToken)
    setStep('details')
    await upgrade(verificationToken).catch(setRefused)
  }
  async function upgrade(verificationToken: string) {
    const { wishes: preferences } = details
    const asked = Object.keys(preferences).length > 0 && { preferences }
    const input = { customerId: customer.id, verificationToken, ...changed(customer, details), ...asked }
    const { name } = await write((kith) => kith.customers.upgrade(input, { idempotencyKey: keyFor(input) }))
    onClose()
    notify(t('upgrade.done', { name }))
  }
  async function submit() {
    setBusy(true)
    setRefused(null)
    try {
      if (proof !== null) await upgrade(proof)
      else if (sent) setStep('code')
      else await send()
    } catch (error) {
      setRefused(error)
    } finally {
      setBusy(false)
    }
  }

  if (step === 'code' && sent) {
    return (
      <CodeStep
        onBack={() => setStep('details')}
        onCode={prove}
        onResend={send}
        onSent={setSent}
        phone={phone}
        sent={sent}
      />
    )
  }
  return (
    <DetailsStep
      busy={busy}
      details={details}
      onCancel={onClose}
      onChange={(now) => {
        setRefused(null)
        setDetails(now)
      }}
      onSubmit={submit}
      phone={phone}
      proved={proof !== null}
      refused={refused}
    />
  )
}

const detailsOf = ({ firstName, lastName, email, locale }: Customer): Details => ({
  firstName,
  lastName: lastName ?? '',
  email: email ?? '',
  locale,
  wishes: {},
})

/** Only changed values. */
function changed(customer: Customer, { wishes: _, ...details }: Details) {
  const before: Readonly<Record<string, unknown>> = { ...detailsOf(customer) }
  const given = Object.entries(details).map(([field, value]) => [field, value.trim()])
  return Object.fromEntries(given.filter(([field, value]) => value && value !== before[field!])) as Partial<
    typeof details
  >
}
