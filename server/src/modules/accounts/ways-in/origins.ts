import type { Config } from '../../../config.ts'
import { publicUrl } from '../../../kit/public-url.ts'

/** Whether a URL is of this machine, where no other party can listen. */
export const isOwnMachine = ({ hostname }: URL) => /^(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

/** The origins of a business's pages, the public one first: also below its own name, and by name on a developer's machine. */
export function ownOrigins(config: Config, slug: string): string[] {
  const main = new URL(publicUrl(config))
  const byName = new URL(main)
  if (isOwnMachine(main)) byName.hostname = 'localhost'
  const below = new URL(byName)
  below.hostname = `${slug}.${byName.hostname}`
  return [...new Set([main.origin, byName.origin, below.origin])]
}

/** The relying party id of passkeys. Browsers refuse an IP address. */
export function relyingPartyId(config: Config): string {
  const main = new URL(publicUrl(config))
  return isOwnMachine(main) ? 'localhost' : main.hostname
}
