import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { SchemaProblem } from '../db/problem.ts'

const Pending = z.object({ backupAt: z.string(), restoredAt: z.string() })
const fileIn = (folder: string) => path.join(folder, 'restored.json')

/** A restored database brings back the people erased since. It is marked before it is written, and not served before that is undone. */
export const markRestored = (folder: string, backupAt: string): void =>
  writeFileSync(fileIn(folder), `${JSON.stringify({ backupAt, restoredAt: new Date().toISOString() })}\n`, {
    mode: 0o600,
    flush: true,
  })

export const erasuresAreRepeated = (folder: string): void => rmSync(fileIn(folder), { force: true })

/** The time of the backup, while the erasures since are still to be repeated. */
export function pendingSince(folder: string): string | null {
  if (!existsSync(fileIn(folder))) return null
  return Pending.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).backupAt
}

export function refuseUnlessRepeated(folder: string | null): void {
  const backupAt = folder && pendingSince(folder)
  if (backupAt === null) return
  throw new SchemaProblem(
    `This database was restored from a backup of ${backupAt}: run \`kith privacy repeat-erasures\` with the ledger, or \`kith restore --no-erasures\` if no person was erased since`,
  )
}
