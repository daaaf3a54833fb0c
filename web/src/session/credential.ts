const KEPT = 'kith.key'

/** The one place that knows what this browser proves itself with. With a session cookie there will be nothing to keep. */
export const credential = {
  /** Of this tab only, and gone with it. */
  token: (): string | undefined => sessionStorage.getItem(KEPT) ?? undefined,
  keep: (key: string) => sessionStorage.setItem(KEPT, key),
  forget: () => sessionStorage.removeItem(KEPT),
}

export const demoIsOffered = () => 'demo' in document.documentElement.dataset

/** The key of the demo's owner, which the server gives only to the person at its own machine. */
export async function demoKey(): Promise<string> {
  const answer = await fetch('/demo/session')
  if (!answer.ok) throw new Error(`demo ${answer.status}`)
  return ((await answer.json()) as { apiKey: string }).apiKey
}
