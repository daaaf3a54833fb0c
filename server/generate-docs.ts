import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { permissionsDoc } from './permissions-doc.ts'
import { readConfig, Settings } from './src/config.ts'
import { start } from './src/main.ts'

/** Writes openapi.json, docs/configuration.md and docs/permissions.md from the code. */
const folder = mkdtempSync(path.join(tmpdir(), 'kith-docs-'))
const running = await start(readConfig({ KITH_DATA: folder, KITH_DEMO: 'off', PORT: '0', LOG_LEVEL: 'silent' }), [
  'http',
])
const api = await (await fetch(`${running.url}/openapi.json`)).json()
await running.stop()
rmSync(folder, { recursive: true, force: true })
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
