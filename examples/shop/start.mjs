import { openShop } from './shop.mjs'

const { KITH_URL = 'http://127.0.0.1:4000', KITH_TENANT = 'demo', PORT = '4100' } = process.env
const shop = await openShop({ kithUrl: KITH_URL, tenant: KITH_TENANT, port: Number(PORT) })
process.stdout.write(`The shop is open at ${shop.url}\n`)
