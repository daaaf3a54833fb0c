import { z } from 'zod'
import { BadConfig } from './config.ts'
import { describeError, type Report } from './kit/log.ts'

const isFunction = (value: unknown) => typeof value === 'function'
/** What we need of it. It is not installed with Kith: most have no use for its 96 MB. */
const Sentry = z.object({
  init: z.custom<(options: object) => unknown>(isFunction),
  captureException: z.custom<(error: Error, hint: object) => unknown>(isFunction),
})
const PACKAGE: string = '@sentry/node'

/** Reports errors by name, code and place. Their texts stay here: a text may quote what a person typed. */
export async function openSentry(
  dsn: string | undefined,
  load: () => Promise<unknown> = () => import(PACKAGE),
): Promise<Report | undefined> {
  if (dsn === undefined) return undefined
  const sentry = Sentry.parse(
    await load().catch(() => {
      throw new BadConfig(`SENTRY_DSN needs the package ${PACKAGE}: npm install ${PACKAGE}`)
    }),
  )
  // Its integrations would read requests, consoles and the machine; spans are for the SDK of the operator alone.
  sentry.init({
    dsn,
    defaultIntegrations: false,
    sendDefaultPii: false,
    skipOpenTelemetrySetup: true,
    registerEsmLoaderHooks: false,
  })
  return (error, where) => sentry.captureException(withoutText(error), { tags: { where } })
}

function withoutText(error: Error): Error {
  const { name, code, stack, cause: _, ...place } = describeError(error)
  const told = new Error(typeof code === 'string' ? code : '')
  return Object.assign(told, {
    name: String(name),
    // describeError() gives its lines.
    stack: [`${name}`, ...(stack as string[])].join('\n'),
    ...place,
  })
}
