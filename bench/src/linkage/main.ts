import { parseArgs } from 'node:util'
import type { Field } from '../../../server/src/modules/duplicates/linkage/compare/kinds.ts'
import { type Linked, link } from '../../../server/src/modules/duplicates/linkage/link.ts'
import type { FoundPairs } from '../../../server/src/modules/duplicates/linkage/pairs/found.ts'
import {
  type Column,
  columnsBuilder,
  textOf,
  valuesIn,
} from '../../../server/src/modules/duplicates/linkage/records/columns.ts'
import { HELD, type Held, mapping } from '../../../server/src/modules/duplicates/linkage/records/mapping.ts'
import { type Accuracy, accuracy, bCubed, bestOf, truePairs } from './accuracy.ts'
import { eachRow } from './csv.ts'
import { makePeople } from './make.ts'
import { measureNames } from './names.ts'

const HELP = `npm run bench:linkage -- <csv> --map column=kind,column=kind,… [--truth column] [--threads n] [--model] [--errors n]
npm run bench:linkage -- --names <tsv of Arabic and Latin spellings>
npm run bench:linkage -- --make <n> > people.csv

Links the records of a file with the scorer of the product, unsupervised, and compares the result with the truth: a column that
is the same for records of one person (rec-7-org and rec-7-dup-0 are person 7). Nothing but the mapping is told.
Kinds: ${HELD.join(', ')}. A kind may be named several times.
`
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    map: { type: 'string', default: '' },
    truth: { type: 'string' },
    threads: { type: 'string', default: '2' },
    model: { type: 'boolean', default: false },
    errors: { type: 'string', default: '0' },
    names: { type: 'string' },
    make: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (options.names) process.stdout.write(measureNames(options.names))
else if (options.make) await makePeople(Number(options.make), (line) => void process.stdout.write(line))
else if (options.help || positionals.length !== 1 || options.map === '') process.stdout.write(HELP)
else await run(positionals[0]!)

async function run(file: string): Promise<void> {
  const { fields, valuesOf } = mapping(options.map.split(',').map(mapped))
  const started = performance.now()
  const { columns, truth } = await readFile(file, fields, valuesOf)
  const { count } = columns
  const read = performance.now()
  for (const column of columns.columns)
    if (valuesIn(column) === 1) say(`  nothing in ${column.field.name}: is the column called so?`)
  const linked = await link(columns, { threads: Number(options.threads) })
  const done = performance.now()
  const seconds = (done - started) / 1_000
  say(
    `${count} records, ${linked.passes.names.length} passes, ${linked.compared} pairs compared, ${linked.pairs.ones.length} kept`,
  )
  say(
    `${seconds.toFixed(1)} s (${((read - started) / 1_000).toFixed(1)} s reading), ${Math.round(linked.compared / ((done - read) / 1_000))} pairs/s with training, ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB at most`,
  )
  for (const { pass, records, pairs } of [...linked.leftOut].sort((a, b) => b.pairs - a.pairs).slice(0, 5))
    say(`  left out of ${pass}: blocks of ${records} records, ${pairs} pairs`)
  const { threshold, precision, recall } = linked.expected
  say(
    `expected at the chosen threshold of ${threshold.toFixed(2)} bits: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
  )
  if (options.truth) compared(linked, truth)
  if (options.model) for (const line of modelInWords(linked)) say(line)
  if (Number(options.errors) > 0) errors(linked, truth, columns.columns, Number(options.errors))
}

async function readFile(file: string, fields: readonly Field[], valuesOf: ReturnType<typeof mapping>['valuesOf']) {
  const builder = columnsBuilder(fields)
  const truth: string[] = []
  await eachRow(file, (row) => {
    builder.add(valuesOf(row))
    if (options.truth) truth.push(row(options.truth).replace(/^rec-(\d+)-.*$/, '$1'))
  })
  return { columns: builder.done(), truth }
}

function right({ ones, others }: FoundPairs, truth: readonly string[]) {
  return (n: number) => truth[ones[n]!] === truth[others[n]!]
}

function compared({ pairs, clusters, clustersAt, expected }: Linked, truth: readonly string[]): void {
  const all = truePairs(truth)
  const isRight = right(pairs, truth)
  const over = [...pairs.bits.keys()].filter((n) => pairs.bits[n]! >= expected.threshold)
  let [grouped, rightly] = [0, 0]
  for (const { records } of clusters) {
    grouped += (records.length * (records.length - 1)) / 2
    rightly += truePairs(records.map((record) => truth[record]!))
  }
  const best = bestOf(pairs.bits, isRight, all)
  say(`${all} true pairs, ${over.length} over the threshold`)
  row('pairwise, groups at the chosen threshold', accuracy(rightly, grouped, all))
  row('pairwise, scores at the chosen threshold', accuracy(over.filter(isRight).length, over.length, all))
  row(`pairwise, scores at the best threshold (${best.threshold.toFixed(2)})`, best)
  row('B³, groups at the chosen threshold', bCubed(groupsOf(clusters, truth.length), truth))
  row(
    `B³, groups at the best threshold (${best.threshold.toFixed(2)})`,
    bCubed(groupsOf(clustersAt(best.threshold), truth.length), truth),
  )
}

/** Of each record the first of its group. */
function groupsOf(clusters: Linked['clusters'], count: number): Int32Array {
  const groupOf = Int32Array.from({ length: count }, (_, record) => record)
  for (const { records } of clusters) for (const record of records) groupOf[record] = records[0]!
  return groupOf
}

function row(name: string, { precision, recall, f1 }: Accuracy): void {
  say(`${name.padEnd(50)} precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}`)
}

function modelInWords({ model }: Linked): string[] {
  const weights = model.fields.map(
    ({ name, person, strangers }) =>
      `${name}: ${person.map((m, level) => Math.log2(m / strangers[level]!).toFixed(1)).join(' ')}`,
  )
  return [`person ${model.person.toFixed(1)}, household ${model.household.toFixed(1)}`, ...weights]
}

function errors({ pairs, expected }: Linked, truth: readonly string[], columns: readonly Column[], most: number): void {
  const isRight = right(pairs, truth)
  const wrong = [...pairs.bits.keys()].filter((n) => pairs.bits[n]! >= expected.threshold !== isRight(n))
  for (const n of wrong.sort((a, b) => Math.abs(pairs.bits[b]!) - Math.abs(pairs.bits[a]!)).slice(0, most)) {
    say(`${isRight(n) ? 'missed' : 'wrong'} at ${pairs.bits[n]!.toFixed(1)} bits`)
    for (const record of [pairs.ones[n]!, pairs.others[n]!])
      say(`  ${columns.map((column) => textOf(column, column.ids[record]!)).join(' | ')}`)
  }
}

function mapped(one: string): { column: string; held: Held } {
  const [column = '', kind = ''] = one.split(/[=:]/).map((part) => part.trim())
  const held = HELD.find((known) => known === kind)
  if (!held) throw new Error(`${kind} is no kind; known are ${HELD.join(', ')}`)
  return { column, held }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
