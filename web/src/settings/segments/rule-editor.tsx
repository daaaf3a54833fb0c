import { ActionIcon, Button, NativeSelect, Group as Row } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { ComparisonLine } from './comparison-line.tsx'
import {
  type Attributes,
  firstComparison,
  GROUPS,
  type Group,
  groupOf,
  isComparison,
  type Rule,
  ruleOf,
} from './rule.ts'
import classes from './segments.module.css'

interface Props {
  readonly rule: Rule
  readonly attributes: Attributes
  /** The place of the rule in what is saved, for the server’s errors. */
  readonly path: string
  readonly errors: Readonly<Record<string, string>>
  readonly depth?: number
  readonly onRule: (rule: Rule) => void
}

const DEEPEST = 3

/** A rule that reads like a sentence: all, any or none of its conditions, which may be groups themselves. */
export function RuleEditor({ rule, attributes, path, errors, depth = 0, onRule }: Props) {
  const { t } = useTranslation()
  const { kind, parts } = groupOf(rule)
  const set = (next: readonly Rule[]) => onRule(ruleOf({ kind, parts: next }))
  const inner = kind === 'none' ? `${path}.not.any` : `${path}.${kind}`
  return (
    <fieldset aria-label={t('rule.group')} className={classes.group}>
      <Row gap="xs">
        <NativeSelect
          aria-label={t('rule.join')}
          data={GROUPS.map((one) => ({ value: one, label: t(`ruleGroup.${one}`) }))}
          onChange={(event) => onRule(ruleOf({ kind: event.currentTarget.value as Group, parts }))}
          size="sm"
          value={kind}
        />
        {errors[path] && (
          <span className={classes.error} role="alert">
            {errors[path]}
          </span>
        )}
      </Row>
      <ul className={classes.parts}>
        {parts.map((part, at) => {
          const change = (next: Rule) => set(parts.map((one, index) => (index === at ? next : one)))
          const own = `${inner}.${at}`
          return (
            // Conditions have no identity besides their place.
            <li className={classes.part} key={at}>
              {isComparison(part) ? (
                <ComparisonLine
                  attributes={attributes}
                  comparison={part}
                  errors={errors}
                  onComparison={change}
                  path={own}
                />
              ) : (
                <RuleEditor
                  attributes={attributes}
                  depth={depth + 1}
                  errors={errors}
                  onRule={change}
                  path={own}
                  rule={part}
                />
              )}
              <ActionIcon
                aria-label={t('rule.remove')}
                disabled={parts.length === 1}
                onClick={() => set(parts.filter((_, index) => index !== at))}
                variant="subtle"
              >
                <Icon name="close" size={16} />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      <Row gap="xs">
        <Button
          leftSection={<Icon name="add" size={14} />}
          onClick={() => set([...parts, firstComparison(attributes)])}
          size="compact-sm"
          variant="default"
        >
          {t('rule.add')}
        </Button>
        {depth < DEEPEST && (
          <Button
            onClick={() => set([...parts, { any: [firstComparison(attributes)] }])}
            size="compact-sm"
            variant="subtle"
          >
            {t('rule.addGroup')}
          </Button>
        )}
      </Row>
    </fieldset>
  )
}
