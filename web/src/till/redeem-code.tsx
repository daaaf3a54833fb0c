import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Phone } from '../design/written.tsx'
import { useSession } from '../session/session.ts'
import { RefusedAlert } from './refused-alert.tsx'
import { CodeStep } from './upgrade/code-step.tsx'
import { sentNow, useSentCode } from './upgrade/sent-code.ts'

interface Props {
  readonly phone: string
  readonly onToken: (verificationToken: string) => Promise<void>
}

/** Above the limit of the business: the customer reads out a code that was sent to their phone. */
export function RedeemCode({ phone, onToken }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const [sent, setSent] = useSentCode(`redeem ${phone}`)
  const asked = { phone, purpose: 'redeem' } as const
  const send = async () => setSent(sentNow(await kith.verification.sendOtp(asked)))
  const first = useMutation({ mutationFn: send })
  if (!sent) {
    return (
      <Stack gap="xs">
        <Button loading={first.isPending} onClick={() => first.mutate()} size="sm" variant="default">
          {t('points.sendCode')}&nbsp;
          <Phone>{phone}</Phone>
        </Button>
        <RefusedAlert error={first.error} />
      </Stack>
    )
  }
  async function prove(code: string) {
    const { verificationToken } = await kith.verification.verifyOtp({ ...asked, code, handle: sent!.handle })
    setSent(null)
    await onToken(verificationToken)
  }
  return (
    <CodeStep onBack={() => setSent(null)} onCode={prove} onResend={send} onSent={setSent} phone={phone} sent={sent} />
  )
}
