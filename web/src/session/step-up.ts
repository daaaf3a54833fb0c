import { KithRefusal } from '@kith/sdk'

interface Asked {
  readonly resolve: (proved: boolean) => void
}

let asked: Asked | null = null
const listeners = new Set<() => void>()

/** What the modal looks at: whether somebody waits for a proof. */
export const stepUp = {
  isAsked: () => asked !== null,
  listen(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  answer(proved: boolean) {
    const waiting = asked
    asked = null
    waiting?.resolve(proved)
    tellAll()
  },
}

/** Makes a call; when the server wants a fresh proof of who is there, asks for it and makes the call again. */
export async function withProof<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof KithRefusal && error.code === 'proof_needed') || !(await ask())) throw error
    return call()
  }
}

function ask(): Promise<boolean> {
  return new Promise((resolve) => {
    const before = asked
    // Two calls that want a proof at once are answered by the same.
    asked = {
      resolve(proved) {
        before?.resolve(proved)
        resolve(proved)
      },
    }
    tellAll()
  })
}

const tellAll = () => {
  for (const listener of listeners) listener()
}
