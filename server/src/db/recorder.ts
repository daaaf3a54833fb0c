import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { threadId } from 'node:worker_threads'
import type pg from 'pg'
import { OF_A_TENANT, PLANNED_ANEW } from './pool.ts'

/** What a transaction has said of itself before a statement: its tenant, the role that looks across tenants, or neither. */
export type Sender = 'tenant' | 'kith_platform' | 'none'

export interface Recorded {
  readonly as: Sender
  readonly text: string
}

/**
 * For `npm run queries`: every text that these connections send, once, without its values, in a file of this process. Does
 * nothing unless KITH_RECORD_QUERIES names a folder.
 */
export function recordStatements(pool: pg.Pool, folder = process.env['KITH_RECORD_QUERIES']): void {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${process.pid}-${threadId}.ndjson`)
  pool.on('connect', (client) => record(client, (one) => keep(file, one)))
}

function record(client: pg.PoolClient, told: (one: Recorded) => void): void {
  const send: (...sent: unknown[]) => unknown = client.query.bind(client)
  let as: Sender = 'none'
  const recorded = (...sent: unknown[]) => {
    const text: unknown = typeof sent[0] === 'string' ? sent[0] : Object(sent[0]).text
    if (typeof text === 'string') {
      as = senderAfter(text, as)
      told({ as, text: normalised(text) })
    }
    return send(...sent)
  }
  client.query = recorded as typeof client.query // It answers as the one it wraps.
}

function senderAfter(text: string, before: Sender): Sender {
  if (text.includes('set local app.tenant')) return 'tenant'
  if (text.includes('set local role kith_platform')) return 'kith_platform'
  return /^\s*(commit|rollback)\b/.test(text) ? 'none' : before
}

const kept = new Set<string>()

function keep(file: string, one: Recorded): void {
  const line = `${JSON.stringify(one)}\n`
  if (kept.has(file + line)) return
  kept.add(file + line)
  try {
    appendFileSync(file, line)
  } catch {
    // A full disk fails no statement.
  }
}

/** A literal is put aside between two of these, which no statement has. */
const ASIDE = /\uE000(\d+)\uE000/g

/**
 * The same text for the same statement: on one line, its places for values numbered anew, many rows as one, and without
 * anything that could be a value. Normalised once more it stays as it is.
 */
export function normalised(text: string): string {
  const isMade = text.includes(PLANNED_ANEW) || text.includes(OF_A_TENANT)
  const literals: string[] = []
  const aside = text.replaceAll(/'(?:[^']|'')*'/g, (literal) => {
    literals.push(!isMade && CONSTANT.test(literal) ? literal : "'…'")
    return `\uE000${literals.length - 1}\uE000`
  })
  let place = 0
  return aside
    .replaceAll(/--[^\n]*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?, ?/g, ', ')
    .replaceAll(/\( /g, '(')
    .replaceAll(/ \)/g, ')')
    .trim()
    .replaceAll(/\$\d+/g, '$')
    .replaceAll(isMade ? /(?<![\w\uE000$.])\d+(?![\w\uE000])/g : /(?<![\w\uE000$.])\d{5,}(?![\w\uE000])/g, '0')
    .replaceAll(/(\([^()]*\))(?:, \1)+/g, '$1')
    .replaceAll(/\bin \(\$(?:, \$)*\)/gi, 'in ($, …)')
    .replaceAll(/\barray\[\$(?:, \$)*\]/gi, 'array[$, …]')
    .replaceAll(/\$/g, () => `$${++place}`)
    .replaceAll(ASIDE, (_, at: string) => literals[Number(at)]!)
}

/** As a program writes it, and no identifier: `'placed'`, `'10 minutes'`. */
const CONSTANT = /^'[-{}a-z0-9 ._:%]{0,31}'$/
