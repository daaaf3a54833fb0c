import { refusal } from '../../kit/refusal.ts'

export const EventTypeUnknown = refusal('event.type_unknown', 422, {
  en: 'Events of this type are not taken here.',
  ar: 'لا تُستقبل هنا أحداث من هذا النوع.',
})
export const EventChanged = refusal('event.content_changed', 409, {
  en: 'This source sent an event with this id before, and it said something else.',
  ar: 'أرسل هذا المصدر حدثًا بهذا المعرّف سابقًا بمحتوى مختلف.',
})
export const ParkedNotFound = refusal('event.parked_not_found', 404, {
  en: 'No event with this id waits for a decision.',
  ar: 'لا يوجد حدث بهذا المعرّف ينتظر قرارًا.',
})
export const CustomerUnknown = refusal('event.customer_unknown', 422, {
  en: 'No customer fits what the event says, and without a phone none can be made.',
  ar: 'لا يُعرف عميل بما ورد في الحدث، ولا يمكن إنشاء عميل من دون رقم هاتف.',
})
export const EventDamaged = refusal('event.damaged', 409, {
  en: 'What this event says cannot be read any more. Send it again with another id, and drop this one.',
  ar: 'لم يعد ممكنًا قراءة محتوى هذا الحدث. أرسله مجددًا بمعرّف آخر واحذف هذا.',
})
