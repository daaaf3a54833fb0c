import fs from 'node:fs'
import path from 'node:path'
import { errno } from './errno.ts'
import { syncFolder } from './half-made.ts'
import { amRoot, NOBODY, type ServerUser, serverUser, whatBlocks } from './server-user.ts'

/** Makes the folder and gives it to the user that PostgreSQL runs as. What lies in it keeps its owner. */
export function takeFolder(folder: string): ServerUser {
  const user = serverUser(folder)
  for (const made of makeFolders(folder)) openTheWay(made)
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

/** Those that were missing, from above. Node's own `recursive` never returns where the system refuses to make any, as in /proc. */
function makeFolders(folder: string): string[] {
  if (fs.existsSync(folder)) return []
  const above = makeFolders(path.dirname(folder))
  try {
    fs.mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process was a moment faster.
    if (errno(error) === 'EEXIST') return above
    throw new Error(
      `The database cannot be in ${folder}: it cannot be made (${errno(error)}); name another folder with KITH_DATA`,
    )
  }
  return [...above, folder]
}
