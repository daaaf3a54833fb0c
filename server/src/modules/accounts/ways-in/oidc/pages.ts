import type { Answered } from '../../../../kit/endpoint.ts'
import { Refusal } from '../../../../kit/refusal.ts'

type Page = Omit<Answered<unknown>, 'body' | 'location'> & { readonly location: string }
/** Behind the #, so that no server on the way logs it. */
type Told = Readonly<Record<string, string>>

/** The page that goes on with a sign-in, or says why it does not. */
export const signInPage = (tenant: string, returnTo: string) => (told: Told) =>
  `/account/sign-in#${new URLSearchParams({ tenant, returnTo, ...told })}`

/** The page from which a provider was to be linked. */
export const ownPage = (returnTo: string) => (told: Told) => `${returnTo.split('#')[0]}#${new URLSearchParams(told)}`

/** Who comes by following a link sees pages: a refusal becomes one that names its code. */
export async function endAtPage(
  failed: (told: Told) => string,
  work: () => Promise<Page>,
  cookies: Page['cookies'] = [],
): Promise<Answered<{ done: true }>> {
  const body = { done: true as const }
  try {
    return { body, ...(await work()) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { body, location: failed({ error: error.kind.code }), cookies: [...cookies] }
  }
}
