import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { IconName } from '../design/icons.tsx'
import { leave } from '../design/unsaved.ts'
import { chooseLanguage, toLanguage } from '../language/language.ts'
import { useSegments } from '../person/segments.tsx'
import { useSession } from '../session/session.ts'
import { sections } from '../settings/sections.ts'
import { openSecondScreen } from '../till/second-screen/open-second-screen.ts'
import { placesFor } from './places.ts'

export interface Command {
  readonly label: string
  readonly words: string
  readonly icon: IconName
  /** Offered before anything is typed. */
  readonly isPlace?: true
  readonly run: () => void
}

/** All that Ctrl K can do for this user: places, acts and settings. */
export function useCommands(onShortcuts: () => void): readonly Command[] {
  const { t, i18n } = useTranslation()
  const { may, hasLogin, signOut } = useSession()
  const navigate = useNavigate()
  const { segments } = useSegments()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  // The part behind the dot is the key of the words, too.
  const wordsOf = (label: string) => t(`commandWords.${label.split('.')[1] as 'till'}`)

  const places = placesFor(may).map(({ to, icon, label }) => ({
    label: t(label),
    words: wordsOf(label),
    icon,
    isPlace: true as const,
    run: () => void navigate({ to }),
  }))
  const settings = sections
    .filter(({ needs }) => may(needs))
    .map(({ to, label }) => ({
      label: t(label),
      words: wordsOf(label),
      icon: 'settings' as const,
      run: () => void navigate({ to }),
    }))
  const acts: readonly (Command & { readonly when?: boolean })[] = [
    {
      label: t('customers.new'),
      words: t('commandWords.newCustomer'),
      icon: 'add',
      when: may('customers:write'),
      run: () => void navigate({ to: '/customers', hash: 'new' }),
    },
    {
      label: t('customers.import'),
      words: t('commandWords.import'),
      icon: 'upload',
      when: may('customers:import'),
      run: () => void navigate({ to: '/imports' }),
    },
    {
      label: t('customers.marketing'),
      words: t('commandWords.marketing'),
      icon: 'people',
      when: segments.length > 0,
      run: () => void navigate({ to: '/marketing' }),
    },
    {
      label: t('secondScreen.open'),
      words: t('commandWords.secondScreen'),
      icon: 'screen',
      when: may('customers:read'),
      run: openSecondScreen,
    },
    {
      label: t('look.otherLanguage'),
      words: t('commandWords.language'),
      icon: 'language',
      run: () => void chooseLanguage(toLanguage(i18n.language) === 'ar' ? 'en' : 'ar'),
    },
    {
      label: isDark ? t('look.light') : t('look.dark'),
      words: t('commandWords.scheme'),
      icon: isDark ? 'sun' : 'moon',
      run: () => setColorScheme(isDark ? 'light' : 'dark'),
    },
    {
      label: t('shell.ownLogin'),
      words: t('commandWords.account'),
      icon: 'person',
      when: hasLogin,
      run: () => void navigate({ to: '/account' }),
    },
    {
      label: t('shell.shortcuts'),
      words: t('commandWords.shortcuts'),
      icon: 'help',
      isPlace: true,
      run: onShortcuts,
    },
    { label: t('shell.signOut'), words: t('commandWords.signOut'), icon: 'leave', run: () => leave(signOut) },
  ]
  return [...places, ...acts.filter(({ when = true }) => when), ...settings]
}
