import { openKith } from '@kith/sdk'
import { present } from '../language/language.ts'
import { credential } from '../session/credential.ts'

/** The client reads text; what is fetched here is an archive, so its bytes are taken as they come. */
async function fetchArchive(url: string): Promise<Blob> {
  let archive: Blob | undefined
  const keeping: typeof fetch = async (...asked) => {
    const answer = await fetch(...asked)
    if (answer.ok) archive = await answer.clone().blob()
    return answer
  }
  const kith = openKith({ token: credential.token, language: present, fetch: keeping })
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
