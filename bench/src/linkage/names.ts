import { readFileSync } from 'node:fs'
import { LEVELS } from '../../../server/src/modules/duplicates/linkage/compare/kinds.ts'
import { compareNames, readName } from '../../../server/src/modules/duplicates/linkage/compare/names.ts'
import { normal } from '../../../server/src/modules/duplicates/linkage/compare/normal.ts'
import { randomly } from '../../../server/src/modules/duplicates/linkage/model/random.ts'

const RANDOM_PAIRS = 300_000
const SOUNDS = LEVELS.name.indexOf('sounds')

/** How many spellings in both scripts meet, and how many of those drawn at random do. */
export function measureNames(file: string): string {
  const names = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t').map((text) => readName(normal('firstName', text))))
  const meet = (one: number, other: number) => compareNames(names[one]![0]!, names[other]![1]!) >= SOUNDS
  const met = names.filter((_, n) => meet(n, n)).length
  const next = randomly(7)
  let [wrong, drawn] = [0, 0]
  while (drawn < RANDOM_PAIRS) {
    const [one, other] = [next(names.length), next(names.length)]
    if (names[one]![0]!.compact === names[other]![0]!.compact || names[one]![1]!.compact === names[other]![1]!.compact)
      continue
    drawn++
    if (meet(one, other)) wrong++
  }
  return `${names.length} names, ${((100 * met) / names.length).toFixed(2)} % meet; ${((100 * wrong) / drawn).toFixed(4)} % of ${drawn} random pairs\n`
}
