const attribute = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.codePointAt(0)};`)

/** One page around its text: the menu, the search, and nothing from elsewhere. */
export function page({ title, path, menu, html }) {
  const groups = menu.map(
    ([name, pages]) =>
      `<h2>${attribute(name)}</h2><ul>${pages
        .map(
          (one) =>
            `<li><a href="${one.path}"${one.path === path ? ' aria-current="page"' : ''}>${attribute(one.title)}</a></li>`,
        )
        .join('')}</ul>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${attribute(title)} · Kith</title>
<link rel="stylesheet" href="/docs/site.css">
<script src="/docs/site.js" defer></script>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header>
<a class="name" href="/docs">Kith</a>
<form role="search"><label for="search">Search</label><input id="search" type="search" autocomplete="off"></form>
<ol id="found" hidden aria-live="polite"></ol>
</header>
<details class="menu" open><summary>Contents</summary><nav aria-label="Contents">${groups.join('')}</nav></details>
<main id="text">
${html}
</main>
</body>
</html>
`
}
