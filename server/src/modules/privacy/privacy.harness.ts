import { aPhone, type Shop, type World } from '../../../test/harness.ts'
import { runJob } from '../../kit/jobs.ts'
import { openLog } from '../../kit/log.ts'
import * as customers from '../customers/contract.ts'
import * as api from './contract.ts'
import { privacy } from './index.ts'

export const nobody = `cust_${'0'.repeat(32)}`
export const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

export async function aStub(at: Shop, input: Record<string, unknown> = {}): Promise<{ id: string; phone: string }> {
  const { body } = await at.call(customers.create, {
    type: 'stub',
    firstName: 'Salim',
    phone: aPhone(),
    ...input,
  } as never)
  return body
}

export async function aRequest(at: Shop, customerId: string, kind: string, receivedAt?: string) {
  const { body } = await at.call(api.recordRequest, {
    customerId,
    kind,
    text: 'as the law allows',
    receivedAt,
  } as never)
  return body
}

export const prove = (at: Shop, requestId: string) => at.call(api.noteIdentity, { requestId, proof: 'document' })

export function runNamed(world: World, name: string) {
  const job = privacy.jobs.find((one) => one.name === name)!
  return runJob(world.kith.db, job, openLog('silent'))
}

export async function runErrands(world: World, at: Shop) {
  for (const errand of privacy.errands) while (await errand.run(world.kith.db, at.id));
}

export async function eventsOf(world: World, at: Shop, type: string): Promise<Record<string, unknown>[]> {
  const { rows } = await world.owner.query('select data from events where tenant_id = $1 and type = $2 order by id', [
    at.id,
    type,
  ])
  return rows.map(({ data }) => data)
}
