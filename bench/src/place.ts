import pg from 'pg'
import type { Embedded } from '../../server/src/db/embedded/index.ts'
import type { Options } from './options.ts'

/** Where a part of the bench runs. */
export interface Place {
  readonly options: Options
  readonly data: string
  readonly database: Embedded
  /** Done at the end, the newest first. */
  close(how: () => Promise<unknown>): void
}

/** Stopped at the end. */
export function stopped<T extends { stop(): Promise<void> }>({ close }: Place, one: T): T {
  close(() => one.stop())
  return one
}

export async function ownerOf(place: Place): Promise<pg.Client> {
  const { host, port } = place.database
  const owner = new pg.Client({ host, port, user: 'postgres', database: 'kith' })
  await owner.connect()
  place.close(() => owner.end())
  return owner
}
