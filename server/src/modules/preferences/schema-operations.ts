import type { Context } from '../../kit/context.ts'
import { changeSettings, isTimeZone, readSettings } from '../tenants/index.ts'
import { SchemaUnfit } from './contract.ts'
import { fits, type PreferenceSchema, preferenceSection } from './schema.ts'

export function readPreferenceSchema(ctx: Context): Promise<PreferenceSchema> {
  return readSettings(ctx, preferenceSection)
}

export async function changePreferenceSchema(ctx: Context, schema: PreferenceSchema): Promise<PreferenceSchema> {
  const problems = [
    ...repeated(schema.items.map(({ key }) => key)).map((key) => ({ key, because: 'repeated' })),
    ...repeated(schema.topics.map(({ key }) => key)).map((key) => ({ key, because: 'repeated' })),
    ...schema.items.flatMap((item) =>
      item.type === 'choice' && repeated(item.choices.map(({ value }) => value)).length > 0
        ? [{ key: item.key, because: 'repeated_choice' }]
        : [],
    ),
    ...schema.items
      .filter((item) => item.default !== null && !fits(item, item.default))
      .map(({ key }) => ({ key, because: 'default_does_not_fit' })),
    ...(schema.timeZone === null || isTimeZone(schema.timeZone)
      ? []
      : [{ key: 'timeZone', because: 'time_zone_unknown' }]),
  ]
  if (problems.length > 0) throw SchemaUnfit({ problems })
  return changeSettings(ctx, preferenceSection, schema)
}

const repeated = (keys: readonly string[]) => [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))]
