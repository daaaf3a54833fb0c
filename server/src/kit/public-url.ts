import type { Config } from '../config.ts'

/** The URL of this server: from the settings, else where it listens. Without a trailing slash. */
export const publicUrl = ({ KITH_PUBLIC_URL, HOST, PORT, portTaken }: Config) =>
  (KITH_PUBLIC_URL ?? `http://${HOST}:${portTaken ?? PORT}`).replace(/\/+$/, '')
