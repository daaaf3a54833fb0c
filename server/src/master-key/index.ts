import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { BadConfig, type Config } from '../config.ts'
import { codeOf } from '../error.ts'
import { type KeyPlace, keyOf } from '../kit/key-place.ts'
import { MasterKey } from '../kit/keyring.ts'
import { decrypt, encrypt, type Vault } from './vault.ts'

export interface GivenKeys {
  readonly current: Buffer | undefined
  readonly previous: Buffer | undefined
}

/** The master key, wherever it is kept. Where it cannot be had nothing starts: without it nothing is sealed or opened. */
export const openMasterKey = async (config: Config, dataFolder?: string): Promise<MasterKey> =>
  masterKeyOf(await openGivenKeys(config, dataFolder), dataFolder)

/** What the settings name. In production a new data folder gets no key of its own unasked: a stolen folder would open itself. */
export async function openGivenKeys(config: Config, dataFolder?: string): Promise<GivenKeys> {
  const { KITH_MASTER_KEY: current, KITH_MASTER_KEY_PREVIOUS: previous, NODE_ENV } = config
  if (dataFolder && !current && NODE_ENV === 'production' && !existsSync(inFolder(dataFolder)))
    throw new BadConfig(
      'KITH_MASTER_KEY is required in production (openssl rand -hex 32, or file:/path/of/it), so that a stolen data folder opens nothing; KITH_MASTER_KEY=data-folder keeps it in the data folder',
    )
  return {
    current: isGiven(current) ? await open('KITH_MASTER_KEY', current, config) : undefined,
    previous: previous && (await open('KITH_MASTER_KEY_PREVIOUS', previous, config)),
  }
}

const isGiven = (place: Config['KITH_MASTER_KEY']): place is KeyPlace =>
  place !== undefined && !('besideTheData' in place)

/** With that of the data folder where the settings name none. */
export function masterKeyOf({ current, previous }: GivenKeys, dataFolder?: string): MasterKey {
  if (current) return new MasterKey(current, previous)
  if (dataFolder) return new MasterKey(ownKey(dataFolder), previous)
  throw new BadConfig('KITH_MASTER_KEY is required where there is no data folder')
}

/** For people: where the master key is, and whether the data that it opens lies beside it. */
export function masterKeyPlace({ KITH_MASTER_KEY: place, VAULT_ADDR }: Config, dataFolder: string | null) {
  if (!isGiven(place)) return { where: inFolder(dataFolder ?? ''), besideTheData: true }
  const where = 'key' in place ? 'KITH_MASTER_KEY' : 'file' in place ? place.file : `Vault at ${VAULT_ADDR}`
  return { where, besideTheData: false }
}

/** What KITH_MASTER_KEY is set to, once the key service is to open the present key. */
export async function wrapMasterKey(config: Config, dataFolder?: string): Promise<string> {
  const { KITH_MASTER_KEY: current } = config
  if (!isGiven(current) && !dataFolder) throw new BadConfig('KITH_MASTER_KEY is required where there is no data folder')
  return encrypt(
    vaultOf(config),
    isGiven(current) ? await open('KITH_MASTER_KEY', current, config) : ownKey(dataFolder!),
  )
}

async function open(setting: string, place: KeyPlace, config: Config): Promise<Buffer> {
  if ('key' in place) return place.key
  if ('file' in place) return readKey(place.file)
  const key = await decrypt(vaultOf(config), place.ciphertext)
  return keyOf(key.toString('hex')) ?? wrong(`${setting}: what Vault decrypts is no master key`)
}

function vaultOf({ VAULT_ADDR, VAULT_TOKEN, VAULT_TOKEN_FILE, KITH_VAULT_KEY }: Config): Vault {
  const token = VAULT_TOKEN ?? (VAULT_TOKEN_FILE && readText(VAULT_TOKEN_FILE))
  if (!VAULT_ADDR || !token) throw new BadConfig('VAULT_ADDR and VAULT_TOKEN or VAULT_TOKEN_FILE are required')
  return { address: VAULT_ADDR, token, key: KITH_VAULT_KEY }
}

const inFolder = (dataFolder: string) => path.join(dataFolder, 'master.key')

/** Made once; without it nothing that was sealed can be opened. */
function ownKey(dataFolder: string): Buffer {
  const file = inFolder(dataFolder)
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true })
    try {
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
  return readKey(file)
}

const readKey = (file: string): Buffer => keyOf(readText(file)) ?? wrong(`${file} is not a master key`)

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    return wrong(`${file} cannot be read (${codeOf(error)})`)
  }
}

function wrong(message: string): never {
  throw new BadConfig(message)
}
