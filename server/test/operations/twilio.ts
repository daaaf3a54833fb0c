import { createHmac, randomUUID } from 'node:crypto'
import { PUBLIC } from '../../src/modules/accounts/ways-in/oidc/oidc.harness.ts'
import { aTenant, aWorld } from '../harness.ts'
import { example, type Here } from './here.ts'

const TOKEN = 'the token of the account'

/** To a server that sends by Twilio; the others show their messages in the inbox. */
export async function reportOfTwilio(here: Here) {
  const world = await aWorld({
    KITH_PUBLIC_URL: PUBLIC,
    KITH_DEV_INBOX: 'off',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: '+15005550006',
  })
  try {
    const { id } = await aTenant(world)
    const path = `/api/v1/messages/twilio-status/${id}?message=${randomUUID()}`
    const form = Object.entries(example('messages.twilioStatus') as Record<string, string>)
    const signature = createHmac('sha1', TOKEN)
      .update(`${PUBLIC}${path}${form.flat().join('')}`)
      .digest('base64')
    await fetch(world.url + path, {
      method: 'POST',
      headers: { 'x-twilio-signature': signature },
      body: new URLSearchParams(form),
    })
    for (const answer of world.seen.answers) here.world.seen.answers.add(answer)
  } finally {
    await world.close()
  }
}
