import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import { Failure, SkeletonRows } from '../../design/states.tsx'
import { Code, Name } from '../../design/written.tsx'
import { inOwnDigits } from '../../language/digits.ts'
import { useSession } from '../../session/session.ts'
import { useAct } from '../act.ts'

interface Props {
  readonly parkedId: string
  readonly refreshes: readonly [section: string]
  readonly onClose: () => void
}

/** The data of the event as it came, to be written as it should have come. */
export function CorrectForm({ parkedId, refreshes, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const read = useQuery({
    // Not under what the correction refreshes: the event is gone by then, and this form still closing.
    queryKey: ['parked-event', parkedId],
    queryFn: ({ signal }) => kith.incoming.getParked({ parkedId }, { signal }),
    gcTime: 0,
  })
  const [typed, setTyped] = useState<string | null>(null)
  const correct = useAct((kith, data: Record<string, unknown>) => kith.incoming.correctParked({ parkedId, data }), {
    refreshes,
    onDone: onClose,
    inForm: true,
  })
  if (read.error && !read.data) return <Failure error={read.error} onRetry={read.refetch} />
  if (!read.data) return <SkeletonRows rows={6} />
  const written = typed ?? JSON.stringify(read.data.data, null, 2)
  const data = objectIn(written)
  return (
    <Form
      act={correct}
      disabled={data === null}
      onCancel={onClose}
      onSubmit={() => data && correct.mutate(data)}
      submit={t('parked.save')}
    >
      {read.data.errors.length > 0 && (
        <ul>
          {read.data.errors.map(({ path, message }) => (
            <li key={path}>
              <Code>{path}</Code> <Name>{inOwnDigits(message)}</Name>
            </li>
          ))}
        </ul>
      )}
      <Textarea
        autosize
        classNames={{ input: 'kith-code-input' }}
        data-autofocus
        dir="ltr"
        error={data === null && t('parked.noJson')}
        label={t('parked.data')}
        maxRows={20}
        minRows={8}
        name="data"
        onChange={(event) => setTyped(event.currentTarget.value)}
        value={written}
      />
    </Form>
  )
}

function objectIn(written: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(written)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}
