import { writeFileSync } from 'node:fs'
import { permissionsDoc } from './permissions-doc.ts'
import { Settings } from './src/config.ts'
import { growth } from './src/growth.ts'
import { boundInWords } from './src/kit/growth.ts'
import { apiDocument } from './src/kit/http/openapi.ts'
import { modules } from './src/modules.ts'

/** Writes openapi.json, docs/configuration.md, docs/permissions.md and docs/what-grows.md from the code. */
const api = await apiDocument(modules.flatMap((module) => module.routes))
writeFileSync('openapi.json', `${JSON.stringify(api, null, 2)}\n`)

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
