import { KithRefusal } from '@kith/sdk'
import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import { Icon } from '../../design/icons.tsx'
import { Code } from '../../design/written.tsx'
import { inOwnDigits } from '../../language/digits.ts'
import { useAct } from '../act.ts'
import settings from '../settings-page.module.css'
import { type Drafted, drafted, moved, newItem, newTopic, replaced, type Schema, without } from './draft.ts'
import { ItemEditor } from './item-editor.tsx'
import { PartFrame } from './part-frame.tsx'
import { TopicEditor } from './topic-editor.tsx'

/** The whole schema is saved at once: inconsistencies are reported before anything changes. */
export function SchemaEditor({ schema }: { readonly schema: Schema }) {
  const { t } = useTranslation()
  const [items, setItems] = useState<readonly Drafted<Schema['items'][number]>[]>(() => schema.items.map(drafted))
  const [topics, setTopics] = useState<readonly Drafted<Schema['topics'][number]>[]>(() => schema.topics.map(drafted))
  const save = useAct(
    (kith) =>
      kith.preferences.changeSchema({
        items: items.map(({ part }) => part),
        topics: topics.map(({ part }) => part),
        timeZone: schema.timeZone,
      }),
    { refreshes: ['preferences'], says: t('settings.saved'), inForm: true },
  )
  return (
    <Form act={save} onSubmit={() => save.mutate(undefined)} submit={t('act.save')}>
      <section aria-label={t('preferences.items')} className={settings.card}>
        <h2 className={settings.cardTitle}>{t('preferences.items')}</h2>
        <Stack gap="sm" mt="sm">
          {items.map(({ id, part }, at) => (
            <PartFrame
              first={at === 0}
              key={id}
              last={at === items.length - 1}
              name={part.label.en || part.key}
              onMove={(by) => setItems(moved(items, at, by))}
              onRemove={() => setItems(without(items, at))}
            >
              <ItemEditor item={part} onItem={(next) => setItems(replaced(items, at, { id, part: next }))} />
            </PartFrame>
          ))}
          <Button
            leftSection={<Icon name="add" size={16} />}
            onClick={() => setItems([...items, drafted(newItem())])}
            style={{ alignSelf: 'flex-start' }}
            variant="default"
          >
            {t('preferences.addItem')}
          </Button>
        </Stack>
      </section>
      <section aria-label={t('preferences.topics')} className={settings.card}>
        <h2 className={settings.cardTitle}>{t('preferences.topics')}</h2>
        <p className={settings.explained}>{t('preferences.topicsExplained')}</p>
        <Stack gap="sm" mt="sm">
          {topics.map(({ id, part }, at) => (
            <PartFrame
              first={at === 0}
              key={id}
              last={at === topics.length - 1}
              name={part.label.en || part.key}
              onMove={(by) => setTopics(moved(topics, at, by))}
              onRemove={() => setTopics(without(topics, at))}
            >
              <TopicEditor onTopic={(next) => setTopics(replaced(topics, at, { id, part: next }))} topic={part} />
            </PartFrame>
          ))}
          <Button
            leftSection={<Icon name="add" size={16} />}
            onClick={() => setTopics([...topics, drafted(newTopic())])}
            style={{ alignSelf: 'flex-start' }}
            variant="default"
          >
            {t('preferences.addTopic')}
          </Button>
        </Stack>
      </section>
      <Problems error={save.error} />
    </Form>
  )
}

interface Problem {
  readonly key: string
  readonly because: string
}

/** The items with errors: inconsistent ones, and invalid fields. */
function Problems({ error }: { readonly error: unknown }) {
  const { t, i18n } = useTranslation()
  if (!(error instanceof KithRefusal)) return null
  const problems = (error.problem.problems ?? []) as readonly Problem[]
  const fields = error.problem.errors ?? []
  if (problems.length + fields.length === 0) return null
  const word = (because: string) => {
    const key = `schemaProblem.${because}` as 'schemaProblem.repeated'
    return i18n.exists(key) ? t(key) : because
  }
  return (
    <Group c="red" component="ul" fz="sm" gap="xs" m={0} style={{ flexDirection: 'column', alignItems: 'flex-start' }}>
      {problems.map(({ key, because }) => (
        <li key={`${key} ${because}`}>
          <Code>{key}</Code> {word(because)}
        </li>
      ))}
      {fields.map(({ path, message }) => (
        <li key={path}>
          <Code>{path}</Code> {inOwnDigits(message)}
        </li>
      ))}
    </Group>
  )
}
