import { openOwn } from '../session/carry.ts'

export async function saveArchive(url: string, name: string): Promise<void> {
  const archive = await openOwn().privacy.downloadExport({ token: url.split('/').at(-1)! })
  save(new Blob([archive], { type: 'application/zip' }), name)
}

export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
