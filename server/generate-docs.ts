import { writeFileSync } from 'node:fs'
import { eventsDoc } from './events-doc.ts'
import { permissionsDoc } from './permissions-doc.ts'
import { Settings } from './src/config.ts'
import { operationNames } from './src/contracts.ts'
import { growth } from './src/growth.ts'
import { boundInWords } from './src/kit/growth.ts'
import { apiDocument } from './src/kit/http/openapi.ts'
import { asyncApiDocument } from './src/modules/webhooks/index.ts'
import { modules } from './src/modules.ts'

const LINE = 140

/** Writes openapi.json, asyncapi.json, docs/configuration.md, docs/events.md, docs/permissions.md and docs/what-grows.md from the code. */
const api = apiDocument(
  modules.flatMap((module) => module.routes),
  operationNames,
)
writeFileSync('openapi.json', `${readable(api)}\n`)

const rows = Object.entries(Settings.shape).map(([name, shape]) => {
  const standard = shape.safeParse(undefined)
  const value = standard.success && standard.data !== undefined ? `\`${[standard.data].flat().join(' ')}\`` : ''
  return `| \`${name}\` | ${value === '``' ? '' : value} | ${shape.description ?? ''} |`
})
writeFileSync(
  'docs/configuration.md',
  `# Configuration

Generated from server/src/config.ts by \`npm run generate\`. Environment variables; a bad one stops the start with one line.

| setting | default | what it does |
|---|---|---|
${rows.join('\n')}
`,
)
const kinds = modules.flatMap((module) => module.events)
writeFileSync('asyncapi.json', `${readable(asyncApiDocument(kinds))}\n`)
writeFileSync('docs/events.md', eventsDoc())
writeFileSync('docs/permissions.md', permissionsDoc())
writeFileSync(
  'docs/what-grows.md',
  `# What grows, and what bounds it

Generated from what each module says of its tables by \`npm run generate\`. A job deletes for each tenant; \`kith jobs list\` says when. \`kith doctor\` prints sizes and growth.

| table | what bounds it |
|---|---|
${Object.entries(growth)
  .map(([name, { bound }]) => `| \`${name}\` | ${boundInWords(bound)} |`)
  .sort()
  .join('\n')}
`,
)

/** JSON in which what fits is on one line, and what is alone begins on the line of what it is in: a change is still seen, and the file is half as long. */
function readable(value: unknown, indent = ''): string {
  const short = JSON.stringify(value)
  if (short.length + indent.length <= LINE || typeof value !== 'object' || value === null) return short
  const [[name, only], ...more] = Object.entries(value) as [[string, unknown], ...unknown[]]
  if (more.length === 0)
    return Array.isArray(value) ? `[${readable(only, indent)}]` : `{${JSON.stringify(name)}: ${readable(only, indent)}}`
  const deeper = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((one) => readable(one, deeper))
    : Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${readable(one, deeper)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${indent}${close}`
}
