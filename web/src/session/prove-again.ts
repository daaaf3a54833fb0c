type Asker = () => Promise<boolean>

let asker: Asker | null = null
let asking: Promise<boolean> | null = null

/** Asks whoever sits here to prove again who they are; false when they would rather not. */
export function proveAgain(): Promise<boolean> {
  asking ??= (asker?.() ?? Promise.resolve(false)).finally(() => {
    asking = null
  })
  return asking
}

/** The dialog that asks. */
export function answerWith(by: Asker): () => void {
  asker = by
  return () => {
    asker = null
  }
}
