import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ContactList } from '../../person/contact-list.tsx'
import { login } from '../../session/carry.ts'
import { Section } from '../section.tsx'

/** Those that the customer no longer has; nothing when there are none. */
export function FormerContacts() {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['own', 'contacts'],
    queryFn: ({ signal }) => login.customers.allOwnContacts({}, { signal }),
  })
  const former = data?.items.filter(({ validTo }) => validTo !== null) ?? []
  if (former.length === 0) return null
  return (
    <Section title={t('contacts.former')}>
      <ContactList contacts={former} />
    </Section>
  )
}
