export { chooseDataFolder } from './data-folder.ts'
export type { Embedded } from './embedded.ts'
export { openEmbedded } from './server.ts'
