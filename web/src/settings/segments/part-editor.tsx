import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Becomes, Count } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { LabelFields } from '../preferences/label-fields.tsx'
import { type Attributes, firstComparison, type Rule } from './rule.ts'
import { RuleEditor } from './rule-editor.tsx'
import classes from './segments.module.css'

export interface Part {
  readonly key: string
  readonly name: { readonly en: string; readonly ar: string }
  readonly rule: Rule | null
}

interface Counts {
  readonly now: number
  readonly after: number
  readonly come: number
  readonly go: number
}

interface Props {
  readonly part: Part
  readonly path: string
  readonly attributes: Attributes
  readonly errors: Readonly<Record<string, string>>
  /** How many customers it has, and would have. */
  readonly counts: Counts | undefined
  /** A tag may be given by hand. */
  readonly byHand?: boolean
  readonly onPart: (part: Part) => void
}

/** A segment or a tag: its name, its rule, and how many customers it would have. */
export function PartEditor({ part, path, attributes, errors, counts, byHand = false, onPart }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.partFields}>
      <div className={classes.names}>
        <LabelFields label={part.name} onLabel={(name) => onPart({ ...part, name })} />
        <TextInput
          dir="ltr"
          error={errors[`${path}.key`]}
          label={t('segments.key')}
          maxLength={40}
          onChange={(event) => onPart({ ...part, key: event.currentTarget.value })}
          size="sm"
          value={part.key}
        />
        <Moves counts={counts} />
      </div>
      {part.rule ? (
        <>
          <RuleEditor
            attributes={attributes}
            errors={errors}
            onRule={(rule) => onPart({ ...part, rule })}
            path={`${path}.rule`}
            rule={part.rule}
          />
          {byHand && (
            <Button onClick={() => onPart({ ...part, rule: null })} size="compact-sm" variant="subtle">
              {t('segments.byHandOnly')}
            </Button>
          )}
        </>
      ) : (
        <p className={classes.hint}>
          {t('segments.byHand')}{' '}
          <Button
            onClick={() => onPart({ ...part, rule: { all: [firstComparison(attributes)] } })}
            size="compact-sm"
            variant="subtle"
          >
            {t('segments.byRule')}
          </Button>
        </p>
      )}
    </div>
  )
}

/** How many it has now and would have, who would come and who would go. */
export function Moves({ counts }: { readonly counts: Counts | undefined }) {
  const { t } = useTranslation()
  const number = useNumber()
  if (!counts) return null
  const { now, after, come, go } = counts
  return (
    <p className={classes.counts} role="status">
      <Count>{now}</Count>
      <Becomes />
      <b>
        <Count>{after}</Count>
      </b>{' '}
      {t('segments.customers')}
      {come + go > 0 && ` (${t('segments.moves', { come: number(come), go: number(go) })})`}
    </p>
  )
}
