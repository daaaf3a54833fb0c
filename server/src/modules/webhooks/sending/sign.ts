import { Webhook } from 'standardwebhooks'

/** The headers of Standard Webhooks, by its own library: one signature for each secret that is valid. */
export function signed(id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
