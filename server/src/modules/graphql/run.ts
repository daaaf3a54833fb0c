import {
  execute,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import type { Answered, Entrance, Input, Output } from '../../kit/endpoint.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { query as endpoint } from './contract.ts'
import { costOf, refuseSprawling } from './cost.ts'
import { inGraphQL } from './resolve.ts'
import { graphqlSchema } from './schema.ts'

const MOST_TOKENS = 2_000
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
    const defined = operation && getVariableValues(schema, operation.variableDefinitions ?? [], values)
    if (defined?.errors) return refused(defined.errors)
    // With the defaults that the operation gives its variables.
    const cost = operation && defined ? costOf(schema, document, operation, defined.coerced) : 0
    const result = await execute({
      schema,
      document,
      variableValues: values,
      operationName: operationName ?? null,
      contextValue: entrance,
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
