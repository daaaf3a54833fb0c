import { valueFor, wordFor } from './words.ts'

type Language = 'en' | 'ar'

/** The data of one module. */
export interface Part {
  readonly name: string
  readonly held: Readonly<Record<string, unknown>>
}

const TEXTS = {
  en: {
    title: 'What we hold about you',
    made: 'Put together on',
    nothing: 'Nothing.',
    yes: 'Yes',
    no: 'No',
    also: 'The same data is beside this page as JSON files, for programs.',
  },
  ar: {
    title: 'ما نحتفظ به عنك',
    made: 'أُعدّ في',
    nothing: 'لا شيء.',
    yes: 'نعم',
    no: 'لا',
    also: 'توجد البيانات نفسها بجانب هذه الصفحة كملفات JSON للبرامج.',
  },
} as const

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:start;vertical-align:top}
th{width:14rem;font-weight:600;background:#f5f5f5}`

/** For the person, in their language. It runs nothing and loads nothing, and every value is escaped. */
export function page(parts: readonly Part[], language: Language, at: Date): string {
  const say = TEXTS[language]
  const sections = parts
    .filter(({ held }) => Object.keys(held).length > 0)
    .map(({ name, held }) => `<section><h2>${escaped(wordFor(name, language))}</h2>${shown(held, language)}</section>`)
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say.title}</title><style>${STYLE}</style></head>
<body><h1>${say.title}</h1><p>${say.made} <time>${at.toISOString()}</time>. ${say.also}</p>
${sections.join('\n')}
</body></html>
`
}

/** Below these, keys and values are free text of the business or the person. */
const MADE_UP = new Set(['extra', 'config', 'features', 'data', 'values', 'said'])

function shown(value: unknown, language: Language, field = ''): string {
  const say = TEXTS[language]
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? say.yes : say.no
  if (Array.isArray(value)) {
    return value.length === 0
      ? say.nothing
      : `<ol>${value.map((one) => `<li>${shown(one, language, field)}</li>`).join('')}</ol>`
  }
  if (typeof value === 'string') return `<bdi>${escaped(valueFor(field, value, language))}</bdi>`
  if (typeof value !== 'object' || value instanceof Date) return `<bdi>${escaped(plain(value))}</bdi>`
  const rows = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => {
      const within = MADE_UP.has(field) ? field : name
      return `<tr><th>${escaped(wordFor(name, language))}</th><td>${shown(inner, language, within)}</td></tr>`
    })
  return rows.length === 0 ? say.nothing : `<table>${rows.join('')}</table>`
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value))

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
