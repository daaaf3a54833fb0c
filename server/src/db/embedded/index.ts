export { chooseDataFolder } from './data-folder.ts'
export type { Embedded } from './embedded.ts'
export { type Kept, keepEmbedded } from './kept.ts'
export { openEmbedded } from './server.ts'
