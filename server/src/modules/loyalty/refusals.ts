import { refusal } from '../../kit/refusal.ts'

export const NotEnoughPoints = refusal('loyalty.not_enough', 409, {
  en: 'The customer does not have that many points.',
  ar: 'رصيد العميل لا يكفي لهذا العدد من النقاط.',
})
export const TooManyPoints = refusal('loyalty.too_many', 409, {
  en: 'No customer can have that many points.',
  ar: 'لا يمكن أن يملك عميل هذا العدد من النقاط.',
})
export const TooFewPoints = refusal('loyalty.too_few', 422, {
  en: 'This business redeems more points at a time than that.',
  ar: 'الحد الأدنى للاستبدال في هذه المنشأة أكبر من ذلك.',
})
export const ConfirmationNeeded = refusal('loyalty.confirmation_needed', 403, {
  en: 'So many points are only redeemed with a code sent to the customer, or with the card in their app.',
  ar: 'لا يُستبدل هذا العدد من النقاط إلا برمز يُرسل إلى العميل أو ببطاقته في التطبيق.',
})
export const ProofOfAnother = refusal('loyalty.proof_of_another', 422, {
  en: 'This code or card belongs to another customer.',
  ar: 'هذا الرمز أو هذه البطاقة لعميل آخر.',
})
export const CardInvalid = refusal('loyalty.card_invalid', 422, {
  en: 'This card has expired or is not one of ours: show it again in the app.',
  ar: 'انتهت صلاحية هذه البطاقة أو أنها ليست من عندنا: أظهرها في التطبيق من جديد.',
})
export const CardUsed = refusal('loyalty.card_used', 409, {
  en: 'This card was used already: show it again in the app.',
  ar: 'استُخدمت هذه البطاقة من قبل: أظهرها في التطبيق من جديد.',
})
export const RedemptionNotFound = refusal('loyalty.redemption_not_found', 404, {
  en: 'This customer has not redeemed points under this id.',
  ar: 'لم يستبدل هذا العميل نقاطًا بهذا المعرّف.',
})
export const RedemptionClosed = refusal('loyalty.redemption_closed', 409, {
  en: 'These points are not reserved any more.',
  ar: 'لم تعد هذه النقاط محجوزة.',
})
export const ReservationOver = refusal('loyalty.reservation_over', 409, {
  en: 'The time of this reservation is over: the points are the customer’s again.',
  ar: 'انتهت مدة هذا الحجز، وعادت النقاط إلى العميل.',
})
export const MoreThanReserved = refusal('loyalty.more_than_reserved', 422, {
  en: 'Fewer points were reserved.',
  ar: 'النقاط المحجوزة أقل من ذلك.',
})
export const OrderOver = refusal('loyalty.order_over', 409, {
  en: 'This order was cancelled or refunded.',
  ar: 'أُلغي هذا الطلب أو رُدّ مبلغه.',
})
export const WorthMoreThanOrder = refusal('loyalty.worth_more_than_order', 409, {
  en: 'The points redeemed for this order would be worth more than is left of it.',
  ar: 'قيمة النقاط المستبدلة لهذا الطلب تزيد على ما تبقى منه.',
})
export const ReviewUnderWay = refusal('loyalty.review_under_way', 409, {
  en: 'The tiers are being reviewed already.',
  ar: 'مراجعة الفئات جارية بالفعل.',
})
export const ReviewNotFound = refusal('loyalty.review_not_found', 404, {
  en: 'There is no such review of tiers.',
  ar: 'لا توجد مراجعة للفئات بهذا المعرّف.',
})
export const TillNeeded = refusal('loyalty.till_needed', 403, {
  en: 'Only a till that is signed in gets points to redeem while it is offline.',
  ar: 'لا يُمنح رصيد الاستبدال دون شبكة إلا لصندوق سُجّل الدخول فيه.',
})
export const SnapshotInvalid = refusal('loyalty.snapshot_invalid', 422, {
  en: 'This balance was not signed by this server for this customer, or had expired when the points were redeemed.',
  ar: 'هذا الرصيد غير موقّع منا لهذا العميل، أو كان قديمًا عند الاستبدال.',
})
export const OfflineAllowanceSpent = refusal('loyalty.offline_allowance_spent', 409, {
  en: 'More points than this till could redeem for the customer while it was offline.',
  ar: 'عدد النقاط أكبر مما يُسمح للصندوق باستبداله لهذا العميل دون شبكة.',
})
