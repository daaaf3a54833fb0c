import type { Output } from '@kith/sdk'
import { Button, NativeSelect, Stack, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import { Icon } from '../../design/icons.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useAct } from '../act.ts'
import { ChoiceList } from '../preferences/choice-list.tsx'
import { type Drafted, drafted, moved, newChoice, replaced, without } from '../preferences/draft.ts'
import { LabelFields } from '../preferences/label-fields.tsx'
import { PartFrame } from '../preferences/part-frame.tsx'
import settings from '../settings-page.module.css'

type Fields = Output<'customers.readOwnFields'>
type Field = Fields['person'][number]
type AddressField = Fields['address'][number]
const TYPES = ['text', 'number', 'date', 'boolean', 'choice'] as const
const PARTS = ['person', 'address'] as const

const newField = (): Field => ({ key: '', label: { en: '', ar: '' }, type: 'text' })
const ofType = ({ key, label }: Field, type: Field['type']): Field =>
  type === 'choice' ? { key, label, type, choices: [newChoice()] } : { key, label, type }

/** Addresses are neither searched nor compared. */
const onAddress = (field: Field): AddressField =>
  field.type === 'choice' ? field : { key: field.key, label: field.label, type: field.type }

/** All fields are saved at once. */
export function FieldsEditor({ fields }: { readonly fields: Fields }) {
  const { t } = useTranslation()
  const [drafts, setDrafts] = useState<Readonly<Record<keyof Fields, readonly Drafted<Field>[]>>>(() => ({
    person: fields.person.map(drafted),
    address: fields.address.map(drafted),
  }))
  const save = useAct(
    (kith) =>
      kith.customers.changeOwnFields({
        person: drafts.person.map(({ part }) => part),
        address: drafts.address.map(({ part }) => onAddress(part)),
      }),
    { refreshes: ['fields'], says: t('settings.saved'), inForm: true },
  )
  const errors = refusedFields(save.error)
  return (
    <Form act={save} onSubmit={() => save.mutate(undefined)} submit={t('act.save')}>
      {PARTS.map((on) => {
        const all = drafts[on]
        const set = (next: readonly Drafted<Field>[]) => setDrafts({ ...drafts, [on]: next })
        return (
          <section aria-label={t(`ownFieldsOn.${on}`)} className={settings.card} key={on}>
            <h2 className={settings.cardTitle}>{t(`ownFieldsOn.${on}`)}</h2>
            <Stack gap="sm">
              {all.map(({ id, part }, at) => (
                <PartFrame
                  first={at === 0}
                  key={id}
                  last={at === all.length - 1}
                  name={part.label.en || part.key}
                  onMove={(by) => set(moved(all, at, by))}
                  onRemove={() => set(without(all, at))}
                >
                  <FieldEditor
                    error={errors[`${on}.${at}.key`]}
                    field={part}
                    isOfPerson={on === 'person'}
                    onField={(next) => set(replaced(all, at, { id, part: next }))}
                  />
                </PartFrame>
              ))}
              <Button
                leftSection={<Icon name="add" size={16} />}
                onClick={() => set([...all, drafted(newField())])}
                style={{ alignSelf: 'flex-start' }}
                variant="default"
              >
                {t('ownFieldsAct.add')}
              </Button>
            </Stack>
          </section>
        )
      })}
    </Form>
  )
}

interface FieldProps {
  readonly field: Field
  readonly error: string | undefined
  readonly isOfPerson: boolean
  readonly onField: (field: Field) => void
}

function FieldEditor({ field, error, isOfPerson, onField }: FieldProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className={settings.fields}>
        <LabelFields label={field.label} onLabel={(label) => onField({ ...field, label })} />
        <TextInput
          classNames={{ input: 'kith-code-input' }}
          error={error}
          label={t('preferences.key')}
          maxLength={40}
          onChange={(event) => onField({ ...field, key: event.currentTarget.value })}
          size="sm"
          value={field.key}
        />
        <NativeSelect
          data={TYPES.map((type) => ({ value: type, label: t(`fieldType.${type}`) }))}
          label={t('preferences.answer')}
          onChange={(event) => onField(ofType(field, event.currentTarget.value as Field['type']))}
          size="sm"
          value={field.type}
        />
      </div>
      {isOfPerson && field.type === 'text' && (
        <Switch
          checked={field.searched === true}
          description={t('ownFieldsAct.searchedExplained')}
          label={t('ownFieldsAct.searched')}
          onChange={(event) => onField({ ...field, searched: event.currentTarget.checked })}
        />
      )}
      {isOfPerson && (field.type === 'number' || field.type === 'date') && (
        <Switch
          checked={field.compared === true}
          description={t('ownFieldsAct.comparedExplained')}
          label={t('ownFieldsAct.compared')}
          onChange={(event) => onField({ ...field, compared: event.currentTarget.checked })}
        />
      )}
      {field.type === 'choice' && (
        <ChoiceList choices={field.choices} onChoices={(choices) => onField({ ...field, choices: [...choices] })} />
      )}
    </>
  )
}
