import { Code, Email, Name, Phone } from '../design/written.tsx'
import type { Found } from '../person/queries.ts'

/** The name by which they were found, if it is none of those that are shown of everyone. */
export const nameFoundBy = ({ companyName, preferredName, matchedBy = [] }: Found) =>
  (matchedBy.includes('companyName') && companyName) || (matchedBy.includes('preferredName') && preferredName) || null

/** What tells people of one name apart: the contact, the number or the name by which they were found, else the phone or the number. */
export function FoundBy({ of }: { readonly of: Found }) {
  const { phone, email, number, matchedBy = [] } = of
  const fits = (field: (typeof matchedBy)[number]) => matchedBy.includes(field)
  const name = nameFoundBy(of)
  if (email && fits('email')) {
    return (
      <mark>
        <Email>{email}</Email>
      </mark>
    )
  }
  const shown = phone && !fits('number') ? <Phone>{phone}</Phone> : <Code>{number}</Code>
  if (fits('phone') || fits('number')) return <mark>{shown}</mark>
  return name ? (
    <mark>
      <Name>{name}</Name>
    </mark>
  ) : (
    shown
  )
}
