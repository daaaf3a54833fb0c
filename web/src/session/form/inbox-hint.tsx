import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Nothing is sent from here, and a screen shows what would have been. */
export const inboxIsOpen = () => 'inbox' in document.documentElement.dataset

/** Where codes and links arrive as long as nothing is really sent. */
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
