import {
  execute,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import type { Answered, Entrance, Input, Output } from '../../kit/endpoint.ts'
import { Refusal, TooManyRequests } from '../../kit/refusal.ts'
import { atMost } from './at-most.ts'
import { type query as endpoint, NoIdempotency } from './contract.ts'
import { costOf, refuseSprawling } from './cost.ts'
import { type Asking, inGraphQL } from './resolve.ts'
import { graphqlSchema } from './schema.ts'

const MOST_TOKENS = 2_000
/** Of one query: others need connections to the database, too. */
const FIELDS_AT_ONCE = 4
type Answer = Answered<Output<typeof endpoint>>

/** Each field is an operation in a transaction of its own. */
export async function runQuery(
  entrance: Entrance,
  { query, variables, operationName }: Input<typeof endpoint>,
): Promise<Answer> {
  const schema = graphqlSchema()
  const values = variables ?? {}
  try {
    const document = parse(query, { maxTokens: MOST_TOKENS })
    refuseSprawling(document)
    const rules = [
      ...specifiedRules,
      ...(entrance.db.config.KITH_REFERENCE === 'off' ? [NoSchemaIntrospectionCustomRule] : []),
    ]
    const wrong = validate(schema, document, rules, { maxErrors: 20 })
    if (wrong.length > 0) return refused(wrong)
    const operation = getOperationAST(document, operationName)
    const isChange = operation?.operation === OperationTypeNode.MUTATION
    if (isChange && entrance.headers['idempotency-key'] !== undefined) throw NoIdempotency()
    const given = operation && getVariableValues(schema, operation.variableDefinitions ?? [], values, { maxErrors: 20 })
    if (given?.errors) return refused(given.errors)
    const cost = operation ? costOf(schema, document, operation, given!.coerced, entrance.caller.perMinute) : 0
    // The request itself counts as one.
    await entrance.charge?.(cost - 1)
    const asking: Asking = { ...entrance, inTurn: atMost(FIELDS_AT_ONCE) }
    const result = await execute({
      schema,
      document,
      variableValues: values,
      operationName: operationName ?? null,
      contextValue: asking,
    })
    return {
      body: {
        ...(result.data !== undefined && { data: result.data }),
        ...(result.errors && { errors: result.errors.map(shown) }),
        extensions: { cost },
      },
    }
  } catch (error) {
    if (error instanceof GraphQLError) return refused([error])
    // With its Retry-After, as everywhere else.
    if (error instanceof Refusal && error.kind.code === TooManyRequests.code) throw error
    if (error instanceof Refusal) return refused([inGraphQL(entrance, error)])
    throw error
  }
}

const refused = (errors: readonly GraphQLError[]): Answer => ({ body: { errors: errors.map(shown) } })
/** Of a message that quotes what was sent nothing is kept back: it goes to the one who sent it. */
const shown = (error: GraphQLError) => ({
  ...error.toJSON(),
  extensions: { code: 'graphql.invalid', ...error.extensions },
})
