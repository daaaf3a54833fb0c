export { chooseDataFolder } from './data-folder.ts'
export { type Embedded, openEmbedded } from './server.ts'
