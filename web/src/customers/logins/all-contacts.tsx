import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ContactList } from '../../person/contact-list.tsx'
import { useSession } from '../../session/session.ts'

/** Former ones too, masked as the server masks them; nothing when there is nothing. */
export function AllContacts({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const { data } = useQuery({
    queryKey: ['customer', customerId, 'contacts'],
    queryFn: ({ signal }) => kith.customers.allContacts({ customerId }, { signal }),
  })
  if (!data || data.items.length === 0) return null
  return (
    <section>
      <Title mb="xs" order={2} size="h5">
        {t('contacts.all')}
      </Title>
      <ContactList contacts={data.items} />
    </section>
  )
}
