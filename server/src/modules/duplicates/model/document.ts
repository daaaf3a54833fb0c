import { z } from 'zod'
import { keysOf } from '../../../kit/known.ts'
import { document, sealedForTenant } from '../../../kit/sealed.ts'
import { FIELDS } from '../compared.ts'
import { KINDS } from '../linkage/compare/kinds.ts'
import { type Model, priorModel } from '../linkage/model/model.ts'

const numbers = z.array(z.number())
/** What was learned: the weights, and of each field how many share a value that many have, by its keyed hash. */
const ModelDocument = z.object({
  person: z.number(),
  household: z.number(),
  fields: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(keysOf(KINDS)),
      person: numbers,
      strangers: numbers,
      follows: numbers,
      following: numbers,
      /** The share of a value that few have. */
      rare: z.number(),
      common: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
})
export type ModelDocument = z.output<typeof ModelDocument>

/** Another one is learned within a day. */
export const modelDocuments = sealedForTenant('duplicate_models', 'sealed', document(ModelDocument), {
  by: ['version'],
  mend: 'drop',
})

/** What decides until there is something to learn from, and its threshold in bits. */
const USUAL_CUSTOMERS = 5_000
export const USUAL_THRESHOLD = 3
const usual: Model = priorModel(FIELDS, (USUAL_CUSTOMERS * USUAL_CUSTOMERS) / 2, USUAL_CUSTOMERS * 0.05)
export const USUAL_DOCUMENT: ModelDocument = {
  person: usual.person,
  household: usual.household,
  fields: usual.fields.map((field) => ({
    ...field,
    person: [...field.person],
    strangers: [...field.strangers],
    following: [...field.following],
    follows: [...field.follows],
    rare: field.strangers[KINDS[field.kind].measure === 'name' ? 7 : field.strangers.length - 1]!,
    common: [],
  })),
}

/** Of what was not compared yet when it was learned, the usual weights. */
export function ofAllFields(learned: ModelDocument): ModelDocument {
  const fields = USUAL_DOCUMENT.fields.map((usual) => {
    const own = learned.fields.find(({ name }) => name === usual.name)
    return own?.person.length === usual.person.length ? own : usual
  })
  return { ...learned, fields }
}
