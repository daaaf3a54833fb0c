type Asker = () => Promise<boolean>

let asker: Asker | null = null
let asking: Promise<boolean> | null = null

/** Asks the user to confirm their identity; false if they cancel. */
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
