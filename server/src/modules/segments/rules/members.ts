import type { Attribute, Context } from '../../../kit/context.ts'

const NAME = /^([a-z][A-Za-z]*)\.([a-z][A-Za-z0-9]{0,39})$/

/** The attribute that a rule names; a member of one, such as `ownField.size`, whether the business has it now or not. */
export function attributeNamed(attributes: readonly Attribute[], name: string): Attribute | undefined {
  const [, family, member] = NAME.exec(name) ?? []
  const found = attributes.find(({ key }) => key === (family ?? name))
  if (!found || 'members' in found !== (member !== undefined)) return
  if (member === undefined) return found
  const { en, ar } = found.label
  return { ...found, key: name, label: { en: `${en} ${member}`, ar: `${ar} ${member}` } }
}

/** What a business can compare now: the members instead of the attributes that have some. */
export async function offeredAttributes(ctx: Context): Promise<Attribute[]> {
  const all = ctx.attributes.map(async (attribute): Promise<Attribute[]> => {
    if (!('members' in attribute)) return [attribute]
    const members = await attribute.members(ctx)
    return members.map((member) => ({ ...attribute, ...member, key: `${attribute.key}.${member.key}` }))
  })
  return (await Promise.all(all)).flat()
}
