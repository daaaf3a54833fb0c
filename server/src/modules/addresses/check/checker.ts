import type { Config } from '../../../config.ts'
import { googleChecker } from './google.ts'
import type { Checker } from './port.ts'

const checkers = new WeakMap<Config, Checker>()

/** The provider of this installation; null without one: then only the rules of the countries apply. */
export function checkerOf(config: Config): Checker | null {
  const { GOOGLE_MAPS_API_KEY: key, GOOGLE_ADDRESS_VALIDATION_URL: url } = config
  if (key === undefined) return null
  const checker = checkers.get(config) ?? googleChecker({ key, url })
  checkers.set(config, checker)
  return checker
}
