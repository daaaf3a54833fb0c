import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Explained, Explanation } from '../design/explanation.tsx'
import { Failure } from '../design/states.tsx'
import { Code, Name } from '../design/written.tsx'
import { useOwnName } from './names.ts'
import { type Catalogue, useExplanation } from './queries.ts'

type Said = Explained['compared'][number]['value']

interface Props {
  readonly customerId: string
  readonly catalogue?: Catalogue | undefined
}

/** Why a customer has this tier and these features; asked for when it is opened. */
export function WhyPlan({ customerId, catalogue }: Props) {
  const { t, i18n } = useTranslation()
  const nameOf = useOwnName()
  const { data, error, refetch } = useExplanation(customerId)
  const word = (status: Said) => {
    const key = `planStatus.${status}` as 'planStatus.active'
    return i18n.exists(key) ? t(key) : status
  }
  return (
    <details data-explanation onToggle={({ currentTarget }) => currentTarget.open && void refetch()}>
      <summary>{t('plan.why')}</summary>
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {data && (
        <>
          <Explanation
            explained={{
              ...data.plan,
              compared: data.plan.compared.map((one) => ({ ...one, value: word(one.value), needs: word(one.needs) })),
            }}
          />
          {data.features.map((feature) => {
            const name = catalogue?.features.find(({ key }) => key === feature.key)?.name
            return (
              <div data-why={feature.key} key={feature.key}>
                <Text fw={500} mt="md" size="sm">
                  {name ? <Name>{nameOf(name)}</Name> : <Code>{feature.key}</Code>}
                </Text>
                <Explanation
                  explained={{ ...feature, compared: feature.compared.map((one) => ({ ...one, needs: null })) }}
                />
              </div>
            )
          })}
        </>
      )}
    </details>
  )
}
