import { KithRefusal } from '@kith/sdk'
import { type FormEvent, useState } from 'react'
import { changes, type Values } from './reconcile.ts'

interface Edit<One> {
  /** What is edited, as it was when the form opened. */
  readonly start: One
  readonly valuesOf: (one: One) => Values
  /** Saves what became different; what it returns is edited on. */
  readonly write: (from: One, values: Values) => Promise<One | undefined>
  /** As it is now, after another user has saved first. */
  readonly read: (from: One) => Promise<One>
}

/** A form whose save is refused when another user saved meanwhile: then `conflict` has both versions for `Conflict`. */
export function useVersionedEdit<One>({ start, valuesOf, write, read }: Edit<One>) {
  const [base, setBase] = useState(start)
  const [mine, setMine] = useState<Values>(() => valuesOf(start))
  const [theirs, setTheirs] = useState<{ readonly one: One } | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function save(from: One, values: Values) {
    setBusy(true)
    setRefused(null)
    try {
      const saved = await write(from, values)
      if (saved === undefined) return
      setBase(saved)
      setMine(valuesOf(saved))
    } catch (error) {
      if (error instanceof KithRefusal && error.code === 'version_conflict') setTheirs({ one: await read(from) })
      else setRefused(error)
    } finally {
      setBusy(false)
    }
  }
  const conflict = theirs && {
    base: valuesOf(base),
    busy,
    mine,
    theirs: valuesOf(theirs.one),
    onBack: () => setTheirs(null),
    onResolved: (values: Values) => {
      setBase(theirs.one)
      setMine(values)
      setTheirs(null)
      void save(theirs.one, values)
    },
  }
  return {
    base,
    busy,
    conflict,
    isChanged: Object.keys(changes(valuesOf(base), mine)).length > 0,
    mine,
    onChange: (changed: Values) => setMine((before) => ({ ...before, ...changed })),
    refused,
    reset: () => setMine(valuesOf(base)),
    submit: (event: FormEvent) => {
      event.preventDefault()
      void save(base, mine)
    },
  }
}
