import type pg from 'pg'
import { codeOf, messageOf } from '../../src/error.ts'

interface Explained {
  /** To how many shards it would go at most, in any of its parts; null where nothing is distributed. */
  readonly tasks: number | null
  /** Why that could not be asked: a text without its values is not always a whole statement. */
  readonly trouble: string | null
}

/** Which of its places take the tenant: what it compares, and what it inserts. */
export function placesOfTenant(text: string): number[] {
  const compared = [
    ...text.matchAll(/\btenant_id"? = \(?\$(\d+)/g),
    ...text.matchAll(/\$(\d+)(?:::uuid)? = (?:\w+\.)?"?tenant_id\b/g),
  ]
  const [, columns = '', values = ''] =
    /\binsert into \S+(?: as \w+)? \(([^)]*)\) (?:values \(|select )(.*)/.exec(text) ?? []
  const at = columns.split(', ').findIndex((column) => column.replaceAll('"', '') === 'tenant_id')
  const inserted = at < 0 ? undefined : /^\$(\d+)/.exec(values.split(', ')[at] ?? '')?.[1]
  return [...new Set([...compared.map(([, place]) => Number(place)), ...(inserted ? [Number(inserted)] : [])])]
}

/** Plans it as a tenant, with nothing in its other places, and runs nothing. */
export async function tasksOf(client: pg.ClientBase, text: string, tenant: string): Promise<Explained> {
  const whole = text.replaceAll(', …', '').replaceAll(/(tenant_id"? = )'…'/g, `$1'${tenant}'`)
  const places = Math.max(0, ...[...whole.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place)))
  const tenants = placesOfTenant(whole)
  const values = Array.from({ length: places }, (_, n) => (tenants.includes(n + 1) ? `'${tenant}'` : 'null'))
  await client.query('begin')
  try {
    await client.query(`set local app.tenant = '${tenant}'`)
    await client.query(`prepare looked_at as ${whole}`)
    const given = values.length === 0 ? '' : `(${values})`
    const { rows } = await client.query(`explain (format json) execute looked_at${given}`)
    const counts = [...JSON.stringify(rows).matchAll(/"Task Count":(\d+)/g)].map(([, count]) => Number(count))
    return { tasks: counts.length === 0 ? null : Math.max(...counts), trouble: null }
  } catch (error) {
    return { tasks: null, trouble: `${codeOf(error)} ${messageOf(error)}` }
  } finally {
    await client.query('rollback')
    // Of what failed there is none.
    await client.query('deallocate looked_at').catch(() => {})
  }
}
