import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

/** Writes what the client knows of the API: its types, and where each operation is found. */
const api = JSON.parse(readFileSync('openapi.json', 'utf8'))
const HEAD = '// Generated from openapi.json by `npm run generate`.\n\n'

writeFileSync('sdk/src/api.ts', HEAD + astToString(await openapiTS(api)))

const places = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, parameters = [] }]) => {
    const query = parameters.filter((one) => one.in === 'query').map(({ name }) => name)
    return `  ${operationId}: { method: '${method.toUpperCase()}', path: '${path}', query: ${JSON.stringify(query)} },`
  }),
)
writeFileSync('sdk/src/places.ts', `${HEAD}export const PLACES = {\n${places.join('\n')}\n} as const\n`)
