import { Button, List, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Count, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useOwnName } from '../../membership/names.ts'
import { useAct } from '../act.ts'
import type { Flair } from './one-flair.tsx'

/** Who would get what by these rules, saved or not. */
export function FlairPreview({ flairs }: { readonly flairs: Flair[] }) {
  const { t } = useTranslation()
  const number = useNumber()
  const nameOf = useOwnName()
  const preview = useAct((kith) => kith.membership.previewFlairs({ flairs }), { refreshes: ['none'] })
  return (
    <div>
      <Button loading={preview.isPending} onClick={() => preview.mutate(undefined)} size="sm" variant="default">
        {t('flairRules.preview')}
      </Button>
      {preview.data && (
        <div data-preview role="status">
          {preview.data.flairs.length === 0 && (
            <Text size="sm">{t('flairRules.nothing', { customers: number(preview.data.looked) })}</Text>
          )}
          {preview.data.flairs.map(({ flairId, names, customers, named }) => (
            <details key={flairId}>
              <summary>
                <Name>{nameOf(names)}</Name>: <Count>{customers}</Count>
              </summary>
              <List size="sm">
                {named.map(({ customerId, name, number: numbered }) => (
                  <List.Item key={customerId}>
                    <Link params={{ customerId } as never} to="/customers/$customerId">
                      <Name>{name ?? numbered ?? customerId}</Name>
                    </Link>
                  </List.Item>
                ))}
              </List>
            </details>
          ))}
        </div>
      )}
    </div>
  )
}
