import { MEANT_FOR, schemaOf } from './src/modules/webhooks/index.ts'
import { modules } from './src/modules.ts'

/** docs/events.md: every event, what is in it, and who gets it. */
export function eventsDoc(): string {
  const hears = (type: string) =>
    modules
      .flatMap(({ subscribers = [], followers = [] }) => [...subscribers, ...followers])
      .filter(({ on }) => typeof on !== 'string' && on.some((kind) => kind.type === type))
      .map(({ name }) => `\`${name}\``)
      .join(', ')
  const rows = modules.flatMap(({ name, events }) =>
    events.map((kind) => {
      const { properties } = schemaOf(kind).properties.data
      const fields = Object.keys(properties).map((field) => `\`${field}\``)
      return `| \`${kind.type}\` | ${name} | ${fields.join(', ')} | ${(MEANT_FOR[kind.type] ?? []).join(', ')} | ${hears(kind.type)} |`
    }),
  )
  return `# Events

Generated from the events of each module by \`npm run generate\`. Ids and facts, never personal data. A running server has the schema of each at
\`/schemas/events/{type}.json\` and all of them at \`/asyncapi.json\`. How to receive them: [webhooks](webhooks.md).

| event | of | data | meant for | heard within Kith by |
|---|---|---|---|---|
${rows.join('\n')}
`
}
