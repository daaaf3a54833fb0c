import type { Config } from '../config.ts'

/** How people reach this server: as the settings say, else where it listens. Without a slash at the end. */
export const publicUrl = ({ KITH_PUBLIC_URL, HOST, PORT, portTaken }: Config) =>
  (KITH_PUBLIC_URL ?? `http://${HOST}:${portTaken ?? PORT}`).replace(/\/+$/, '')
