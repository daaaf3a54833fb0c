import { GraphQLError } from 'graphql'
import { refusalOf } from '../../kit/database-faults.ts'
import type { Entrance } from '../../kit/endpoint.ts'
import { withMessages } from '../../kit/invalid.ts'
import type { Operation } from '../../kit/operate.ts'
import { InternalError, type Language, RecordDamaged, Refusal, said } from '../../kit/refusal.ts'
import { Unreadable } from '../../kit/sealed.ts'
import type { Together } from './together.ts'

type Arguments = Readonly<Record<string, unknown>>
/** What an operation is given. */
export type From = (source: unknown, args: Arguments, language: Language) => Arguments

export const fromArguments: From = (_, args) => args

/** Runs the operation; `shown` makes of its answer what the field is. */
export const resolve =
  (
    operation: Operation,
    from: From = fromArguments,
    shown: (answer: unknown, args: Arguments) => unknown = (answer) => answer,
  ) =>
  async (source: unknown, args: Arguments, together: Together): Promise<unknown> => {
    try {
      return shown(await together.run(operation, from(source, args, together.entrance.caller.language)), args)
    } catch (error) {
      throw inGraphQL(together.entrance, error)
    }
  }

/** With the code that every other way in gives. */
export function inGraphQL({ db, caller: { language, requestId } }: Entrance, error: unknown): GraphQLError {
  const refused = error instanceof Refusal ? error : (refusalOf(error) ?? damageIn(error) ?? InternalError())
  if (refused.kind.code === InternalError.code) db.log.error({ err: error, requestId }, 'a GraphQL field failed')
  const { code, status } = refused.kind
  return new GraphQLError(said(refused, language), {
    extensions: { ...withMessages(refused.facts, language), code, status, requestId },
  })
}

const damageIn = (error: unknown) => (error instanceof Unreadable ? RecordDamaged() : null)
