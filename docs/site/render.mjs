import { Marked } from 'marked'

/** As GitHub makes them, so that a link is good in both places. */
export const slugOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/<[^>]+>|[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const plain = (html) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" })[name])
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Markdown as HTML, with what can be searched: a section for each heading. `linkTo` turns the target of a link into the
 * address on the site, or null for what is not on it: then only its text is left.
 */
export function render(markdown, linkTo) {
  const headings = []
  const taken = new Map()
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens)
        const slug = slugOf(plain(html))
        const times = taken.get(slug) ?? 0
        taken.set(slug, times + 1)
        const id = times === 0 ? slug : `${slug}-${times}`
        headings.push({ id, depth, title: plain(html) })
        return `<h${depth} id="${id}">${html}${depth > 1 ? ` <a class="here" href="#${id}" aria-label="Link to this section">#</a>` : ''}</h${depth}>\n`
      },
      link({ href, tokens }) {
        const html = this.parser.parseInline(tokens)
        const to = linkTo(href)
        return to === null ? html : `<a href="${to}">${html}</a>`
      },
      image({ href, text }) {
        return `<img src="${linkTo(href)}" alt="${text}" loading="lazy">`
      },
      table(token) {
        const cells = (row, tag) =>
          `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`
        return `<div class="wide" tabindex="0"><table><thead>${cells(token.header, 'th')}</thead><tbody>${token.rows.map((row) => cells(row, 'td')).join('')}</tbody></table></div>\n`
      },
    },
  })
  // Comments tell the tests about a block, and readers nothing.
  const html = marked.parse(markdown.replace(/^<!--.*?-->\n/gms, ''))
  return { html, headings, sections: sectionsOf(html, headings) }
}

function sectionsOf(html, headings) {
  const parts = html.split(/<h[1-6] id="[^"]*">.*?<\/h[1-6]>\n?/s).slice(1)
  return headings.map(({ id, title }, index) => ({ id, title, text: plain(parts[index] ?? '') }))
}
