import { ActionIcon, Button, Group, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, toLanguage } from '../language/language.ts'
import { Icon } from './icons.tsx'

/** The other language is written in its own script, by a font of the device: ours would be loaded for one word. */
const OTHER = { en: { language: 'ar', name: 'العربية' }, ar: { language: 'en', name: 'English' } } as const
/** Desks may have no font for it; phones and tablets do. */
const MAY_BE_BLANK = 'ar'
const OWN_FONT = 'system-ui, sans-serif'

interface Props {
  /** The library's tooltips are too heavy for the pages before sign-in. */
  readonly explain?: (label: string, button: ReactElement) => ReactNode
}

export function LookSwitches({ explain = (label, button) => <span title={label}>{button}</span> }: Props) {
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
        styles={{ root: { color: 'var(--kith-ink-soft)', fontFamily: OWN_FONT } }}
        variant="subtle"
      >
        {other.name}
        {other.language === MAY_BE_BLANK && (
          <Text component="span" inherit lang={i18n.language} ms={6} visibleFrom="sm">
            {t('locale.ar')}
          </Text>
        )}
      </Button>
      {explain(
        toOtherScheme,
        <ActionIcon
          aria-label={toOtherScheme}
          onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
          size="lg"
          style={{ color: 'var(--kith-ink-soft)' }}
          variant="subtle"
        >
          <Icon name={scheme === 'dark' ? 'sun' : 'moon'} />
        </ActionIcon>,
      )}
    </Group>
  )
}
