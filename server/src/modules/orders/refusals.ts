import { refusal } from '../../kit/refusal.ts'

export const OrderNotFound = refusal('order.not_found', 404, {
  en: 'No order has this id.',
  ar: 'لا يوجد طلب بهذا المعرّف.',
})
export const ExternalIdTaken = refusal('order.external_id_taken', 409, {
  en: 'This source has an order with this id already.',
  ar: 'يوجد طلب بهذا المعرّف من المصدر نفسه.',
})
export const SourceTaken = refusal('order.source_taken', 403, {
  en: 'This source belongs to another API key.',
  ar: 'هذا المصدر تابع لمفتاح واجهة برمجية آخر.',
})
export const SourceForKeys = refusal('order.source_for_keys', 403, {
  en: 'Only an API key names the system that an order comes from.',
  ar: 'مفتاح الواجهة البرمجية وحده يحدد النظام الذي جاء منه الطلب.',
})
export const ContactNeeded = refusal('order.contact_needed', 422, {
  en: 'An order needs a customer or a phone.',
  ar: 'يحتاج الطلب إلى عميل أو رقم هاتف.',
})
export const OrdersOfOneself = refusal('order.for_oneself', 403, {
  en: 'A customer who is signed in orders for themself only.',
  ar: 'العميل الذي سجّل دخوله يطلب لنفسه فقط.',
})
export const CodNeedsPhone = refusal('order.cod_needs_phone', 422, {
  en: 'Cash on delivery needs a verified phone: request a code with the purpose “cod” and send it along.',
  ar: 'الدفع عند الاستلام يتطلب رقم هاتف موثّقًا: اطلب رمزًا لغرض cod وأرسله مع الطلب.',
})
export const EmailUnconfirmed = refusal('order.email_unconfirmed', 422, {
  en: 'This business wants the e-mail confirmed before an order: follow the link in the mail, or request a code with the purpose “verify” and send its token along.',
  ar: 'يشترط هذا النشاط تأكيد البريد الإلكتروني قبل الطلب: افتح الرابط في الرسالة، أو اطلب رمزًا لغرض verify وأرسل رمز التوثيق مع الطلب.',
})
export const AlreadyDone = refusal('order.already_done', 409, {
  en: 'That was recorded for this order already.',
  ar: 'سُجّل ذلك لهذا الطلب سابقًا.',
})
export const RefundTooLarge = refusal('order.refund_too_large', 422, {
  en: 'No more can be refunded than is left of the order.',
  ar: 'لا يمكن رد أكثر مما تبقى من قيمة الطلب.',
})
export const CurrencyInUse = refusal('order.currency_in_use', 409, {
  en: 'Orders count in the present reporting currency already; it can no longer be another one.',
  ar: 'هناك طلبات محسوبة بعملة التقارير الحالية، فلا يمكن تغييرها.',
})
export const PaymentMethodNotFound = refusal('payment_method.not_found', 404, {
  en: 'This customer has no such payment method.',
  ar: 'لا توجد لهذا العميل وسيلة دفع بهذا المعرّف.',
})
export const TooManyPaymentMethods = refusal('payment_method.too_many', 409, {
  en: 'A customer has at most 20 payment methods; remove one first.',
  ar: 'للعميل 20 وسيلة دفع كحد أقصى؛ احذف إحداها أولًا.',
})
