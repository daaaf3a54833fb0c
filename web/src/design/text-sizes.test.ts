import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const SRC = 'web/src'
/** Seen from a step away, and as large as the screen of the till allows. */
const BY_ITS_SCREEN = 'till/second-screen/second-screen.module.css'
const OF_THE_SCALE = /^(var\(--kith-text-(xs|sm|lg|xl|xxl)\)|inherit)$/

test('every text has a size of the scale, which is one pixel larger in Arabic', () => {
  const others = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.css') && file !== BY_ITS_SCREEN && file !== 'design/tokens.css')
    .flatMap((file) =>
      [...readFileSync(path.join(SRC, file), 'utf8').matchAll(/font-size: ([^;]+);/g)]
        .filter(([, size]) => !OF_THE_SCALE.test(size!))
        .map(([, size]) => `${file}: ${size}`),
    )
  expect(others).toEqual([])
  const tokens = readFileSync(path.join(SRC, 'design/tokens.css'), 'utf8')
  const pixels = (css: string) => [...css.matchAll(/--kith-text-\w+: ([\d.]+)rem/g)].map(([, rem]) => Number(rem) * 16)
  const [latin, arabic] = tokens.split(':root:lang(ar)')
  expect(pixels(latin!)).toEqual([12, 14, 16, 20, 28])
  expect(pixels(arabic!)).toEqual([13, 15, 17, 21, 29])
})
