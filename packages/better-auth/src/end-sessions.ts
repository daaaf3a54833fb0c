import type { AuthContext } from 'better-auth'

/** What Better Auth keeps of a customer ends, at every login. Kith ends only its own sessions when it suspends one. */
export async function endSessionsOf(auth: Keeping, customerId: string): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context
  const where = [{ field: 'customerId', value: customerId }]
  const users = await adapter.findMany<{ id: string }>({ model: 'user', where })
  for (const { id } of users) await internalAdapter.deleteUserSessions(id)
}

/** What of an instance of Better Auth is needed, whichever options it has. */
interface Keeping {
  readonly $context: Promise<
    Pick<AuthContext, 'internalAdapter'> & { readonly adapter: Pick<AuthContext['adapter'], 'findMany'> }
  >
}
