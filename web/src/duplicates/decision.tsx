import { Button } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../design/notify.ts'
import { notifyWithUndo } from '../design/notify-with-undo.tsx'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import { Comparison } from './comparison.tsx'
import classes from './duplicates.module.css'
import { SeveralOfOne } from './group.tsx'
import { useUndo } from './merges/use-undo.ts'
import { type Batch, type Merge, type Suggestion, useDecision, useGroup, useStopMoves, versionsOf } from './queries.ts'
import { useKeys } from './use-keys.ts'

interface Props {
  readonly suggestion: Suggestion
  /** Rejected or put off: it can be reopened, or merged all the same. */
  readonly isDecided?: boolean
  readonly onDecided: () => void
}

/** One suggestion and the answers to it, by button or key. */
export function Decision({ suggestion, isDecided = false, onDecided }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const number = useNumber()
  const place = useRef<HTMLDivElement>(null)
  const undo = useUndo()
  const stopMoves = useStopMoves()
  const merged = useDecision<Merge>(({ id }) => {
    notifyWithUndo(t('duplicates.mergedNow'), t('act.undo'), () => undo.run(id))
    onDecided()
  })
  const decided = useDecision<Suggestion>(({ state }) => {
    notify(t(`duplicateOutcome.${state}`))
    onDecided()
  })
  const suggestionId = suggestion.id
  const group = useGroup(suggestionId).data
  const undoBatch = useDecision<Batch>(() => notify(t('duplicates.undone')))
  const mergedAll = useDecision<Batch>(({ id: batchId, merges, refused }) => {
    notifyWithUndo(t('duplicates.mergedAll', { count: merges, number: number(merges) }), t('act.undo'), () =>
      undoBatch.mutate((kith) => kith.duplicates.undoBatch({ batchId })),
    )
    if (refused.length > 0) notify(t('duplicates.notMerged', { count: refused.length, number: number(refused.length) }))
    onDecided()
  })
  const reject = (because: 'different' | 'family') =>
    decided.mutate((kith) => kith.duplicates.reject({ suggestionId, because }))
  const putOff = () => decided.mutate((kith) => kith.duplicates.putOff({ suggestionId }))
  const reopen = () => decided.mutate((kith) => kith.duplicates.reopen({ suggestionId }))
  const busy = merged.isPending || decided.isPending || mergedAll.isPending
  const mayDecide = may('duplicates:decide')
  const mayAnswer = mayDecide && !isDecided && !busy
  useKeys({
    a: () => place.current?.querySelector<HTMLButtonElement>('[data-accept]')?.click(),
    r: () => mayAnswer && reject('different'),
    f: () => mayAnswer && reject('family'),
    l: () => mayAnswer && putOff(),
    o: () => mayDecide && isDecided && !busy && reopen(),
  })
  const [one, other] = suggestion.customers
  if (!one || !other) return null
  const answers = isDecided
    ? ([['O', 'duplicates.reopen', reopen]] as const)
    : ([
        ['R', 'duplicates.different', () => reject('different')],
        ['F', 'duplicates.family', () => reject('family')],
        ['L', 'duplicates.later', putOff],
      ] as const)
  return (
    <div className={classes.decision} data-suggestion={suggestionId} ref={place}>
      {!isDecided && group && group.customers.length > 2 && (
        <SeveralOfOne
          busy={mergedAll.isPending}
          group={group}
          onMerge={(people, choices) => {
            const wanted = { suggestionId, customers: versionsOf(people), choices }
            mergedAll.mutate(async (kith, once) => {
              await stopMoves()
              return kith.duplicates.mergeGroup(wanted, once(wanted))
            })
          }}
          suggestionId={suggestionId}
        />
      )}
      <Comparison
        busy={busy}
        explanation={suggestion.explanation}
        onMerge={({ into, choices }) =>
          merged.mutate(async (kith) => {
            await stopMoves()
            return kith.duplicates.accept({ suggestionId, into: into.id, choices })
          })
        }
        people={[one, other]}
      >
        {mayDecide &&
          answers.map(([key, label, onClick]) => (
            <Button
              disabled={busy}
              key={key}
              onClick={onClick}
              rightSection={<kbd dir="ltr">{key}</kbd>}
              variant="default"
            >
              {t(label)}
            </Button>
          ))}
      </Comparison>
    </div>
  )
}
