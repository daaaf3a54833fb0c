import type { Scope } from './src/kit/caller.ts'
import type { Allow } from './src/kit/endpoint.ts'
import { modules } from './src/modules.ts'
import { ROLES, type Role, SCOPES } from './src/permissions.ts'

const roles = Object.keys(ROLES) as Role[]
const scopes = Object.entries(SCOPES) as [Scope, string][]
const endpoints = modules.flatMap((module) => module.routes.map(({ endpoint }) => endpoint))
const needing = (allow: Allow) =>
  endpoints
    .filter((endpoint) => endpoint.allow === allow)
    .map(
      ({ method, path, also, freshProof }) =>
        `\`${method.toUpperCase()} ${path}\`${also ? ` with \`${also}\`` : ''}${freshProof ? ' †' : ''}`,
    )
    .sort()

/** docs/permissions.md: who may do what, and what needs which permission. */
export function permissionsDoc(): string {
  const rows = scopes.map(([scope, says]) => {
    const marks = roles.map((role) => ((ROLES[role] as readonly Scope[]).includes(scope) ? '●' : ''))
    return `| \`${scope}\` | ${says} | ${marks.join(' | ')} |`
  })
  const needs = [
    ['Anyone', needing('anyone')],
    ['Any API key, and any login of the staff', needing('staff')],
    ['Any login, about itself', needing('signed-in')],
    ['The login of a customer, or the token of a guest, about itself', needing('guest')],
    ...scopes.flatMap(([scope]) => [
      [`\`${scope}\``, needing(scope)],
      [`\`${scope}\`, or the login of this very customer`, needing(`self or ${scope}`)],
    ]),
  ] as [string, string[]][]
  return `# Permissions

Generated from server/src/kit/caller.ts and the contracts by \`npm run generate\`. A role belongs to a login of the staff, scopes to a role or an API key.
A customer’s login has no scope: it may do what concerns itself. A caller gives and takes only roles that may do no more than their own.

| permission | what it allows | ${roles.join(' | ')} |
|---|---|${roles.map(() => ':-:|').join('')}
${rows.join('\n')}

## What needs which

† A login must also have authenticated within the last minutes (\`POST /api/v1/auth/step-up\`); API keys are not asked.

${needs
  .filter(([, found]) => found.length > 0)
  .map(([who, found]) => `- ${who}: ${found.join(', ')}`)
  .join('\n')}
`
}
