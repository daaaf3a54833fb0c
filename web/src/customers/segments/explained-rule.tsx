import type { Explained } from '@kith/sdk'
import { List, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { inOwnDigits } from '../../language/digits.ts'
import { SegmentName } from '../../person/segments.tsx'

/** A rule as a sentence, with what was compared and whether it fits. */
export function ExplainedRule({ explained: { rule, value, compared } }: { readonly explained: Explained }) {
  const { t } = useTranslation()
  return (
    <details open={value === true}>
      <summary>
        <Met met={value === true} /> <SegmentName of={rule.key} />
        <Text c="dimmed" component="span" size="sm">
          {' '}
          <bdi dir="auto">{inOwnDigits(rule.text)}</bdi>
        </Text>
      </summary>
      <List listStyleType="none" ps="md" size="sm">
        {compared.map(({ what, value, needs, met }) => (
          <List.Item key={`${what} ${needs}`}>
            <Met met={met} /> <bdi dir="auto">{inOwnDigits(what)}</bdi>
            {value !== null && (
              <>
                :{' '}
                <b>{typeof value === 'boolean' ? t(value ? 'ruleIs.yes' : 'ruleIs.no') : inOwnDigits(String(value))}</b>
              </>
            )}{' '}
            <Text c="dimmed" component="span" size="sm">
              (<bdi dir="auto">{typeof needs === 'string' ? inOwnDigits(needs) : needs}</bdi>)
            </Text>
          </List.Item>
        ))}
      </List>
    </details>
  )
}

function Met({ met }: { readonly met: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <Icon name={met ? 'check' : 'close'} size={14} />
      <VisuallyHidden component="span">{t(met ? 'segment.met' : 'segment.notMet')}</VisuallyHidden>
    </>
  )
}
