interface Named {
  readonly name?: string | null
}

const LONGEST = 100

/** Better Auth has one name. One without a letter, or that is an e-mail, is a contact and names no person. */
export function namesOf({ name }: Named): { firstName?: string; lastName?: string } {
  const words = (name ?? '').normalize('NFC').split(/\s+/u).filter(Boolean)
  if (!words.some((word) => /\p{L}/u.test(word)) || words.some((word) => word.includes('@'))) return {}
  const [firstName = '', ...rest] = words
  return {
    firstName: firstName.slice(0, LONGEST),
    ...(rest.length > 0 && { lastName: rest.join(' ').slice(0, LONGEST) }),
  }
}
