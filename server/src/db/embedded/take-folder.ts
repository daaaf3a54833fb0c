import fs from 'node:fs'
import path from 'node:path'
import { syncFolder } from './half-made.ts'
import { amRoot, NOBODY, type ServerUser, serverUser, whatBlocks } from './server-user.ts'

/** Makes the folder and gives it to the user that PostgreSQL runs as. What lies in it keeps its owner. */
export function takeFolder(folder: string): ServerUser {
  const user = serverUser(folder)
  const firstMade = fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (firstMade) for (const made of between(firstMade, folder)) openTheWay(made)
  if (amRoot()) give(folder, user)
  fs.chmodSync(folder, 0o700)
  return user
}

/** When PostgreSQL cannot run as the folder's owner. */
export function giveToNobody(folder: string): boolean {
  if (!amRoot() || fs.statSync(folder).uid === NOBODY.uid || whatBlocks(NOBODY, path.dirname(folder))) return false
  give(folder, NOBODY)
  return true
}

const give = (folder: string, { uid, gid }: ServerUser) => fs.chownSync(folder, uid!, gid!)

function openTheWay(made: string): void {
  if (amRoot()) fs.chmodSync(made, 0o755)
  syncFolder(path.dirname(made))
}

/** The folders from the one above down to the one below, both included. */
function between(above: string, below: string): string[] {
  return above === below ? [below] : [...between(above, path.dirname(below)), below]
}
