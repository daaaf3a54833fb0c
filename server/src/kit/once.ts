import type { Context } from './context.ts'

/** Reads once in a transaction what does not change in it. */
export function oncePerTransaction<T>(read: (ctx: Context) => Promise<T>): (ctx: Context) => Promise<T> {
  const known = new WeakMap<Context, Promise<T>>()
  return (ctx) => {
    const reading = known.get(ctx) ?? read(ctx)
    known.set(ctx, reading)
    return reading
  }
}
