import type pg from 'pg'
import { codeOf, messageOf } from '../../src/error.ts'

/**
 * Why Citus 12.1 would refuse a statement that writes, by the rules of its planner (multi_router_planner.c): PostgreSQL
 * takes it apart, and nothing is run. Null where it would not.
 */
export async function refusedByCitus(owner: pg.ClientBase, text: string): Promise<string | null> {
  const whole = text
    .replaceAll(', …', '')
    .replaceAll(/(tenant_id"? = )'…'/g, `$1'00000000-0000-0000-0000-000000000000'`)
  if (!/\b(?:insert|update|delete)\b/i.test(whole)) return null
  await owner.query('begin')
  try {
    const tree = parse(await treeOf(owner, whole))
    const changing = await changingFunctions(owner)
    return (
      everyNode(tree)
        .filter((node) => node.kind === 'QUERY')
        .map((query) => refusalOf(query, changing))
        .find((refusal) => refusal !== null) ?? null
    )
  } catch (error) {
    return `${codeOf(error)} ${messageOf(error)}`
  } finally {
    await owner.query('rollback')
  }
}

/** As the body of a function, which PostgreSQL keeps taken apart. */
async function treeOf(owner: pg.ClientBase, text: string): Promise<string> {
  await owner.query(`prepare looked_at as ${text}`)
  const { rows: prepared } = await owner.query<{ types: string }>(
    `select array_to_string(parameter_types, ', ') as types from pg_prepared_statements where name = 'looked_at'`,
  )
  await owner.query('deallocate looked_at')
  await owner.query(
    `create function public.looked_at(${prepared[0]!.types}) returns int begin atomic ${text}; select 1; end`,
  )
  const { rows } = await owner.query<{ tree: string }>(
    `select prosqlbody::text as tree from pg_proc where proname = 'looked_at' and pronamespace = 'public'::regnamespace`,
  )
  return rows[0]!.tree
}

interface Changing {
  readonly isVolatile: ReadonlySet<string>
  /** The volatile ones too. */
  readonly isMutable: ReadonlySet<string>
  /** Types that are read from text by a function that is not immutable. */
  readonly types: ReadonlySet<string>
}

async function changingFunctions(owner: pg.ClientBase): Promise<Changing> {
  const { rows } = await owner.query<{ id: string; how: string }>(
    `select oid::text as id, provolatile::text as how from pg_proc where provolatile <> 'i'`,
  )
  const types = await owner.query<{ id: string }>(
    `select t.oid::text as id from pg_type t join pg_proc p on p.oid = t.typinput where p.provolatile <> 'i' and t.typtype = 'b'
        and t.typcategory <> 'A'`,
  )
  return {
    isVolatile: new Set(rows.filter(({ how }) => how === 'v').map(({ id }) => id)),
    isMutable: new Set(rows.map(({ id }) => id)),
    types: new Set(types.rows.map(({ id }) => id)),
  }
}

type Value = Node | string | readonly Value[]
interface Node {
  readonly kind: string
  readonly fields: ReadonlyMap<string, Value>
}

/** `{KIND :field value …}` and `(value …)`, as PostgreSQL writes its trees. */
function parse(written: string): Value {
  const tokens = written.match(/[{}()]|(?:\\.|[^\s{}()\\])+/gs) ?? []
  let at = 0
  const value = (): Value => {
    const token = tokens[at++]!
    if (token === '(') {
      const list: Value[] = []
      while (tokens[at] !== ')') list.push(value())
      at++
      return list
    }
    if (token !== '{') return token
    const kind = tokens[at++]!
    const fields = new Map<string, Value>()
    while (tokens[at] !== '}') {
      const name = tokens[at++]!.slice(1)
      const values: Value[] = []
      while (tokens[at] !== '}' && !isField(tokens[at]!)) values.push(value())
      fields.set(name, values.length === 1 ? values[0]! : values)
    }
    at++
    return { kind, fields }
  }
  const isField = (token: string) => /^:[a-zA-Z_.]+$/.test(token)
  return value()
}

const isNode = (value: Value): value is Node => typeof value === 'object' && 'kind' in value
const below = (value: Value): readonly Value[] =>
  typeof value === 'string' ? [] : isNode(value) ? [...value.fields.values()] : value
const everyNode = (value: Value): Node[] => [...(isNode(value) ? [value] : []), ...below(value).flatMap(everyNode)]
const partOf = ({ fields }: Node, name: string): Value => fields.get(name) ?? []

const UPDATE = '2'
const INSERT = '3'
const DELETE = '4'

function refusalOf(query: Node, changing: Changing): string | null {
  const command = partOf(query, 'commandType')
  if (command !== UPDATE && command !== DELETE && command !== INSERT) return null
  if (everyNode(partOf(query, 'returningList')).some((node) => isMutable(node, changing)))
    return 'a function that is not immutable in RETURNING'
  if (command === INSERT) {
    const conflict = everyNode(partOf(query, 'onConflict'))
    return conflict.some((node) => isMutable(node, changing)) ? 'a function that is not immutable in ON CONFLICT' : null
  }
  const all = everyNode(query)
  if (all.some((node) => functionsOf(node).some((id) => changing.isVolatile.has(id))))
    return 'a volatile function in what is updated or deleted'
  const own = [partOf(query, 'targetList'), partOf(query, 'jointree')].flatMap(withoutSubqueries)
  if (own.some((node) => isMutable(node, changing) && withoutSubqueries([...node.fields.values()]).some(isColumn)))
    return 'a column goes into a stable function'
  const choices = own.filter(
    ({ kind }) => kind === 'COALESCEEXPR' || kind === 'COALESCE' || kind === 'CASEEXPR' || kind === 'CASE',
  )
  return choices.some((choice) => everyNode(choice).some((node) => isMutable(node, changing)))
    ? 'a function that is not immutable in CASE or COALESCE'
    : null
}

const isColumn = ({ kind }: Node) => kind === 'VAR'
const functionsOf = ({ fields }: Node): string[] =>
  ['funcid', 'opfuncid', 'aggfnoid'].map((name) => String(fields.get(name) ?? '0'))

function isMutable(node: Node, { isMutable: mutable, types }: Changing): boolean {
  if (node.kind === 'SQLVALUEFUNCTION') return true
  if (node.kind === 'COERCEVIAIO') return types.has(String(partOf(node, 'resulttype')))
  return functionsOf(node).some((id) => mutable.has(id))
}

function withoutSubqueries(value: Value): Node[] {
  if (!isNode(value)) return below(value).flatMap(withoutSubqueries)
  return value.kind === 'QUERY' ? [] : [value, ...below(value).flatMap(withoutSubqueries)]
}

/** What each server answers for itself: asked beside a table, a worker of Citus would answer for the coordinator. */
const OF_ONE_SERVER =
  /\b(?:pg_current_snapshot|pg_current_xact_id\w*|pg_snapshot_\w+|txid_\w+|pg_postmaster_start_time|pg_conf_load_time)\s*\(/i

/** Whether a statement on tables asks what only the server answers that Kith is connected to. */
export const asksAnotherServer = (text: string, tables: readonly string[]): boolean =>
  tables.length > 0 && OF_ONE_SERVER.test(text)
