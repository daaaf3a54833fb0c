import { fieldProblem } from '../../kit/field-problem.ts'

export const LIST_NEEDED = fieldProblem('list_needed', {
  en: 'A batch is a list of events',
  ar: 'الدفعة قائمة من الأحداث',
})
export const TOO_MANY_EVENTS = fieldProblem('too_many_events', {
  en: 'At most 200 events at once',
  ar: '200 حدث كحد أقصى في المرة الواحدة',
})
