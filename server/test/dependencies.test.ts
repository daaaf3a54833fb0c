import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const Lock = z.object({
  packages: z.record(z.string(), z.object({ link: z.boolean().optional(), integrity: z.string().optional() })),
})

test('every package in the lock file has a hash', () => {
  const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const installed = Object.entries(packages).filter(([place, { link }]) => place.includes('node_modules/') && !link)
  expect(installed.length).toBeGreaterThan(300)
  const without = installed.filter(([, { integrity = '' }]) => !/^sha512-/.test(integrity)).map(([place]) => place)
  expect(without).toEqual([])
})

test('an audit without an answer fails and says so, unless a closed network allows it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-npm-'))
  const npm = path.join(folder, 'npm')
  const audit = (says: string, env: Record<string, string> = {}) => {
    writeFileSync(npm, `#!/bin/sh\ncat <<'END'\n${says}\nEND\n`)
    chmodSync(npm, 0o755)
    const { PATH, KITH_AUDIT_OFFLINE: _, ...rest } = process.env
    const run = spawnSync(process.execPath, ['server/audit.mjs'], {
      encoding: 'utf8',
      env: { ...rest, PATH: `${folder}:${PATH}`, ...env },
    })
    return { code: run.status, said: run.stdout }
  }
  const answer = (high: number) => JSON.stringify({ metadata: { vulnerabilities: { critical: 0, high, moderate: 2 } } })
  const refused = '{"error":{"code":"E405"}}'
  try {
    expect(audit(answer(0))).toEqual({ code: 0, said: 'npm audit: 0 critical, 0 high, 2 moderate\n' })
    expect(audit(answer(1)).code).toBe(1)
    for (const nothing of [refused, '', '<html>']) {
      expect(audit(nothing)).toEqual({ code: 1, said: expect.stringContaining('nothing was checked') })
    }
    const allowed = { code: 0, said: expect.stringContaining('NOTHING WAS CHECKED') }
    expect(audit(refused, { KITH_AUDIT_OFFLINE: 'allow' })).toEqual(allowed)
    expect(audit(answer(1), { KITH_AUDIT_OFFLINE: 'allow' }).code).toBe(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
