import { Stack, Tabs, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '../settings-page.module.css'

const LANGUAGES = ['en', 'ar'] as const
type Language = (typeof LANGUAGES)[number]
export type Texts = Readonly<Record<Language, { readonly title: string; readonly text: string }>>
export const NO_TEXTS: Texts = { en: { title: '', text: '' }, ar: { title: '', text: '' } }

/** Only languages with a text. */
export const written = (texts: Texts) =>
  Object.fromEntries(LANGUAGES.filter((one) => texts[one].title || texts[one].text).map((one) => [one, texts[one]]))

const direction = (language: Language) => ({ dir: language === 'ar' ? 'rtl' : 'ltr', lang: language }) as const

interface Props {
  readonly texts: Texts
  readonly errors: Readonly<Record<string, string | undefined>>
  readonly onTexts: (texts: Texts) => void
}

export function TextsFields({ texts, errors, onTexts }: Props) {
  const { t, i18n } = useTranslation()
  const set = (language: Language, change: object) =>
    onTexts({ ...texts, [language]: { ...texts[language], ...change } })
  return (
    <Tabs defaultValue={i18n.language === 'ar' ? 'ar' : 'en'} keepMounted={false}>
      <Tabs.List mb="sm">
        {LANGUAGES.map((language) => (
          <Tabs.Tab key={language} value={language}>
            {t(`locale.${language}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {LANGUAGES.map((language) => (
        <Tabs.Panel key={language} value={language}>
          <Stack className={classes.ownDirection} gap="sm">
            <TextInput
              {...direction(language)}
              error={errors[`texts.${language}.title`]}
              label={t('consents.title')}
              maxLength={200}
              onChange={(event) => set(language, { title: event.currentTarget.value })}
              value={texts[language].title}
            />
            <Textarea
              {...direction(language)}
              error={errors[`texts.${language}.text`]}
              label={t('consents.text')}
              maxRows={14}
              minRows={6}
              onChange={(event) => set(language, { text: event.currentTarget.value })}
              value={texts[language].text}
            />
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
