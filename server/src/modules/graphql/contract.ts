import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.ts'
import { refusal } from '../../kit/refusal.ts'

export const TooCostly = refusal('graphql.too_costly', 422, {
  en: 'This query asks for too much at once; ask for fewer or smaller pages.',
  ar: 'يطلب هذا الاستعلام أكثر مما يُسمح به في مرة واحدة؛ اطلب صفحات أقل أو أصغر.',
})
export const TooDeep = refusal('graphql.too_deep', 422, {
  en: 'This query is nested too deeply.',
  ar: 'تداخل هذا الاستعلام أعمق من المسموح به.',
})

export const NoIdempotency = refusal('graphql.no_idempotency', 400, {
  en: 'A change over GraphQL keeps no answer for an Idempotency-Key; leave it out, or use REST.',
  ar: 'التعديل عبر GraphQL لا يحفظ جوابًا لمفتاح Idempotency-Key؛ احذفه أو استخدم REST.',
})

export const query = endpoint({
  method: 'post',
  path: '/graphql',
  summary: 'Ask with GraphQL',
  description:
    'The same operations, permissions and errors as here: a field is `customersSuspend` where the operation is `customers.suspend`. Reads are queries, everything else mutations. `extensions.cost` says what a query cost: so many requests count against the limit of the caller. Changes take no `Idempotency-Key`.',
  tag: 'GraphQL',
  allow: 'customers:read',
  body: z.strictObject({
    query: z.string().max(20_000).optional().meta({ example: '{ customers(first: 2) { nodes { id name } } }' }),
    variables: z.record(z.string(), z.unknown()).nullable().optional(),
    operationName: z.string().max(200).nullable().optional(),
    extensions: z
      .looseObject({
        persistedQuery: z
          .object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) })
          .optional()
          .meta({ description: 'A hash in the place of a query that was sent before, as Apollo has it' }),
      })
      .optional(),
  }),
  example: { query: '{ customers(first: 2) { nodes { id name } } }' },
  output: z.object({
    data: z.record(z.string(), z.unknown()).nullable().optional(),
    errors: z
      .array(
        z.looseObject({
          message: z.string(),
          extensions: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
    extensions: z.object({ cost: z.int() }).optional(),
  }),
  refuses: [],
})
