import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const SRC = 'web/src'
/** The only place of dialogs, and the question above them. */
const OWN = ['design/dialog.tsx', 'design/unsaved-question.tsx']

test('every dialog comes from design/dialog, which begins at the first field and asks before it drops what was typed', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  const elsewhere = files
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => !OWN.includes(file) && !file.endsWith('.test.ts'))
    .filter((file) => /import {[^}]*\b(?:Modal|Drawer)\b[^}]*} from '@mantine\/core'/.test(read(file)))
  expect(elsewhere).toEqual([])
})

const read = (file: string) => readFileSync(path.join(SRC, file), 'utf8')
