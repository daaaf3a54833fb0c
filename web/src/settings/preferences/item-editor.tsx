import { Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { ChoiceList } from './choice-list.tsx'
import { type Item, ofType, TYPES, type Type } from './draft.ts'
import { LabelFields } from './label-fields.tsx'
import classes from './preferences-page.module.css'

interface Props {
  readonly item: Item
  readonly onItem: (item: Item) => void
}

export function ItemEditor({ item, onItem }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <div className={classes.row}>
        <LabelFields label={item.label} onLabel={(label) => onItem({ ...item, label })} />
        <TextInput
          classNames={{ input: 'kith-code-input' }}
          label={t('preferences.key')}
          maxLength={40}
          onChange={(event) => onItem({ ...item, key: event.currentTarget.value })}
          size="sm"
          value={item.key}
        />
        <Select
          allowDeselect={false}
          data={TYPES.map((type) => ({ value: type as string, label: t(`answer.${type}`) }))}
          label={t('preferences.answer')}
          onChange={(type) => type && type !== item.type && onItem(ofType(item, type as Type))}
          size="sm"
          value={item.type}
        />
      </div>
      <Answer item={item} onItem={onItem} />
    </>
  )
}

/** The fields of one kind of answer. */
function Answer({ item, onItem }: Props) {
  const { t } = useTranslation()
  const number = (value: string | number) => (value === '' ? undefined : Number(value))
  switch (item.type) {
    case 'boolean':
      return (
        <Switch
          checked={item.default}
          label={t('preferences.yesByDefault')}
          onChange={(event) => onItem({ ...item, default: event.currentTarget.checked })}
          size="sm"
        />
      )
    case 'choice':
      return (
        <>
          <ChoiceList choices={item.choices} onChoices={(choices) => onItem({ ...item, choices: [...choices] })} />
          <Select
            allowDeselect={false}
            data={[...new Set(item.choices.map(({ value }) => value).filter(Boolean))]}
            label={t('preferences.default')}
            maw="14rem"
            onChange={(value) => value && onItem({ ...item, default: value })}
            size="sm"
            value={item.default || null}
          />
        </>
      )
    case 'text':
      return (
        <TextInput
          label={t('preferences.default')}
          maxLength={500}
          onChange={(event) => onItem({ ...item, default: event.currentTarget.value || null })}
          size="sm"
          value={item.default ?? ''}
        />
      )
    case 'number':
      return (
        <div className={classes.row}>
          <NumberField
            allowNegative
            label={t('preferences.least')}
            onChange={(value) => onItem(withBound(item, 'minimum', number(value)))}
            size="sm"
            value={item.minimum ?? ''}
          />
          <NumberField
            allowNegative
            label={t('preferences.most')}
            onChange={(value) => onItem(withBound(item, 'maximum', number(value)))}
            size="sm"
            value={item.maximum ?? ''}
          />
          <NumberField
            allowNegative
            label={t('preferences.default')}
            onChange={(value) => onItem({ ...item, default: number(value) ?? null })}
            size="sm"
            value={item.default ?? ''}
          />
        </div>
      )
  }
}

type NumberItem = Extract<Item, { type: 'number' }>

function withBound(item: NumberItem, bound: 'minimum' | 'maximum', value: number | undefined): Item {
  const { [bound]: _, ...rest } = item
  return value === undefined ? rest : { ...rest, [bound]: value }
}
