import type { Output } from '@kith/sdk'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Code, Moment, Phone } from '../design/written.tsx'

type Contact = Output<'customers.allContacts'>['items'][number]

interface Props {
  readonly contacts: readonly Contact[]
}

/** Phones and e-mails with the time that they were valid, current ones first. */
export function ContactList({ contacts }: Props) {
  const { t } = useTranslation()
  return (
    <ul data-contacts style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {contacts.map(({ type, value, primary, verifiedAt, validFrom, validTo }) => (
        <li key={`${type} ${value} ${validFrom}`}>
          <Text component="span" size="sm">
            {type === 'phone' ? <Phone>{value}</Phone> : <Code>{value}</Code>}
          </Text>{' '}
          <Text c="dimmed" component="span" size="xs">
            {primary && `${t('contacts.primary')} · `}
            {verifiedAt === null ? t('person.unproved') : t('person.proved')} · <Moment at={validFrom} exact />
            {validTo !== null && (
              <>
                {' – '}
                <Moment at={validTo} exact />
              </>
            )}
          </Text>
        </li>
      ))}
    </ul>
  )
}
