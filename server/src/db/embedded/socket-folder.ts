import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { digest } from './data-folder.ts'
import { amRoot, type ServerUser, whatBlocks } from './server-user.ts'

export const SOCKET_PORT = 5432
/** Linux has room for 107 bytes, macOS for 103. */
const LONGEST_SOCKET_PATH = 103

/** The data folder, or a private one with a short name when a socket's path in there would be too long. */
export function socketFolder(dataFolder: string, user: ServerUser): string {
  if (isShort(dataFolder)) return dataFolder
  const name = `kith-${digest(dataFolder).slice(0, 16)}`
  const folders = [os.tmpdir(), '/tmp'].filter((tmp) => !amRoot() || whatBlocks(user, tmp) === null)
  const folder = folders.map((tmp) => path.join(tmp, name)).find(isShort)
  if (!folder) throw new Error(`No folder for the database's socket: ${os.tmpdir()} is too long or closed; set TMPDIR`)
  return makePrivate(folder, user)
}

const isShort = (folder: string) =>
  Buffer.byteLength(path.join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH

/** Every user may make folders in /tmp: one with this name that another user owns is a trap. */
function makePrivate(folder: string, { uid = process.getuid?.(), gid }: ServerUser): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const made = fs.lstatSync(folder)
  const ours = made.isDirectory() && (made.uid === uid || made.uid === process.getuid?.())
  if (!ours) throw new Error(`${folder} belongs to another user; name a shorter data folder with KITH_DATA`)
  if (made.uid !== uid) fs.lchownSync(folder, uid!, gid!)
  fs.chmodSync(folder, 0o700)
  return folder
}
