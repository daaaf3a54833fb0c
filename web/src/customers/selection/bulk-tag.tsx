import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import { useSegments } from '../../person/segments.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { BulkEach } from './bulk-each.tsx'

interface Props {
  readonly people: readonly Customer[]
  readonly onClose: () => void
}

/** A tag that follows from no rule, for each of the selected customers. */
export function BulkTag(props: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const { tagsByHand } = useSegments()
  const [tag, setTag] = useState(tagsByHand[0]?.key ?? '')
  return (
    <BulkEach
      {...props}
      act={t('bulk.tag')}
      ask={(about, run) => (
        <Form
          act={{ isPending: false, error: null }}
          disabled={tag === ''}
          onCancel={props.onClose}
          onSubmit={() =>
            run(async ({ id }) => {
              await kith.segments.giveTag({ customerId: id, tag })
              return null
            })
          }
          submit={t('bulk.tag')}
        >
          <Text size="sm">{t('bulk.tagExplained', about)}</Text>
          <NativeSelect
            data={tagsByHand.map(({ key, name }) => ({ value: key, label: name }))}
            label={t('filter.tag')}
            onChange={(event) => setTag(event.currentTarget.value)}
            value={tag}
          />
        </Form>
      )}
    />
  )
}
