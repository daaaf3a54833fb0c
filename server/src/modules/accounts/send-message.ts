import type { Context } from '../../kit/context.ts'
export const outbox: Record<string, unknown>[] = []
export async function sendMessage(
  _: Context,
  message: {
    channel: string
    to: string
    template: string
    values: Record<string, unknown>
    language: string
    customerId: string | null
    expiresAt?: Date
  },
) {
  outbox.push(message)
  return { id: '' }
}
