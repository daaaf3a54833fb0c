import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'

/** Writes the generated part of the client: types, and the URL of each operation. */
const api = JSON.parse(readFileSync('openapi.json', 'utf8'))
const HEAD = '// Generated from openapi.json by `npm run generate`.\n\n'

const { schemas, responses: errors, parameters: shared } = api.components
const names = Object.keys(schemas).filter((name) => name !== 'Problem')
const named = (parameters = [], place) => parameters.filter((one) => one.in === place).map(({ name }) => name)
const referred = ({ $ref, ...own }) => ($ref ? shared[$ref.split('/').at(-1)] : own)
const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters = [], ...operation }]) => {
    return { path, method: method.toUpperCase(), ...operation, parameters: parameters.map(referred) }
  }),
)

/** Errors differ between operations only in their codes; headers are the client's own business. */
function slim({ parameters = [], responses, ...operation }) {
  const [done, refused] = [{}, new Set()]
  for (const [status, answer] of Object.entries(responses)) {
    const response = answer.$ref ? errors[answer.$ref.split('/').at(-1)] : answer
    const problem = response.content?.['application/problem+json']
    const { headers, ...told } = response
    if (problem === undefined) done[status] = told
    for (const code of problem?.schema.properties.code.enum ?? []) refused.add(code)
  }
  const code = { type: 'string', enum: [...refused].sort() }
  const schema = { type: 'object', properties: { code }, required: ['code'] }
  return {
    ...operation,
    parameters: parameters.map(referred).filter((one) => one.in !== 'header'),
    responses: { ...done, default: { description: 'Refused', content: { 'application/problem+json': { schema } } } },
  }
}

const UNSAID =
  /^ *(\w+\?: never;|headers: \{\n *\[name: string\]: unknown;\n *\};|\/\*\* (@enum \{\w+\}|@description (OK|Refused)) \*\/)\n/gm

/** Puts a block on one line where that is short, or where it has one member. */
function compact(text) {
  const lines = []
  const open = []
  for (const line of text.split('\n')) {
    const start = /^ *\}/.test(line) ? open.pop() : undefined
    if (line.endsWith('{')) open.push(lines.length)
    const [first, ...members] = start === undefined ? [] : lines.slice(start)
    const one = [first, ...members.map((member) => member.trim()), line.trim()].join(' ')
    const isPlain = members.length > 0 && members.every((member) => /;$|^ *\/\*.*\*\/$/.test(member))
    if (isPlain && (members.length === 1 || one.length <= WIDTH)) lines.splice(start, Infinity, one)
    else lines.push(line)
  }
  return lines.join('\n')
}
const WIDTH = 120

/** The operations and their types; an editor shows the description of each. */
function declared(nodes) {
  const summaries = new Map(operations.map(({ operationId, summary }) => [operationId, summary]))
  const list = nodes.find((node) => node.name.text === 'operations')
  for (const member of list.members) {
    const comment = `* ${summaries.get(member.name.text)} `
    ts.addSyntheticLeadingComment(member, ts.SyntaxKind.MultiLineCommentTrivia, comment, true)
  }
  const components = nodes.find((node) => node.name.text === 'components')
  return compact(astToString([components, list]).replaceAll(UNSAID, ''))
}

const slimmed = Object.entries(api.paths).map(([path, methods]) => [
  path,
  Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, slim(operation)])),
])
// A field with a default may be left out: answers say of each of theirs that it is required.
const nodes = await openapiTS(
  { ...api, paths: Object.fromEntries(slimmed), components: { schemas } },
  { defaultNonNullable: false },
)
writeFileSync('sdk/src/api.ts', HEAD + declared(nodes))
const types = names.map((name) => `export type ${name} = components['schemas']['${name}']`)
writeFileSync('sdk/src/types.ts', `${HEAD}import type { components } from './api.ts'\n\n${types.join('\n')}\n`)

/** A visitor's Idempotency-Key has no effect, so on operations open to visitors the key is the caller's choice. */
function keyOf({ parameters, security = [] }) {
  if (!named(parameters, 'header').includes('idempotency-key')) return ''
  const forVisitors = security.some((way) => Object.keys(way).length === 0)
  return `, key: '${forVisitors ? 'given' : 'made'}'`
}

const places = operations.map((operation) => {
  const { operationId, method, path, parameters } = operation
  const query = JSON.stringify(named(parameters, 'query'))
  return `  '${operationId}': { method: '${method}', path: '${path}', query: ${query}${keyOf(operation)} },`
})
writeFileSync(
  'sdk/src/places.ts',
  `${HEAD}import type { Operation, Place } from './shapes.ts'\n\nexport const PLACES: Record<Operation, Place> = {\n${places.join('\n')}\n}\n`,
)
