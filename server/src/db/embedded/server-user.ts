import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { errno } from './errno.ts'

/** The user that PostgreSQL runs as; undefined: the user of this process. */
export interface ServerUser {
  readonly uid?: number | undefined
  readonly gid?: number | undefined
}

export const NOBODY = { uid: 65534, gid: 65534 }

export const amRoot = () => process.getuid?.() === 0

/** PostgreSQL refuses to run as root. Under root it runs as the owner of its folder, or as the user `nobody`. */
export function serverUser(dataFolder: string): ServerUser {
  if (!amRoot()) return {}
  if (!fs.existsSync(dataFolder)) return NOBODY
  const { uid, gid } = fs.statSync(dataFolder)
  return uid === 0 ? NOBODY : { uid, gid: gid || NOBODY.gid }
}

/**
 * The first folder on the way down to this one (included, if it exists) that the user may not enter. The system is
 * asked, not the mode bits: access lists and mounts have a say too.
 */
export function whatBlocks(user: ServerUser, folder: string): string | null {
  return firstFailing(user, '-x', wayDown(nearestExisting(folder)))
}

export const mayRead = (user: ServerUser, files: string[]) => firstFailing(user, '-r', files) === null

function firstFailing(user: ServerUser, test: '-x' | '-r', paths: string[]): string | null {
  const script = `for one do [ ${test} "$one" ] || { printf %s "$one"; exit; }; done`
  const asked = spawnSync('/bin/sh', ['-c', script, 'sh', ...paths], { ...spawnAs(user), cwd: '/', encoding: 'utf8' })
  if (!asked.error) return asked.stdout || null
  throw new Error(
    `PostgreSQL refuses to run as root, and this root cannot become user ${user.uid} (${errno(asked.error)}): start Kith as an ordinary user, or set DATABASE_URL`,
  )
}

export const spawnAs = ({ uid, gid }: ServerUser) => (uid === undefined || gid === undefined ? {} : { uid, gid })

export function nearestExisting(target: string): string {
  return fs.existsSync(target) || path.dirname(target) === target ? target : nearestExisting(path.dirname(target))
}

function wayDown(folder: string): string[] {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [...wayDown(parent), folder]
}
