import { ActionIcon, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { useOwnName } from '../../membership/names.ts'
import { replaced } from '../preferences/draft.ts'
import classes from '../settings-page.module.css'
import { NamedFields } from './named-fields.tsx'
import type { PartProps } from './part.ts'
import { SaidFields } from './said-fields.tsx'

/** From the lowest up: the order that decides which of several plans is the best. */
export function TierRows({ catalogue: { tiers, features }, onChange, errors }: PartProps) {
  const { t } = useTranslation()
  const nameOf = useOwnName()
  function raise(at: number) {
    const [one, above] = [tiers[at]!, tiers[at + 1]!]
    onChange({ tiers: [...replaced(replaced(tiers, at, above), at + 1, one)] })
  }
  return (
    <section aria-label={t('catalogue.tiers')} className={classes.card} data-narrow>
      <h2 className={classes.cardTitle}>{t('catalogue.tiers')}</h2>
      <p className={classes.explained}>{t('catalogue.tiersExplained')}</p>
      {tiers.map((tier, at) => (
        <fieldset aria-label={nameOf(tier.name)} className={classes.part} key={tier.key}>
          <Group align="flex-end" gap="sm" wrap="wrap">
            <NamedFields
              errors={errors}
              name={tier.name}
              onName={(name) => onChange({ tiers: [...replaced(tiers, at, { ...tier, name })] })}
              path={`tiers.${at}.name`}
            />
            {at > 0 && at < tiers.length - 1 && (
              <ActionIcon
                aria-label={t('catalogue.raise', { tier: nameOf(tier.name) })}
                onClick={() => raise(at)}
                size="lg"
                variant="default"
              >
                <Icon name="down" size={16} />
              </ActionIcon>
            )}
          </Group>
          <SaidFields
            errors={errors}
            features={features}
            onSaid={(said) => onChange({ tiers: [...replaced(tiers, at, { ...tier, features: said })] })}
            path={`tiers.${at}.features`}
            said={tier.features}
          />
        </fieldset>
      ))}
    </section>
  )
}
