import type pg from 'pg'
import { GROUPS } from './roles.ts'

/**
 * Who may do what, as the statements that make it so: row security, policies, privileges of our roles, and which views belong
 * to one of them. A dump restored without owners or privileges has lost these, and its tables look whole.
 */
export async function readRights(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(RIGHTS, [Object.keys(GROUPS)])
  return rows.map(({ statement }) => statement)
}

const RIGHTS = `
  with ours as (select oid, rolname from pg_roles where rolname = any ($1)),
    relations as (select * from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v'))
  select 1 as step, format('alter table %I enable row level security', relname) as statement from relations where relrowsecurity
  union all
  select 1, format('alter table %I force row level security', relname) from relations where relforcerowsecurity
  union all
  select 2, format('drop policy if exists %1$I on %2$I; create policy %1$I on %2$I as %3$s for %4$s to %5$s', polname, relname,
      case when polpermissive then 'permissive' else 'restrictive' end,
      case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      (select string_agg(name, ', ' order by name)
         from unnest(polroles) as role, lateral (select case role when 0 then 'public' else role::regrole::text end) as named (name)))
      || coalesce(' using (' || pg_get_expr(polqual, polrelid) || ')', '')
      || coalesce(' with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '')
    from pg_policy join relations on relations.oid = polrelid
  union all
  select 3, format('grant %s on %I to %I', privilege_type, relname, rolname)
    from relations, aclexplode(relacl) join ours on ours.oid = grantee where grantee <> relowner
  union all
  select 3, format('grant %s (%I) on %I to %I', privilege_type, attname, relname, rolname)
    from relations join pg_attribute on attrelid = relations.oid and not attisdropped,
      aclexplode(attacl) join ours on ours.oid = grantee where grantee <> relowner
  union all
  -- Only a role that may create here can be given something here.
  select 4, format('grant create on schema public to %2$I; alter view %1$I owner to %2$I; revoke create on schema public from %2$I',
      relname, rolname)
    from relations join ours on ours.oid = relowner where relkind = 'v'
  order by 1, 2`

/** Which of these the database lacks. The condition of a policy is left out: each version of PostgreSQL writes it in its own way. */
export async function missingRights(client: pg.ClientBase, wanted: readonly string[]): Promise<string[]> {
  const there = new Set((await readRights(client)).map(withoutCondition))
  return wanted.filter((statement) => !there.has(withoutCondition(statement)))
}

const withoutCondition = (statement: string) => statement.replace(/ (using|with check) \(.*$/s, '')
