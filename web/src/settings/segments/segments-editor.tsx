import { Button, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import { Icon } from '../../design/icons.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useSession } from '../../session/session.ts'
import { useAct } from '../act.ts'
import { type Drafted, drafted, moved, replaced, without } from '../preferences/draft.ts'
import { LabelFields } from '../preferences/label-fields.tsx'
import { PartFrame } from '../preferences/part-frame.tsx'
import settings from '../settings-page.module.css'
import { Moves, type Part, PartEditor } from './part-editor.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { type Attributes, firstComparison, keyOf, type Segments, toSave } from './rule.ts'

interface Props {
  readonly segments: Segments
  readonly attributes: Attributes
}

const PAUSE_MS = 600
const NO_NAME = { en: '', ar: '' }

/** All segments and tags, saved at once; what would change is shown while they are edited. */
export function SegmentsEditor({ segments: saved, attributes }: Props) {
  const { t, i18n } = useTranslation()
  const [parts, setParts] = useState<readonly Drafted<Part>[]>(() => saved.segments.map((one) => drafted(one)))
  const [tags, setTags] = useState<readonly Drafted<Part>[]>(() => saved.tags.map((one) => drafted(one)))
  const [otherwise, setOtherwise] = useState(saved.otherwise)
  const draft = toSave({
    segments: parts.map(({ part }) => ({ ...part, rule: part.rule!, customers: 0 })),
    otherwise,
    tags: tags.map(({ part }) => ({ ...part, customers: 0 })),
  })
  const preview = usePreview(draft)
  const save = useAct((kith) => kith.segments.decide(draft), {
    refreshes: ['segments'],
    says: t('segments.saved'),
    inForm: true,
  })
  const names = [...saved.segments, ...draft.segments, saved.otherwise, draft.otherwise]
  const named = (key: string) =>
    names.findLast((one) => one.key === key)?.name[i18n.language === 'ar' ? 'ar' : 'en'] || key
  const errors = { ...refusedFields(preview.error), ...refusedFields(save.error) }
  const keys = () => [...parts, ...tags].map(({ part }) => part.key)
  const add = (rule: Part['rule']): Drafted<Part> => drafted({ key: keyOf('', keys()), name: NO_NAME, rule })
  const lists = [
    {
      title: t('segments.segments'),
      explained: t('segments.segmentsExplained'),
      adds: t('segments.addSegment'),
      all: parts,
      set: setParts,
      path: 'segments',
      counts: preview.data?.segments,
      next: () => add({ all: [firstComparison(attributes)] }),
    },
    {
      title: t('segments.tags'),
      explained: t('segments.tagsExplained'),
      adds: t('segments.addTag'),
      all: tags,
      set: setTags,
      path: 'tags',
      counts: preview.data?.tags,
      next: () => add(null),
    },
  ] as const
  return (
    <Form act={save} onSubmit={() => save.mutate(undefined)} submit={t('act.save')}>
      {lists.map(({ title, explained, adds, all, set, path, counts, next }) => (
        <section aria-label={title} className={settings.card} key={path}>
          <h2 className={settings.cardTitle}>{title}</h2>
          <p className={settings.explained}>{explained}</p>
          <Stack gap="sm" mt="sm">
            {all.map(({ id, part }, at) => (
              <PartFrame
                first={at === 0}
                key={id}
                last={at === all.length - 1}
                name={part.name.en || part.key}
                onMove={(by) => set(moved(all, at, by))}
                onRemove={() => set(without(all, at))}
              >
                <PartEditor
                  attributes={attributes}
                  byHand={path === 'tags'}
                  counts={counts?.find(({ key }) => key === part.key)}
                  errors={errors}
                  onPart={(changed) => set(replaced(all, at, { id, part: renamed(part, changed, keys()) }))}
                  part={part}
                  path={`${path}.${at}`}
                />
              </PartFrame>
            ))}
            {path === 'segments' && (
              <fieldset aria-label={t('segments.otherwise')} className={settings.fields}>
                <LabelFields label={otherwise.name} onLabel={(name) => setOtherwise({ ...otherwise, name })} />
                <p className={settings.explained}>{t('segments.otherwise')}</p>
                <Moves counts={preview.data?.segments.find(({ key }) => key === otherwise.key)} />
              </fieldset>
            )}
            <Button
              leftSection={<Icon name="add" size={16} />}
              onClick={() => set([...all, next()])}
              style={{ alignSelf: 'flex-start' }}
              variant="default"
            >
              {adds}
            </Button>
          </Stack>
        </section>
      ))}
      <PreviewPanel error={preview.error} named={named} preview={preview.data} />
    </Form>
  )
}

/** A new part is called by its name until a key is typed. */
function renamed(before: Part, after: Part, taken: readonly string[]): Part {
  const others = taken.filter((key) => key !== before.key)
  const follows = before.key === keyOf(before.name.en, others) || /^segment(-\d+)?$/.test(before.key)
  return before.name.en !== after.name.en && follows ? { ...after, key: keyOf(after.name.en, others) } : after
}

type Draft = ReturnType<typeof toSave>
const byKey = <One extends { readonly key: string }>(one: One) => ({ ...one, name: { en: one.key, ar: one.key } })
/** Names do not count, and one that is still to be typed would be refused. */
const unnamed = ({ segments, otherwise, tags }: Draft): Draft => ({
  segments: segments.map(byKey),
  otherwise: byKey(otherwise),
  tags: tags.map(byKey),
})

/** Counted by the server, once typing has paused. */
function usePreview(draft: Draft) {
  const { kith } = useSession()
  const [asked] = useDebouncedValue(JSON.stringify(unnamed(draft)), PAUSE_MS)
  return useQuery({
    queryKey: ['segments', 'preview', asked],
    queryFn: ({ signal }) => kith.segments.preview(JSON.parse(asked) as Draft, { signal }),
    retry: false,
    staleTime: 60_000,
    placeholderData: (before) => before,
  })
}
