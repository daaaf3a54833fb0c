// `npm run queries:tasks`, with DATABASE_URL at a coordinator of Citus: whether each recorded statement stays in one shard.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readConfig } from '../../src/config.ts'
import { findDatabase, withClient } from '../../src/installation.ts'
import { FOLDER, read } from './files.ts'
import { tasksOf } from './tasks.ts'

const place = await findDatabase(readConfig())
try {
  await withClient(place.app, async (client) => {
    const tenant = randomUUID()
    const found = { one: 0, none: 0, more: [] as string[], untried: [] as string[] }
    for (const file of readdirSync(FOLDER)) {
      for (const { as, text } of read(readFileSync(path.join(FOLDER, file), 'utf8'))) {
        if (as !== 'tenant') continue
        const { tasks, trouble } = await tasksOf(client, text, tenant)
        if (trouble !== null) found.untried.push(`${file}: ${trouble}: ${text}`)
        else if (tasks === null) found.none += 1
        else if (tasks === 1) found.one += 1
        else found.more.push(`${file}: ${tasks} tasks: ${text}`)
      }
    }
    const { one, none, more, untried } = found
    process.stdout.write(
      `${[...untried, ...more].map((line) => `${line}\n`).join('')}
one task: ${one}, more: ${more.length}, of no distributed table: ${none}, not tried: ${untried.length}\n`,
    )
    if (more.length > 0 || one === 0) process.exitCode = 1
  })
} finally {
  await place.embedded?.stop()
}
