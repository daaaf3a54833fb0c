import { ActionIcon, Button, Group, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, toLanguage } from '../language/language.ts'
import { Icon } from './icons.tsx'

/** The other language is written in its own script. */
const OTHER = { en: { language: 'ar', name: 'العربية' }, ar: { language: 'en', name: 'English' } } as const

export function LookSwitches() {
  const { t, i18n } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const other = OTHER[toLanguage(i18n.language)]
  const toOtherScheme = scheme === 'dark' ? t('look.light') : t('look.dark')
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        color="gray"
        lang={other.language}
        leftSection={<Icon name="language" size={16} />}
        onClick={() => chooseLanguage(other.language)}
        px="xs"
        size="compact-md"
        styles={{ root: { color: 'var(--kith-ink-soft)' } }}
        variant="subtle"
      >
        {other.name}
      </Button>
      <Tooltip label={toOtherScheme}>
        <ActionIcon
          aria-label={toOtherScheme}
          onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
          size="lg"
          style={{ color: 'var(--kith-ink-soft)' }}
          variant="subtle"
        >
          <Icon name={scheme === 'dark' ? 'sun' : 'moon'} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
