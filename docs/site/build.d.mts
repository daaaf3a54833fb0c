export function buildDocs(folder: string): Promise<void>
export function isStale(): boolean
