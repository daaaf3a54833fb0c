import { Code, Email, Phone } from '../design/written.tsx'
import type { Found } from '../person/queries.ts'

/** What tells people of one name apart: the contact or the number by which they were found, else the phone or the number. */
export function FoundBy({ of: { phone, email, number, matchedBy = [] } }: { readonly of: Found }) {
  const fits = (field: (typeof matchedBy)[number]) => matchedBy.includes(field)
  if (email && fits('email')) {
    return (
      <mark>
        <Email>{email}</Email>
      </mark>
    )
  }
  const shown = phone && !fits('number') ? <Phone>{phone}</Phone> : <Code>{number}</Code>
  return fits('phone') || fits('number') ? <mark>{shown}</mark> : shown
}
