import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { expect, test } from 'vitest'
import type { Body } from '../harness.ts'
import { COMMAND } from '../kith-process.ts'
import { inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

inMigratedFolder()

test('a foreign MCP client works with the command on its standard input and output', async () => {
  const made = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
  const server = await startServer()
  const headers = { authorization: `Bearer ${made.apiKey}`, 'content-type': 'application/json' }
  const answer = await fetch(`${server.url}/api/v1/customers`, { method: 'POST', headers, body: '{}' })
  const { id } = (await answer.json()) as Body
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [COMMAND, 'mcp'],
      env: {
        KITH_URL: server.url,
        KITH_API_KEY: made.apiKey,
        KITH_DATA: ownFolder(),
        PATH: String(process.env['PATH']),
      },
    }) as never,
  )
  const names = (await client.listTools()).tools.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['customers_get', 'customers_suspend', 'orders_listOfCustomer']))
  // What opens several transactions cannot be tried and undone.
  expect(names).not.toContain('merging_merge')
  const read: Body = await client.callTool({ name: 'customers_get', arguments: { customerId: id, purpose: 'test' } })
  expect(JSON.parse(read.content[0].text)).toMatchObject({ note: expect.stringContaining('data'), data: { id } })
  await client.close()
})
