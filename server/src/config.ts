import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { Key, MasterKeyHome, MasterKeyPlace } from './kit/key-place.ts'
import type { TrustedProxies } from './kit/network.ts'

const WholeNumber = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${low} to ${high}`)
    .transform(Number)
    .refine((n) => n >= low && n <= high, `must be a whole number from ${low} to ${high}`)

const isOrigin = (text: string) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
const HERE = /^(localhost|127(\.\d+){3}|\[::1\])$/
const isSealedOrHere = (text: string) =>
  !URL.canParse(text) || new URL(text).protocol !== 'http:' || HERE.test(new URL(text).hostname)
const NAMES_OF_NETWORKS = ['loopback', 'linklocal', 'uniquelocal']
const isNetwork = (text: string) =>
  NAMES_OF_NETWORKS.includes(text) ||
  // A number alone would also parse as an address.
  (/[.:]/.test(text) && (text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text)))

const listOf = (text: string) => text.split(/[\s,]+/).filter(Boolean)

const NetworkList = z
  .string()
  .transform(listOf)
  .refine((networks) => networks.every(isNetwork), 'must be networks as 10.0.0.0/8,fd00::/8, or loopback')

function readProxies(text: string, ctx: z.RefinementCtx): TrustedProxies {
  if (text === 'off') return text
  if (/^([1-9]|10)$/.test(text)) return Number(text)
  const networks = listOf(text)
  if (networks.length > 0 && networks.every(isNetwork)) return networks
  const message =
    text === 'on'
      ? 'cannot be on any more: write how many proxies stand in front (KITH_TRUST_PROXY=1), or their networks (KITH_TRUST_PROXY=10.0.0.0/8)'
      : 'must be off, the number of proxies in front (1 to 10), or their networks as 10.0.0.0/8,fd00::/8'
  ctx.addIssue({ code: 'custom', message })
  return z.NEVER
}

/** Every setting. docs/configuration.md is generated from here. */
export const Settings = z.object({
  PORT: WholeNumber(0, 65535).default(4000).describe('The port of the HTTP server. 0 takes a free one.'),
  KITH_GRPC_PORT: WholeNumber(0, 65535)
    .optional()
    .describe('The port of the gRPC server. By default the one after PORT; 0 takes a free one.'),
  KITH_HEALTH_PORT: WholeNumber(0, 65535)
    .optional()
    .describe(
      'A port of its own for /health/live, /health/ready and /metrics, also without the HTTP server (`--only jobs`). /metrics is then on this port only. 0 takes a free one.',
    ),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on. 0.0.0.0 for every network.'),
  KITH_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('How people reach this server, for the links in messages. By default http://HOST:PORT.'),
  KITH_DATA: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The folder of the embedded database, its master key and the demo key. By default `.kith` in the project when the process may use it, else a folder of its own below /var/lib/kith (root) or ~/.local/share/kith.',
    ),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional()
    .describe(
      'A PostgreSQL 15 or later, as the role that owns the database. Then nothing embedded starts and no demo is made; run `kith migrate` first.',
    ),
  KITH_APP_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional()
    .describe(
      'How requests reach that database, for example through PgBouncer. Without a user in it they sign in with the role that `kith migrate` makes for this database and master key. By default DATABASE_URL with that role.',
    ),
  KITH_MASTER_KEY: MasterKeyHome.optional().describe(
    'Wraps the keys of every tenant: 32 random bytes, `openssl rand -hex 32`. Or where they are: `file:/run/secrets/kith`, or `vault:v1:…`, which Vault decrypts at each start (`kith keys wrap` prints it). Required with DATABASE_URL. The embedded mode makes one in the data folder; with NODE_ENV=production only if this is `data-folder`.',
  ),
  NODE_ENV: z
    .string()
    .optional()
    .describe(
      'With `production` a new data folder gets no master key of its own, unless KITH_MASTER_KEY is `data-folder`.',
    ),
  VAULT_ADDR: z
    .url({ protocol: /^https?$/ })
    .refine(isSealedOrHere, 'must begin with https://, but for this machine: the master key goes over it')
    .optional()
    .describe(
      'The Vault or OpenBao that decrypts KITH_MASTER_KEY, where that begins with `vault:`. By https, but for this machine.',
    ),
  VAULT_TOKEN: z.string().min(1).optional().describe('The token for it; it needs `transit/decrypt` of one key.'),
  VAULT_TOKEN_FILE: z.string().min(1).optional().describe('A file with that token, as an agent keeps it.'),
  KITH_VAULT_KEY: z
    .string()
    .regex(/^[\w.-]+$/, 'must be the name of a key')
    .default('kith')
    .describe('The name of the key in the transit engine.'),
  KITH_MASTER_KEY_PREVIOUS: MasterKeyPlace.optional().describe(
    'The other master key while it is changed: opens as well, and seals nothing. First the next key on every server, then, once they have changed places, the one before, until `kith keys rotate` has moved the tenants over.',
  ),
  KITH_BACKUP_KEY: Key.optional().describe(
    'Encrypts what `kith backup` writes: 32 random bytes, `openssl rand -hex 32`. Keep it apart from the backups, and from the master key.',
  ),
  KITH_POOL: WholeNumber(2, 500).default(16).describe('Connections to the database from this process.'),
  KITH_SLOW_STATEMENT_MS: WholeNumber(0, 600_000)
    .default(1_000)
    .describe(
      'From how many milliseconds on a statement is counted and logged as slow, by its text without values. 0 for never.',
    ),
  KITH_DISK_LOW: WholeNumber(0, 1_000_000)
    .default(500)
    .describe(
      'Megabytes below which the disk of the embedded database counts as nearly full: said on standard error, by `kith doctor` and at /health/ready.',
    ),
  KITH_DEMO: z.enum(['on', 'off']).default('on').describe('Whether the embedded mode makes the demo tenant.'),
  KITH_TRUST_PROXY: z
    .string()
    .default('off')
    .transform(readProxies)
    .describe(
      'The proxies in front that may say who called: how many in a row (`1`), or their networks (`10.0.0.0/8,fd00::/8`; also `loopback`, `linklocal`, `uniquelocal`). Of X-Forwarded-For only what they added counts.',
    ),
  KITH_MAX_DELAY_MS: WholeNumber(0, 60_000)
    .default(1_000)
    .describe(
      'For how many milliseconds more may be asked of this process than it can do. After that, requests that have waited half as long for a connection to the database are answered 503; those of a till, which go before all others, when they have waited all of it. Also how late the process itself may be, at three looks in a row and with at least 50 requests under way, before it answers further requests with 503. 0 for never.',
    ),
  KITH_REQUEST_SECONDS: WholeNumber(1, 600)
    .default(30)
    .describe('How long a request may take to arrive as a whole. A body that drips is cut off then.'),
  KITH_LEAVING_SECONDS: WholeNumber(0, 300)
    .default(0)
    .describe(
      'Behind a load balancer, how long a server that was told to stop goes on answering while /health/ready says 503: longer than it takes to notice. A second signal ends that time.',
    ),
  KITH_CONNECTIONS: WholeNumber(1, 1_000_000)
    .default(4_000)
    .describe('Connections at once to each port, HTTP and gRPC. One more is closed at once.'),
  KITH_API: z
    .enum(['all', 'customers'])
    .default('all')
    .describe(
      'Which operations HTTP offers: `customers` is the API of customers alone (with what they have: addresses, orders, points, plans, segments, and the settings of these), without sign-in, the settings of the business and its staff, and screens.',
    ),
  KITH_API_PREFIX: z
    .string()
    .regex(/^(\/[a-z0-9-]+)+$/, 'must be a path such as /crm')
    .optional()
    .describe(
      'With `KITH_API=customers`, a path under which HTTP offers them, as `/crm`: then they are at `/crm/api/v1/…`. Links in messages lead to KITH_PUBLIC_URL without it, so a server with the whole API must be there.',
    ),
  KITH_CORS_ORIGINS: z
    .string()
    .default('')
    .transform(listOf)
    .refine((list) => list.every(isOrigin), 'must be origins such as https://shop.example, separated by commas')
    .describe('Browser origins that may call the API, separated by commas.'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hex digits')
    .optional()
    .describe('The Twilio account that sends texts; with TWILIO_AUTH_TOKEN and TWILIO_FROM.'),
  TWILIO_AUTH_TOKEN: z.string().min(16).optional().describe('Its token: signs us in, and Twilio’s reports to us.'),
  TWILIO_FROM: z
    .string()
    .regex(/^(\+[1-9]\d{4,14}|MG[0-9a-f]{32}|[A-Za-z0-9 ]{1,11})$/, 'must be a number, a sender name or MG…')
    .optional()
    .describe('The sender: a number as +968…, a registered name, or the id of a messaging service (MG…).'),
  TWILIO_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://api.twilio.com')
    .transform((url) => url.replace(/\/+$/, ''))
    .describe('Where Twilio answers, for another region.'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional()
    .describe('The server that takes e-mails, as smtps://user:password@host:465; with MAIL_FROM.'),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must be an address, or Name <address>')
    .optional()
    .describe('The sender of e-mails, as `Marhaba <hello@example.com>`.'),
  KITH_MESSAGES_KEPT_DAYS: WholeNumber(30, 36_500)
    .default(400)
    .describe(
      'After how many days the row of a message is deleted, with its part of the statistics, where the business decides nothing else. Its text and address go after 30.',
    ),
  KITH_DEV_INBOX: z
    .enum(['auto', 'on', 'off'])
    .default('auto')
    .describe(
      'Whether messages can be read at /dev/messages while neither Twilio nor SMTP is set. They show codes, and only to a browser that opened the address printed at the start or to an owner’s key. By default only with the embedded database, a HOST of this machine, no KITH_TRUST_PROXY and no other KITH_PUBLIC_URL.',
    ),
  GOOGLE_MAPS_API_KEY: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A key of the Google Maps Platform that may validate addresses. Without it addresses are checked by the rules of their country only, and none leaves this server.',
    ),
  GOOGLE_ADDRESS_VALIDATION_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://addressvalidation.googleapis.com')
    .describe('Where Google validates addresses.'),
  KITH_ERASURE_LEDGER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A file to which every certificate of an erasure is added, one a line. Keep it where no backup of the database is restored to: `kith privacy repeat-erasures` reads it after one was.',
    ),
  KITH_AUDIT_ANCHORS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A file to which the end of each audit chain is added, every ten minutes and at each stop: `kith audit verify` compares it. Keep it where no backup of the database is restored to. By default `audit-anchors.ndjson` in the data folder; with DATABASE_URL only the log and the event `AuditAnchored` have it.',
    ),
  KITH_AUDIT_ARCHIVE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A folder in which audit entries are kept that are released after the years of a business: a file for each portion, `<tenant id>-<first place>-<last place>.ndjson`, with the rows as they are stored, on the disk before they are deleted. Servers may share it. Without it they are only deleted.',
    ),
  NATS_URL: z
    .string()
    .regex(/^(nats|tls):\/\//, 'must start with nats:// or tls://')
    .optional()
    .describe(
      'A NATS server with JetStream to which every event is published as well, as nats://user:password@host:4222. Set `sync_interval: always` there (untried where the server does not know it): its acknowledgement is otherwise no disk.',
    ),
  KITH_INSIDE_NETWORKS: NetworkList.default([]).describe(
    'Networks of your own to which the settings of a business may lead this server, as the address of its identity provider: `10.1.2.0/24`, `loopback`. Without it only public addresses are asked.',
  ),
  KITH_METRICS_NETWORKS: NetworkList.default(['loopback', 'linklocal', 'uniquelocal']).describe(
    'From where /metrics can be read, and what /health/ready says beside its status; elsewhere, and through a proxy, neither is there. By default from this machine and private networks.',
  ),
  KITH_REFERENCE: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether /docs (this documentation and the API reference), /openapi.json and /asyncapi.json are there.'),
  SENTRY_DSN: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Where errors are reported that the log has as errors: by name, code and place, without texts and values. Needs the package `@sentry/node` beside Kith, which is not installed with it.',
    ),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much is logged, as JSON lines on standard error.'),
})
export type Config = z.infer<typeof Settings> & {
  KITH_GRPC_PORT: number
  /** With PORT=0, the port that the system chose, once the server listens. */
  portTaken?: number
}

export class BadConfig extends Error {}

/** Parses the environment; an invalid setting stops the start with one line. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(Settings.shape)
      .filter((name) => env[name] !== undefined && env[name] !== '')
      .map((name) => [name, env[name]]),
  )
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    throw new BadConfig(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '))
  }
  if (parsed.data.DATABASE_URL && !parsed.data.KITH_MASTER_KEY) {
    throw new BadConfig('KITH_MASTER_KEY is required with DATABASE_URL; make one with `openssl rand -hex 32`')
  }
  if (parsed.data.KITH_API_PREFIX !== undefined && parsed.data.KITH_API !== 'customers') {
    throw new BadConfig(
      'KITH_API_PREFIX needs KITH_API=customers: sign-in and links in messages have their fixed place',
    )
  }
  const half = HALVES.find((names) => {
    const set = names.filter((name) => parsed.data[name] !== undefined)
    return set.length > 0 && set.length < names.length
  })
  if (half) throw new BadConfig(`${half.join(', ')} are needed together`)
  const { PORT, KITH_GRPC_PORT = PORT === 0 || PORT === 65535 ? 0 : PORT + 1 } = parsed.data
  return { ...parsed.data, KITH_GRPC_PORT }
}

const HALVES = [
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
  ['SMTP_URL', 'MAIL_FROM'],
] as const
