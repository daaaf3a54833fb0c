import type { Entrance, TextStream } from '../../kit/endpoint.ts'
import { inTenant } from '../../kit/transaction.ts'
import { escapeHtml } from './compose.ts'
import { type Inbox, readInbox } from './inbox.ts'

const SHOWN = 100

export async function inboxPage({ db, caller }: Entrance): Promise<TextStream> {
  const { items } = await inTenant(db, caller, (ctx) => readInbox(ctx, { limit: SHOWN }), { readOnly: true })
  return { contentType: 'text/html; charset=utf-8', chunks: page(items) }
}

async function* page(items: Inbox['items']) {
  yield `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Messages</title>
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<style>
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.6 system-ui, Tahoma, sans-serif }
  article { border: 1px solid #ccc; border-radius: 8px; padding: 1rem; margin: 1rem 0 }
  header { color: #666; font-size: .85em }
  p { white-space: pre-wrap; overflow-wrap: anywhere }
</style></head><body><h1>Messages</h1>
<p>What would have been sent. Newest first; reload for more.</p>
`
  if (items.length === 0) yield '<p>Nothing yet.</p>'
  for (const item of items) yield shown(item)
  yield '</body></html>\n'
}

function shown({ channel, template, language, to, subject, text, segments, queuedAt }: Inbox['items'][0]): string {
  const facts = [queuedAt, channel, template, segments === null ? null : `${segments} segment(s)`].filter(
    (one) => one !== null,
  )
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  return `<article><header>${escapeHtml(facts.join(' · '))}<br>to <bdi>${escapeHtml(to ?? '?')}</bdi></header>
<div lang="${language}" dir="${direction}">${subject === null ? '' : `<h2>${escapeHtml(subject)}</h2>`}<p>${escapeHtml(text ?? '')}</p></div></article>
`
}
