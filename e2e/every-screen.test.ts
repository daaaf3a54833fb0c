import { describe, expect, test } from 'vitest'
import { inScheme, LANGUAGES, SCHEMES, stumblingBlocks } from './screen.ts'
import { CHAPTERS } from './walk.ts'
import { crowd, open } from './world.ts'

crowd(200)

/** Each screen once: chapters take turns in the language, screens in the colours. All of both is `npm run test:screens`. */
describe('every screen and every state can be used by everyone', () => {
  test.each(Object.keys(CHAPTERS).map((name, n) => [name, LANGUAGES[(n + 1) % 2]!] as const))(
    '%s, in %s',
    async (chapter, language) => {
      const screen = await open({ language, scheme: 'light' })
      const blocks: string[] = []
      for (const [n, [name, go]] of CHAPTERS[chapter]!.entries()) {
        await go(screen)
        await inScheme(screen.page, SCHEMES[n % 2]!)
        blocks.push(...(await stumblingBlocks(screen)).map((block) => `${name}: ${block}`))
      }
      expect(blocks).toEqual([])
      await screen.close()
    },
  )
})
