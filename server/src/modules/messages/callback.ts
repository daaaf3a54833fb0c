import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../../config.ts'

/** The URL for Twilio's delivery reports. It has our message id, because Twilio's own id may arrive later. */
export function callbackUrl({ KITH_PUBLIC_URL }: Config, tenant: string, messageId: string): string | null {
  if (KITH_PUBLIC_URL === undefined) return null
  return `${KITH_PUBLIC_URL.replace(/\/+$/, '')}/api/v1/messages/twilio-status/${tenant}?message=${messageId}`
}

/** Twilio signs the called URL and every field of the form, in the order of their names. */
export function isSignedByTwilio(
  token: string,
  url: string,
  form: Readonly<Record<string, string>>,
  signature: string,
): boolean {
  const fields = Object.keys(form).sort()
  const signed = createHmac('sha1', token)
    .update(url + fields.map((name) => name + form[name]).join(''))
    .digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === signed.length && timingSafeEqual(given, signed)
}
