import type { Config } from '../../../config.ts'
import { publicUrl } from '../../../kit/public-url.ts'

/** Whether an address is of this machine: nobody else can listen to what is sent there. */
export const isOwnMachine = ({ hostname }: URL) => /^(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

/** Where the pages of a business are, the public address first: also below its own name, and by name on a developer's machine. */
export function ownOrigins(config: Config, slug: string): string[] {
  const main = new URL(publicUrl(config))
  const byName = new URL(main)
  if (isOwnMachine(main)) byName.hostname = 'localhost'
  const below = new URL(byName)
  below.hostname = `${slug}.${byName.hostname}`
  return [...new Set([main.origin, byName.origin, below.origin])]
}

/** What passkeys are bound to. No browser takes the number of an address. */
export function relyingPartyId(config: Config): string {
  const main = new URL(publicUrl(config))
  return isOwnMachine(main) ? 'localhost' : main.hostname
}
