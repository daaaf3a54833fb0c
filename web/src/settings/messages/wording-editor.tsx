import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useAct } from '../act.ts'
import settings from '../settings-page.module.css'
import { Tag } from '../tag.tsx'
import classes from './messages-page.module.css'
import { Preview } from './preview.tsx'
import type { Template } from './template.ts'

/** One template in one language, with its preview. */
export function WordingEditor({ template }: { readonly template: Template }) {
  const { t } = useTranslation()
  const { name, channel, language } = template
  const [subject, setSubject] = useState(template.subject ?? '')
  const [body, setBody] = useState(template.body)
  const field = useRef<HTMLTextAreaElement>(null)
  const wording = { body, ...(channel === 'email' && { subject }) }
  const save = useAct(
    (kith, wording: { body: string; subject?: string } | null) =>
      kith.messages.changeTemplate({ name, channel, language, wording }),
    { refreshes: ['messages'], says: t('settings.saved'), inForm: true },
  )
  const errors = refusedFields(save.error)
  const changed = body !== template.body || subject !== (template.subject ?? '')

  function insert(placeholder: string) {
    const { selectionStart: from = body.length, selectionEnd: to = body.length } = field.current ?? {}
    setBody(`${body.slice(0, from)}{${placeholder}}${body.slice(to)}`)
    field.current?.focus()
  }
  const direction = { dir: language === 'ar' ? 'rtl' : 'ltr', lang: language } as const
  return (
    <section
      aria-label={t(`locale.${language}`)}
      className={`${classes.editor} ${settings.ownDirection}`}
      data-language={language}
    >
      <div>
        <h3 className={classes.languageHead}>
          {t(`locale.${language}`)}
          {template.changed && <Tag tone="blue">{t('messages.ownWords')}</Tag>}
        </h3>
        <Form
          act={save}
          disabled={!changed || !body.trim()}
          onSubmit={() => save.mutate(wording)}
          submit={t('act.save')}
        >
          <Stack gap="sm">
            {channel === 'email' && (
              <TextInput
                {...direction}
                error={errors['wording.subject']}
                label={t('messages.subject')}
                maxLength={200}
                onChange={(event) => setSubject(event.currentTarget.value)}
                value={subject}
              />
            )}
            <Textarea
              {...direction}
              error={errors['wording.body']}
              label={t('messages.body')}
              maxRows={14}
              minRows={channel === 'sms' ? 3 : 7}
              onChange={(event) => setBody(event.currentTarget.value)}
              ref={field}
              value={body}
            />
            <Group className={classes.placeholders} gap={6}>
              {template.placeholders.map((one) => (
                <Button
                  aria-label={t('messages.insert', { what: one })}
                  key={one}
                  onClick={() => insert(one)}
                  size="compact-xs"
                  variant="default"
                >
                  <bdi dir="ltr">{`{${one}}`}</bdi>
                </Button>
              ))}
              {template.changed && (
                <Button
                  loading={save.isPending}
                  ms="auto"
                  onClick={() => save.mutate(null)}
                  size="compact-xs"
                  variant="subtle"
                >
                  {t('messages.original')}
                </Button>
              )}
            </Group>
          </Stack>
        </Form>
      </div>
      <Preview template={template} wording={wording} />
    </section>
  )
}
