import { digest } from './data-folder.ts'

export type Settings = Readonly<Record<string, string | number>>

const DEFAULTS: Settings = {
  max_connections: 100,
  shared_buffers: '128MB',
  jit: 'off',
  // A minute, as it is otherwise, is long for tables that change with each event: docs/operations.md.
  autovacuum_naptime: '15s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  unix_socket_permissions: '0700',
}

/** initdb's file and ALTER SYSTEM could say otherwise; the command line has the last word. */
const DURABLE: Settings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const FAST: Settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Statements and values are personal data; no log may contain them. DETAIL lines quote keys, hence terse. Errors of
 * statements quote values ("invalid input syntax for type date: …"), hence `log`, which ranks above them; the
 * sender of the statement gets the error anyway.
 */
const DISCREET: Settings = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: -1,
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_checkpoints: 'off',
  log_line_prefix: '',
  logging_collector: 'off',
  log_destination: 'stderr',
}

export interface Address {
  readonly host: string
  readonly port: number
}

export function serverArguments(cluster: string, address: Address, durable: boolean, wanted: Settings = {}): string[] {
  const settings = {
    ...DEFAULTS,
    ...(durable ? DURABLE : FAST),
    ...DISCREET,
    ...wanted,
    ...listening(address),
    'kith.starter': process.pid,
  }
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function listening({ host, port }: Address): Settings {
  return process.platform === 'win32'
    ? { listen_addresses: host, port, unix_socket_directories: '' }
    : { listen_addresses: '', port, unix_socket_directories: `"${host.replaceAll('"', '""')}"` }
}

/** Node cannot reach PostgreSQL's sockets on Windows; each data folder has its own port there. */
export function loopbackOf(dataFolder: string): Address {
  return { host: '127.0.0.1', port: 20_000 + (Number.parseInt(digest(dataFolder).slice(0, 4), 16) % 20_000) }
}
