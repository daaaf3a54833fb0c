import { statfs } from 'node:fs/promises'

const MEGABYTE = 1024 * 1024
const LOOK_EVERY_MS = 10_000
/** PostgreSQL writes its log in files of this size; without room for the next one it stops. */
const FULL_BELOW_MB = 16

interface Room {
  readonly freeMb: number
  /** A message, if there is too little. */
  readonly trouble: string | null
}

/** Free bytes on the disk of this folder, for a process that is not root. */
export async function roomIn(folder: string, lowMb: number): Promise<Room> {
  const { bavail, bsize } = await statfs(folder)
  const freeMb = Math.floor((bavail * bsize) / MEGABYTE)
  return { freeMb, trouble: freeMb < lowMb ? troubleAt(freeMb) : null }
}

const troubleAt = (freeMb: number) =>
  freeMb < FULL_BELOW_MB
    ? 'The disk of the database is full'
    : `The disk of the database is nearly full: ${freeMb.toLocaleString('en')} MB are left`

/** Logs when the disk runs full, and when there is room again. */
export function watchDisk(folder: string, lowMb: number, say: (line: string) => void) {
  let told: string | null = null
  const look = async () => {
    const { freeMb, trouble } = await roomIn(folder, lowMb)
    const about = trouble?.split(':')[0] ?? null
    if (about !== told) say(trouble ? `${trouble} (${folder})` : `There is room again: ${freeMb} MB (${folder})`)
    told = about
  }
  // The database itself reports a folder that cannot be read.
  const looking = () => void look().catch(() => {})
  looking()
  const clock = setInterval(looking, LOOK_EVERY_MS).unref()
  return {
    async stop() {
      clearInterval(clock)
    },
  }
}
