import { KithRefusal } from '@kith/sdk'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { useDecision } from '../queries.ts'

/** Undoes a merge; `later` is the one that must be undone first. */
export function useUndo() {
  const { t } = useTranslation()
  const decision = useDecision(() => notify(t('duplicates.undone')))
  return {
    isPending: decision.isPending,
    later: laterIn(decision.error),
    run: (mergeId: string) =>
      decision.mutate((kith) => kith.merging.undo({ mergeId, reason: t('duplicates.undoReason') })),
  }
}

function laterIn(error: unknown): string | null {
  if (!(error instanceof KithRefusal) || error.code !== 'merge.undo_later_first') return null
  const { mergeId } = error.problem
  return typeof mergeId === 'string' ? mergeId : null
}
