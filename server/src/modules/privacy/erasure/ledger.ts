import type { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { addLines } from '../../../kit/outside-file.ts'
import { sql } from '../tables.ts'
import { CertificateFile } from './contract.ts'
import type { Signer } from './signing.ts'

const PAGE = 500

/** Adds certificates to a file outside the database. Repeated lines are harmless. */
export async function addToLedger(
  path: string | undefined,
  signer: Signer,
  signed: readonly { readonly jws: string }[],
): Promise<void> {
  if (path === undefined || signed.length === 0) return
  const { privateJwk, id: thumbprint } = signer
  const lines = signed.map(({ jws }) => lineOf({ certificate: jws, key: publicPart.parse(privateJwk), thumbprint }))
  await addLines(path, lines)
}

/** Every certificate of this tenant, one a line, from the oldest. */
export async function* ledgerOf(ctx: Context): AsyncGenerator<string> {
  let after = ''
  for (;;) {
    const rows = await sql(ctx)
      .selectFrom('erasures')
      .innerJoin('certificate_keys', (join) =>
        join
          .onRef('certificate_keys.tenant_id', '=', 'erasures.tenant_id')
          .onRef('certificate_keys.id', '=', 'erasures.key_id'),
      )
      .select(['erasures.id', 'certificate', 'key_id', 'public_jwk'])
      .where('erasures.tenant_id', '=', ctx.tenant)
      .where('certificate', 'is not', null)
      .$if(after !== '', (query) => query.where('erasures.id', '>', after))
      .orderBy('erasures.id')
      .limit(PAGE)
      .execute()
    for (const row of rows)
      yield `${lineOf({ certificate: row.certificate!, key: publicPart.parse(row.public_jwk), thumbprint: row.key_id! })}\n`
    if (rows.length < PAGE) return
    after = rows.at(-1)!.id
  }
}

/** The certificates of a file: one alone, or a ledger with one a line. */
export function readLedger(name: string, text: string): { at: string; text: string }[] {
  const lines = text.split('\n').map((line, index) => ({ at: `${name}:${index + 1}`, text: line }))
  const written = lines.filter((line) => line.text.trim() !== '')
  return isJson(text) ? [{ at: name, text }] : written
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

type File = z.output<typeof CertificateFile>

const lineOf = (file: File) => JSON.stringify(file)

/** Leaves the private part out. */
const publicPart = CertificateFile.shape.key
