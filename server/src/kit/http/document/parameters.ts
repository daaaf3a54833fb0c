import type { Json } from './schemas.ts'

/** What several operations take in the same way is written once. */
export class Parameters {
  readonly #names = new Map<string, string>()

  constructor(operations: readonly (readonly Json[])[]) {
    const [once, taken] = [new Set<string>(), new Set<string>()]
    for (const parameter of operations.flat()) {
      const written = JSON.stringify(parameter)
      const name = nameOf(parameter)
      if (once.has(written) && !this.#names.has(written) && !taken.has(name)) {
        this.#names.set(written, name)
        taken.add(name)
      }
      once.add(written)
    }
  }

  of(parameter: Json): Json {
    const name = this.#names.get(JSON.stringify(parameter))
    return name === undefined ? parameter : { $ref: `#/components/parameters/${name}` }
  }

  named = (): Json =>
    Object.fromEntries([...this.#names].map(([written, name]) => [name, JSON.parse(written)] as const).sort(byName))
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)

/** `customerId` in a path → `customerIdInPath`. */
const nameOf = ({ name, in: place }: Json) => `${name}In${place === 'path' ? 'Path' : 'Query'}`
