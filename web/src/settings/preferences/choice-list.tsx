import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { type Choice, newChoice, replaced, without } from './draft.ts'
import { LabelFields } from './label-fields.tsx'
import classes from './preferences-page.module.css'

interface Props {
  readonly choices: readonly Choice[]
  readonly onChoices: (choices: readonly Choice[]) => void
}

export function ChoiceList({ choices, onChoices }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {choices.map((choice, at) => (
        <div className={classes.choice} key={at}>
          <LabelFields
            label={choice.label}
            onLabel={(label) => onChoices(replaced(choices, at, { ...choice, label }))}
          />
          <TextInput
            classNames={{ input: 'kith-code-input' }}
            label={t('preferences.value')}
            maxLength={40}
            onChange={(event) => onChoices(replaced(choices, at, { ...choice, value: event.currentTarget.value }))}
            size="sm"
            value={choice.value}
          />
          <ActionIcon
            aria-label={t('preferences.remove', { name: choice.value })}
            disabled={choices.length === 1}
            onClick={() => onChoices(without(choices, at))}
            size="lg"
            variant="subtle"
          >
            <Icon name="close" size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        leftSection={<Icon name="add" size={14} />}
        onClick={() => onChoices([...choices, newChoice()])}
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        variant="subtle"
      >
        {t('preferences.addChoice')}
      </Button>
    </>
  )
}
