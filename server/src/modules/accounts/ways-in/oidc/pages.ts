import type { Answered } from '../../../../kit/endpoint.ts'
import { Refusal } from '../../../../kit/refusal.ts'

type Page = Omit<Answered<unknown>, 'body' | 'location'> & { readonly location: string }
/** Behind the #, so that servers on the way do not log it. */
type Told = Readonly<Record<string, string>>

/** The page that continues a sign-in, or shows its error. */
export const signInPage = (tenant: string, returnTo: string) => (told: Told) =>
  `/account/sign-in#${new URLSearchParams({ tenant, returnTo, ...told })}`

/** The page from which linking a provider was started. */
export const ownPage = (returnTo: string) => (told: Told) => `${returnTo.split('#')[0]}#${new URLSearchParams(told)}`

/** A browser that follows a link needs a page: an error becomes a redirect with its code. */
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
