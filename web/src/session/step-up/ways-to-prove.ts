import { login } from '../carry.ts'
import { passkeysWork } from '../sign-in/passkey.ts'

export type Way = 'password' | 'totp' | 'passkey' | 'sms'

interface Ways {
  readonly own: readonly Way[]
  /** Providers ask on a page of their own. */
  readonly providers: readonly { readonly name: string; readonly label: string }[]
}

/** The logins of this account that can confirm the user's identity, the quickest first. */
export async function waysToProve(): Promise<Ways> {
  const [me, passkeys, links, offered] = await Promise.all([
    login.accounts.me(),
    login.accounts.listPasskeys(),
    login.accounts.listLinks(),
    login.accounts.listProviders(),
  ])
  const has: Record<Way, boolean> = {
    password: me.hasPassword,
    totp: me.secondFactors.includes('totp'),
    passkey: passkeys.items.length > 0 && passkeysWork(),
    sms: me.phone !== null,
  }
  return {
    own: (['password', 'totp', 'passkey', 'sms'] as const).filter((way) => has[way]),
    providers: offered.items.filter(({ name }) => links.items.some(({ provider }) => provider === name)),
  }
}
