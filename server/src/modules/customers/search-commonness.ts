/** Up to so many are read and sorted; of more the latest are found sooner along the date. */
export const RARE_AT_MOST = 2_000

const REMEMBERED = 5_000
const FOR_MS = 600_000

/** Tokens that many carry, and since when this process knows it. The oldest is forgotten first. */
const common = new Map<string, number>()

const keyOf = (tenant: string, tokens: readonly (readonly number[])[]) => `${tenant} ${tokens.join(' ')}`

export function isCommon(tenant: string, tokens: readonly (readonly number[])[]): boolean {
  const since = common.get(keyOf(tenant, tokens))
  return since !== undefined && Date.now() - since < FOR_MS
}

export function noteCommon(tenant: string, tokens: readonly (readonly number[])[]): void {
  const key = keyOf(tenant, tokens)
  common.delete(key)
  common.set(key, Date.now())
  if (common.size > REMEMBERED) common.delete(common.keys().next().value!)
}
