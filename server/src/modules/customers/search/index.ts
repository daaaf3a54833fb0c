/** How names are read, for the modules above that compare them. */
export { soundsOf } from './sound.ts'
export { soundAlike } from './sounds-meet.ts'
export { plain, wordsOf } from './words.ts'
