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
import { type query as endpoint, NoIdempotency } from './contract.ts'
import { costOf, refuseSprawling } from './cost.ts'
import { keepText, textOf } from './persisted.ts'
import { inGraphQL } from './resolve.ts'
import { graphqlSchema } from './schema.ts'
import { Together } from './together.ts'

const MOST_TOKENS = 2_000
type Answer = Answered<Output<typeof endpoint>>

/** Each field is an operation: reads in few transactions, each change in one of its own. */
export async function runQuery(
  entrance: Entrance,
  { query, variables, operationName, extensions }: Input<typeof endpoint>,
): Promise<Answer> {
  const schema = graphqlSchema()
  const values = variables ?? {}
  try {
    const { tenant, perMinute } = entrance.caller
    const hash = extensions?.persistedQuery?.sha256Hash
    const text = textOf(tenant, query, hash)
    const document = parse(text, { maxTokens: MOST_TOKENS })
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
    const cost = operation ? costOf(schema, document, operation, given!.coerced, perMinute) : 0
    // The request itself counts as one.
    await entrance.charge?.(cost - 1)
    keepText(tenant, text, hash)
    const result = await execute({
      schema,
      document,
      variableValues: values,
      operationName: operationName ?? null,
      contextValue: new Together(entrance),
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
