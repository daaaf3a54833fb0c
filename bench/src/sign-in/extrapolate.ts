import { HASHES_AT_ONCE } from '../../../server/src/modules/accounts/login/passwords/hash-pool.ts'
import { MANY } from '../figure.ts'
import type { ReportLine } from '../report.ts'

/** What the requirements ask for (R139). */
const SIGN_INS_PER_SECOND = 1_000
/** Where all cores hash all the time, a queue grows without end: so much of the hash pools may be busy. */
const BUSY_AT_MOST = 0.7
/** All but one core of a pod hash (`UV_THREADPOOL_SIZE` as many as cores); the one does what is around it. */
const POD_CORES = [4, 8, 16]

/** Cores and pods for the wanted rate, from what one core was seen to do. Null when too little was measured. */
export function extrapolate(lines: readonly ReportLine[]): string | null {
  const of = (name: string, clients = MANY) => lines.find((line) => line.name === name && line.clients === clients)
  const [password, around, cheap] = [of('password'), of('around'), of('cheap hash')]
  if (!password || !around || !cheap) return null
  const perCore = password.perSecond / HASHES_AT_ONCE
  const server = around.cpuServer - cheap.cpuServer
  const database = around.cpuDatabase
  const hashCores = SIGN_INS_PER_SECOND / perCore
  const [serverCores, databaseCores] = [server, database].map((ms) => (SIGN_INS_PER_SECOND * ms) / 1000) as [
    number,
    number,
  ]
  const pods = (cores: number, busy: number) => Math.ceil(hashCores / busy / (cores - 1))
  return [
    `${SIGN_INS_PER_SECOND} password sign-ins a second, from ${perCore.toFixed(2)} a second on a core that only hashes:`,
    `- ${Math.ceil(hashCores)} cores for the hashes, ${serverCores.toFixed(1)} for the server around them (${server.toFixed(2)} ms each), ${databaseCores.toFixed(1)} for the database (${database.toFixed(2)} ms each)`,
    ...POD_CORES.map(
      (cores) =>
        `- pods of ${cores} cores (${cores - 1} hash): ${pods(cores, 1)} when every one is busy all the time, ${pods(cores, BUSY_AT_MOST)} at ${BUSY_AT_MOST * 100} %`,
    ),
  ].join('\n')
}
