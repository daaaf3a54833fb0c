import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { SchemaProblem } from '../db/problem.ts'

const Pending = z.object({ backupAt: z.string(), restoredAt: z.string() })
const fileIn = (folder: string) => path.join(folder, 'restored.json')

/** A restored database brings back the people erased since. It is not served before that is undone. */
export const markRestored = (folder: string, backupAt: string): void =>
  writeFileSync(fileIn(folder), `${JSON.stringify({ backupAt, restoredAt: new Date().toISOString() })}\n`, {
    mode: 0o600,
    flush: true,
  })

export const erasuresAreRepeated = (folder: string): void => rmSync(fileIn(folder), { force: true })

export function refuseUnlessRepeated(folder: string | null): void {
  if (folder === null || !existsSync(fileIn(folder))) return
  const { backupAt } = Pending.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  throw new SchemaProblem(
    `This database was restored from a backup of ${backupAt}: run \`kith privacy repeat-erasures\` with the ledger, or \`kith restore --no-erasures\` if no person was erased since`,
  )
}
