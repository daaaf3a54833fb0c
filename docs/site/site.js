const input = document.getElementById('search')
const found = document.getElementById('found')
const MOST = 12
let asked

// On a small screen the contents are in the way of the text.
if (matchMedia('(max-width: 56rem)').matches) document.querySelector('.menu').open = false

/** Fetched with the first letter, and again only if that failed. */
function fetchSections() {
  asked ??= fetch('/docs/search.json')
    .then((answer) => answer.json())
    .catch((error) => {
      asked = undefined
      throw error
    })
  return asked
}

/** Every word must be there; a title counts more than a text. */
function search(sections, words) {
  const weigh = ({ title, page, text }) => {
    let weight = 0
    for (const word of words) {
      if (title.toLowerCase().includes(word)) weight += 8
      else if (page.toLowerCase().includes(word)) weight += 3
      else if (text.toLowerCase().includes(word)) weight += 1
      else return 0
    }
    return weight
  }
  return sections
    .map((section) => ({ ...section, weight: weigh(section) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST)
}

function show(hits, words) {
  found.replaceChildren(
    ...hits.map(({ page, title, at, text }) => {
      const item = document.createElement('li')
      const link = Object.assign(document.createElement('a'), { href: at })
      link.textContent = page === title ? title : `${page}: ${title}`
      const place = Math.max(0, text.toLowerCase().indexOf(words[0]) - 60)
      const excerpt = Object.assign(document.createElement('p'), { textContent: text.slice(place, place + 160) })
      item.append(link, excerpt)
      return item
    }),
  )
  if (hits.length === 0) found.append(Object.assign(document.createElement('li'), { textContent: 'Nothing found.' }))
  found.hidden = false
}

input.addEventListener('input', async () => {
  const { value } = input
  const words = value.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) {
    found.hidden = true
    return
  }
  const sections = await fetchSections()
  // More may have been typed meanwhile.
  if (input.value === value) show(search(sections, words), words)
})
input.form.addEventListener('submit', (event) => {
  event.preventDefault()
  found.querySelector('a')?.click()
})
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') found.hidden = true
  if (event.key === '/' && document.activeElement !== input) {
    event.preventDefault()
    input.focus()
  }
})
found.addEventListener('click', () => {
  found.hidden = true
})
