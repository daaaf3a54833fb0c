import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** No message is really sent; a screen shows them. */
export const inboxIsOpen = () => 'inbox' in document.documentElement.dataset

/** The inbox for codes and links while nothing is really sent. */
export function InboxHint() {
  const { t } = useTranslation()
  if (!inboxIsOpen()) return null
  return (
    <Text c="dimmed" size="xs">
      {t('login.inboxHint')}{' '}
      <Anchor href="/inbox" inherit target="_blank" underline="always">
        {t('login.openInbox')}
      </Anchor>
    </Text>
  )
}
