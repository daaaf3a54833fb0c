import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface Label {
  readonly en: string
  readonly ar: string
}

interface Props {
  readonly label: Label
  readonly onLabel: (label: Label) => void
}

/** In both languages, because both are shown. */
export function LabelFields({ label, onLabel }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        label={t('preferences.inEnglish')}
        lang="en"
        maxLength={80}
        onChange={(event) => onLabel({ ...label, en: event.currentTarget.value })}
        size="sm"
        value={label.en}
      />
      <TextInput
        label={t('preferences.inArabic')}
        lang="ar"
        maxLength={80}
        onChange={(event) => onLabel({ ...label, ar: event.currentTarget.value })}
        size="sm"
        value={label.ar}
      />
    </>
  )
}
