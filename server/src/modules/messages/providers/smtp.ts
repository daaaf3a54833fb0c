import { createTransport } from 'nodemailer'
import type { Config } from '../../../config.ts'
import { codeOf } from '../../../error.ts'
import type { Outcome, Outgoing } from './outgoing.ts'

const TIMEOUT_MS = 10_000

export async function sendMail({ SMTP_URL, MAIL_FROM }: Config, message: Outgoing): Promise<Outcome> {
  if (SMTP_URL === undefined) return { status: 'never', error: 'no_provider' }
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { id, to, content } = message
  try {
    const { messageId } = await transport.sendMail({
      from: MAIL_FROM!,
      // As an object it is one address; in a string, a comma would make two.
      to: { name: '', address: to },
      subject: content.subject!,
      text: content.text,
      html: content.html!,
      // The same for every attempt, so that mailboxes detect repetitions.
      messageId: `<${id}@kith>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { status: 'sent', providerId: messageId }
  } catch (error) {
    const responseCode = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : null
    if (responseCode !== null) {
      return { status: responseCode >= 500 ? 'never' : 'later', error: `smtp_${responseCode}` }
    }
    // An address that SMTP cannot carry will stay undeliverable.
    const undeliverable = codeOf(error) === 'EENVELOPE'
    return { status: undeliverable ? 'never' : 'later', error: undeliverable ? 'address' : 'unreachable' }
  } finally {
    transport.close()
  }
}
