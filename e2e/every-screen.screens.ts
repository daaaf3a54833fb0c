import { describe, expect, test } from 'vitest'
import { LANGUAGES, stumblingBlocksInBoth } from './screen.ts'
import { CHAPTERS } from './walk.ts'
import { crowd, open } from './world.ts'

crowd(200)

describe.each(LANGUAGES)('in %s, light and dark, every screen and every state can be used by everyone', (language) => {
  test.each(Object.keys(CHAPTERS))('%s', async (chapter) => {
    const screen = await open({ language, scheme: 'light' })
    const blocks: string[] = []
    for (const [name, go] of CHAPTERS[chapter]!) {
      await go(screen)
      blocks.push(...(await stumblingBlocksInBoth(screen, name)))
    }
    expect(blocks).toEqual([])
    await screen.close()
  })
})
