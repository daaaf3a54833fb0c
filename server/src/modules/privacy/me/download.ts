import type { Answered, Entrance, Input, Output, TextStream } from '../../../kit/endpoint.ts'
import { inTenant } from '../../../kit/transaction.ts'
import type { linkExport } from '../exports/contract.ts'
import { fetchArchive, makeLink } from '../exports/download.ts'
import { downloadOwnExport } from './contract.ts'

/** The person's own export: only for their own login. */
export async function giveOwnLink(
  { db, caller }: Entrance,
  input: Input<typeof linkExport>,
): Promise<Answered<Output<typeof linkExport>>> {
  return { body: await inTenant(db, caller, (ctx) => makeLink(ctx, downloadOwnExport.path, input)) }
}

export function downloadOwn(
  entrance: Entrance,
  { token, customerId }: Input<typeof downloadOwnExport> & { customerId: string },
): Promise<TextStream> {
  return fetchArchive(entrance, token, customerId)
}
