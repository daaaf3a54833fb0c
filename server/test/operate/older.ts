import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'

/** The program as it was before these migrations: an upgrade begins with its database. Returns its command. */
export function olderProgram(folder: string, without: (migration: string) => boolean): string {
  const server = path.join(folder, 'server')
  mkdirSync(path.join(server, 'migrations'), { recursive: true })
  cpSync('server/dist', path.join(server, 'dist'), { recursive: true })
  cpSync('server/package.json', path.join(server, 'package.json'))
  linkModules(folder)
  for (const name of readdirSync('server/migrations').filter((one) => !without(one)))
    cpSync(path.join('server/migrations', name), path.join(server, 'migrations', name))
  return path.join(server, 'dist/kith.mjs')
}

function linkModules(folder: string): void {
  for (const modules of ['node_modules', 'server/node_modules'])
    if (existsSync(modules)) symlinkSync(path.resolve(modules), path.join(folder, modules))
}

const MOST_BYTES = 2 ** 30

/** The program of a commit, built from its own sources and beside its own migrations. Returns its command. */
export function programOf(commit: string, folder: string): string {
  mkdirSync(folder, { recursive: true })
  const input = execFileSync('git', ['archive', '--format=tar', commit, 'server'], { maxBuffer: MOST_BYTES })
  execFileSync('tar', ['-x', '-C', folder], { input })
  linkModules(folder)
  execFileSync(process.execPath, ['server/build.mjs'], { cwd: folder })
  return path.join(folder, 'server/dist/kith.mjs')
}
