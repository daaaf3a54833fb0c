/** Room for the longest text that is compared. */
const MOST = 64
let [before, last, now] = [new Uint8Array(MOST + 1), new Uint8Array(MOST + 1), new Uint8Array(MOST + 1)]

/** How many slips lie between two texts: a letter more, less or other, two neighbours swapped. Beyond `most` it says `most + 1`. */
export function slips(one: string, other: string, most: number): number {
  const a = one.length > MOST ? one.slice(0, MOST) : one
  const b = other.length > MOST ? other.slice(0, MOST) : other
  if (Math.abs(a.length - b.length) > most || lettersApart(a, b) > 2 * most) return most + 1
  for (let j = 0; j <= b.length; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    now[0] = i
    let least = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const same = letter === b.charCodeAt(j - 1)
      let cost = Math.min(last[j]! + 1, now[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (!same && i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        cost = Math.min(cost, before[j - 2]! + 1)
      now[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[before, last, now] = [last, now, before]
  }
  return Math.min(last[b.length]!, most + 1)
}

/** How many letters only one of the two has: each slip brings at most two. */
function lettersApart(one: string, other: string): number {
  let [mine, theirs] = [0, 0]
  for (let i = 0; i < one.length; i++) mine |= 1 << (one.charCodeAt(i) & 31)
  for (let i = 0; i < other.length; i++) theirs |= 1 << (other.charCodeAt(i) & 31)
  let apart = 0
  for (let bits = mine ^ theirs; bits !== 0; bits &= bits - 1) apart++
  return apart
}

const [metA, metB] = [new Uint8Array(MOST), new Uint8Array(MOST)]

/** Jaro–Winkler: 1 for the same, 0 for nothing in common. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  const [n, m] = [Math.min(one.length, MOST), Math.min(other.length, MOST)]
  if (n === 0 || m === 0) return 0
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1)
  metA.fill(0, 0, n)
  metB.fill(0, 0, m)
  let common = 0
  for (let i = 0; i < n; i++) {
    const letter = one.charCodeAt(i)
    const end = Math.min(m, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (metB[j] === 1 || other.charCodeAt(j) !== letter) continue
      metA[i] = metB[j] = 1
      common++
      break
    }
  }
  if (common === 0) return 0
  let turned = 0
  for (let i = 0, j = 0; i < n; i++) {
    if (metA[i] === 0) continue
    while (metB[j] === 0) j++
    if (one.charCodeAt(i) !== other.charCodeAt(j)) turned++
    j++
  }
  const jaro = (common / n + common / m + (common - turned / 2) / common) / 3
  let begins = 0
  while (begins < 4 && begins < n && begins < m && one.charCodeAt(begins) === other.charCodeAt(begins)) begins++
  return jaro + begins * 0.1 * (1 - jaro)
}
