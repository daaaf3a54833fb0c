import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'

/** The program as it was before these migrations: an upgrade begins with its database. Returns its command. */
export function olderProgram(folder: string, without: (migration: string) => boolean): string {
  const server = path.join(folder, 'server')
  mkdirSync(path.join(server, 'migrations'), { recursive: true })
  cpSync('server/dist', path.join(server, 'dist'), { recursive: true })
  cpSync('server/package.json', path.join(server, 'package.json'))
  for (const modules of ['node_modules', 'server/node_modules'])
    if (existsSync(modules)) symlinkSync(path.resolve(modules), path.join(folder, modules))
  for (const name of readdirSync('server/migrations').filter((one) => !without(one)))
    cpSync(path.join('server/migrations', name), path.join(server, 'migrations', name))
  return path.join(server, 'dist/kith.mjs')
}
