import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'

interface Count {
  readonly table: string
  readonly rows: number
  readonly fate: 'erased' | 'kept'
}

/** What a reader knows of, by the table that holds it. Everything else is named in the details. */
const GOES = {
  customer_identifiers: 'contacts',
  addresses: 'addresses',
  messages: 'messages',
  customer_notes: 'notes',
  interactions: 'cases',
  accounts: 'accounts',
  payment_methods: 'cards',
  cart_lines: 'items',
} as const
const STAYS = {
  orders: 'orders',
  loyalty_entries: 'points',
  subscriptions: 'plans',
  consent_events: 'consents',
  privacy_requests: 'requests',
  audit_entries: 'entries',
} as const

/** Sums of rows in the order of the words; without what there is none of. */
function counted<Word extends string>(
  counts: readonly Count[],
  words: Readonly<Record<string, Word>>,
): [Word, number][] {
  return Object.entries(words).flatMap(([table, word]): [Word, number][] => {
    const rows = counts.filter((one) => one.table === table).reduce((sum, one) => sum + one.rows, 0)
    return rows > 0 ? [[word, rows]] : []
  })
}

/** The row of a message stays for the statistics, what it said does not. */
export const goesOf = (counts: readonly Count[]) => counted(counts, GOES)
export const staysOf = (counts: readonly Count[]) =>
  counted(
    counts.filter(({ fate }) => fate === 'kept'),
    STAYS,
  )

/** An erasure as a lawyer reads it: “2 contacts, 1 address”. */
export function useErasureWords() {
  const { t, i18n } = useTranslation()
  const number = useNumber()
  const list = (words: readonly string[]) => new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(words)
  return {
    goes: (counts: readonly Count[]) =>
      list([
        t('privacyGoes.profile'),
        ...goesOf(counts).map(([word, count]) => t(`privacyGoes.${word}`, { count, number: number(count) })),
      ]),
    stays: (counts: readonly Count[]) =>
      list([
        t('privacyGoes.totals'),
        ...staysOf(counts).map(([word, count]) => t(`privacyGoes.${word}`, { count, number: number(count) })),
      ]),
  }
}
