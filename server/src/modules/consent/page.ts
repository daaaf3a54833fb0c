import type { TextStream } from '../../kit/endpoint.ts'
import type { Language } from '../../kit/refusal.ts'

export interface Page {
  readonly language: Language
  readonly title: string
  /** HTML. */
  readonly body: string
  readonly status?: number
}

/** A page that loads nothing, runs nothing and posts only to its own URL. */
export function showPage({ language, title, body, status = 200 }: Page): TextStream {
  const html = `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'self'">
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>
  :root { color-scheme: light dark }
  body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 17px/1.7 system-ui, 'Segoe UI', Tahoma, sans-serif }
  button { font: inherit; padding: .6rem 1.4rem; border-radius: 8px; border: 0; background: #0a6b3d; color: #fff; cursor: pointer }
  button:focus-visible { outline: 3px solid #07f; outline-offset: 2px }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem }
  dt { opacity: .75 } dd { margin: 0; overflow-wrap: anywhere }
  article { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #bbb; border-radius: 8px; padding: 1rem }
  @media print { body { margin: 0 auto } button { display: none } }
</style></head><body><main><h1>${escaped(title)}</h1>
${body}
</main></body></html>
`
  return { contentType: 'text/html; charset=utf-8', status, chunks: once(html) }
}

export const directionOf = (language: Language) => (language === 'ar' ? 'rtl' : 'ltr')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)

async function* once(text: string) {
  yield text
}
