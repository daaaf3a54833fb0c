import { useOwnName } from '../../membership/names.ts'
import type { Feature, Value } from '../../membership/queries.ts'
import { ValueField } from '../../membership/value-field.tsx'
import classes from '../settings-page.module.css'

type Said = Readonly<Record<string, Value>>
interface Props {
  readonly features: readonly Feature[]
  readonly said: Said
  readonly onSaid: (said: Said) => void
  readonly errors: Readonly<Record<string, string>>
  readonly path: string
}

/** What a plan or a tier says about each feature. */
export function SaidFields({ features, said, onSaid, errors, path }: Props) {
  const nameOf = useOwnName()
  function change(key: string, value: Value | undefined) {
    const { [key]: _, ...others } = said
    onSaid(value === undefined ? others : { ...others, [key]: value })
  }
  return (
    <div className={classes.fields}>
      {features
        .filter(({ key }) => key !== '')
        .map((feature) => (
          <ValueField
            error={errors[`${path}.${feature.key}`]}
            feature={feature}
            key={feature.key}
            label={nameOf(feature.name) || feature.key}
            onValue={(value) => change(feature.key, value)}
            value={said[feature.key]}
          />
        ))}
    </div>
  )
}
