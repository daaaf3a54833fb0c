import type { Scope } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import { consentMoments } from '../consent/index.ts'
import { changesOf, keyHolder } from '../customers/index.ts'
import { interactionMoments } from '../incoming/index.ts'
import { pointMoments } from '../loyalty/index.ts'
import { messageMoments } from '../messages/index.ts'
import { orderMoments } from '../orders/index.ts'
import type { MOMENT_KINDS, Moment } from './contract.ts'
import { notesOf, toNote } from './notes.ts'

/** Behind which moment a source goes on, in its own words. */
export type Place = readonly (string | number)[]
export interface Found {
  readonly at: number
  readonly place: Place
  readonly moment: Moment
}
interface Source {
  readonly needs?: Scope
  read(ctx: Context, customerId: string, after: Place | null, limit: number): Promise<readonly Found[]>
}

/** A kind of moment: where it is kept, read the latest first. */
export const SOURCES: Readonly<Record<(typeof MOMENT_KINDS)[number], Source>> = {
  order: {
    needs: 'orders:read',
    async read(ctx, customerId, after, limit) {
      const found = await orderMoments(ctx, customerId, dated(after), limit)
      return found.map(({ id, at, ...moment }) => placed(at, id, { kind: 'order', at: at.toISOString(), ...moment }))
    },
  },
  points: {
    needs: 'loyalty:read',
    async read(ctx, customerId, after, limit) {
      const place = after && ([new Date(Number(after[0])), String(after[1]), Number(after[2])] as const)
      const found = await pointMoments(ctx, customerId, place, limit)
      return found.map(({ at, customer, seq, ...moment }) => ({
        at: at.getTime(),
        place: [at.getTime(), customer, seq],
        moment: { kind: 'points', at: at.toISOString(), ...moment },
      }))
    },
  },
  consent: {
    async read(ctx, customerId, after, limit) {
      const found = await consentMoments(ctx, customerId, dated(after), limit)
      return found.map(({ id, at, ...moment }) => placed(at, id, { kind: 'consent', at: at.toISOString(), ...moment }))
    },
  },
  message: {
    async read(ctx, customerId, after, limit) {
      const found = await messageMoments(ctx, customerId, dated(after), limit)
      return found.map(({ id, at, ...moment }) =>
        placed(at, id, { kind: 'message', at: at.toISOString(), actor: null, ...moment }),
      )
    },
  },
  interaction: {
    needs: 'notes:read',
    async read(ctx, customerId, after, limit) {
      const found = await interactionMoments(ctx, customerId, dated(after), limit)
      return found.map(({ id, at, interaction }) =>
        placed(at, id, { kind: 'interaction', at: at.toISOString(), actor: null, interaction }),
      )
    },
  },
  note: {
    needs: 'notes:read',
    async read(ctx, customerId, after, limit) {
      const customer = await keyHolder(ctx, customerId)
      const place = dated(after)
      const all = notesOf(ctx, customerId)
      const rows = place ? all.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '<', tuple(...place))) : all
      const found = await rows.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
      return found.map((row) => {
        const note = toNote(ctx, customer, row)
        return placed(row.at, row.id, { kind: 'note', at: note.at, actor: note.actor, note })
      })
    },
  },
  change: {
    needs: 'customers:history',
    async read(ctx, customerId, after, limit) {
      const found: Found[] = []
      let last = after === null ? null : String(after[0])
      for (;;) {
        const changes = await changesOf(ctx, customerId, last, limit)
        for (const change of changes) {
          if (SAID_ELSEWHERE.test(change.action)) continue
          const { id, at, actor } = change
          found.push({ at: Date.parse(at), place: [id], moment: { kind: 'change', at, actor, change } })
        }
        if (changes.length < limit || found.length >= limit) return found.slice(0, limit)
        last = changes.at(-1)!.id
      }
    },
  },
}

/** Changes of which another kind of moment tells more. */
const SAID_ELSEWHERE = /^(?:order|interaction|loyalty|note|consent)\./

const dated = (after: Place | null) => after && ([new Date(Number(after[0])), String(after[1])] as const)
const placed = (at: Date, id: string, moment: Moment): Found => ({
  at: at.getTime(),
  place: [at.getTime(), id],
  moment,
})
