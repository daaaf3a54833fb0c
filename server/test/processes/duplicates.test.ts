import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Body } from '../harness.ts'
import { ended, inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

inMigratedFolder()

const said = async (...args: string[]) => JSON.parse((await kith(['--json', ...args])).stdout) as Body
const FIRSTS = 'Salma Aisha Omar Khalid Maryam Said Hamad Noor Layla Tariq'.split(' ')
const LASTS = 'Balushi Harthy Rawahi Habsi Lawati Kindi Maamari'.split(' ')

test('duplicates are found, learned from in a thread and explained by command, and the model is rolled back', async () => {
  await kith(['tenant', 'create', 'shop', '--name', 'Shop'])
  const { apiKey } = await said('key', 'create', '--name', 'all', '--role', 'owner')
  const lines = Array.from(
    { length: 330 },
    (_, n) =>
      `${FIRSTS[n % 10]},${LASTS[n % 7]},${1950 + ((n * 7) % 50)}-0${1 + (n % 9)}-1${n % 9},+9689${2_000_000 + n}`,
  )
  const twins = ['Zubaydah,Al Rawahi,1987-03-12,+96891100001', 'Zubaidah,Rawahi,1987-03-12,+96891100002']
  const file = path.join(ownFolder(), 'people.csv')
  writeFileSync(file, ['first name,last name,birthday,phone', ...lines, ...twins].join('\n'))
  expect(await said('import', file, '--likely', 'create')).toMatchObject({ counts: { created: 332 } })
  expect(await said('duplicates', 'find')).toEqual({ looked: 332 })
  expect(await said('duplicates', 'train')).toEqual({ version: 1 })
  expect(await said('duplicates', 'find')).toEqual({ looked: 332 })

  const server = await startServer()
  const call = async (method: string, where: string) => {
    const headers = { authorization: `Bearer ${apiKey}` }
    const answer = await fetch(`${server.url}/api/v1/duplicates${where}`, { method, headers })
    return (await answer.json()) as Body
  }
  const { items } = await call('GET', '')
  const [one, other] = items.find(({ customers }: Body) => customers[0].firstName.startsWith('Zub')).customers
  expect((await call('GET', `/explanation?one=${one.id}&other=${other.id}`)).modelVersion).toBe(1)
  expect((await call('POST', '/models/0/activate')).active).toBe(true)
  await ended(server.child, 'SIGTERM')
  const explained = await said('duplicates', 'explain', one.id, other.id)
  expect(explained).toMatchObject({ modelVersion: 0, vetoes: [] })
  expect((await kith(['duplicates', 'explain', one.id, other.id])).stdout).toMatch(/firstName +sounds/)
})
