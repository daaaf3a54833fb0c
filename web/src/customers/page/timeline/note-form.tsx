import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../../design/form.tsx'
import { useSession } from '../../../session/session.ts'
import { useNoteAct } from './queries.ts'

/** A new note; Ctrl and Enter saves it. */
export function NoteForm({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const [text, setText] = useState('')
  const [pinned, setPinned] = useState(false)
  const add = useNoteAct(customerId, () => kith.timeline.addNote({ customerId, text: text.trim(), pinned }))
  const isBlank = text.trim() === ''
  const save = () =>
    add.mutate(undefined, {
      onSuccess() {
        // The next note may have been begun meanwhile.
        setText((now) => (now === text ? '' : now))
        setPinned(false)
      },
    })
  return (
    <Form act={add} disabled={isBlank} onSubmit={save} submit={t('person.addNote')}>
      <Textarea
        aria-label={t('person.addNote')}
        autosize
        maxLength={1000}
        maxRows={8}
        minRows={1}
        name="note"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
        }}
        placeholder={t('timeline.notePlaceholder')}
        value={text}
      />
      {!isBlank && (
        <Checkbox
          checked={pinned}
          label={t('timeline.pin')}
          onChange={(event) => setPinned(event.currentTarget.checked)}
        />
      )}
    </Form>
  )
}
