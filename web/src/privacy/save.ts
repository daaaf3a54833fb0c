import { openOwn } from '../session/carry.ts'

/** The client reads text; what is fetched here is an archive, so its bytes are taken as they come. */
async function fetchArchive(url: string): Promise<Blob> {
  let archive: Blob | undefined
  const kith = openOwn((ask) => async (...asked) => {
    const answer = await ask(...asked)
    if (answer.ok) archive = await answer.clone().blob()
    return answer
  })
  await kith.getPrivacyExportsById({ token: url.split('/').at(-1)! })
  return archive!
}

export async function saveArchive(url: string, name: string): Promise<void> {
  save(await fetchArchive(url), name)
}

export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
