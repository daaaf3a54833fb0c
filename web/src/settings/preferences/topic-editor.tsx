import { Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Topic } from './draft.ts'
import { LabelFields } from './label-fields.tsx'
import classes from './preferences-page.module.css'

interface Props {
  readonly topic: Topic
  readonly onTopic: (topic: Topic) => void
}

export function TopicEditor({ topic, onTopic }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <div className={classes.row}>
        <LabelFields label={topic.label} onLabel={(label) => onTopic({ ...topic, label })} />
        <TextInput
          classNames={{ input: 'kith-code-input' }}
          label={t('preferences.key')}
          maxLength={40}
          onChange={(event) => onTopic({ ...topic, key: event.currentTarget.value })}
          size="sm"
          value={topic.key}
        />
      </div>
      <Switch
        checked={topic.default}
        label={t('preferences.topicDefault')}
        onChange={(event) => onTopic({ ...topic, default: event.currentTarget.checked })}
        size="sm"
      />
    </>
  )
}
