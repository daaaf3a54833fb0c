import { refusal } from '../../kit/refusal.ts'

export const SegmentNotFound = refusal('segments.not_found', 404, {
  en: 'There is no segment or tag with this key.',
  ar: 'لا توجد شريحة أو وسم بهذا المفتاح.',
})
export const TagNotFound = refusal('segments.tag_not_found', 404, {
  en: 'There is no tag with this key.',
  ar: 'لا يوجد وسم بهذا المفتاح.',
})
export const TagByRule = refusal('segments.tag_by_rule', 409, {
  en: 'This tag follows from a rule: it cannot be given or taken by hand.',
  ar: 'هذا الوسم تحدده قاعدة، فلا يُمنح ولا يُزال يدويًا.',
})
export const StillApplying = refusal('segments.still_applying', 409, {
  en: 'The last change of the segments is still being applied. Wait until it is done.',
  ar: 'ما زال آخر تعديل للشرائح قيد التطبيق. انتظر حتى يكتمل.',
})
export const NothingToUndo = refusal('segments.nothing_to_undo', 409, {
  en: 'There is no earlier version of the segments.',
  ar: 'لا توجد نسخة سابقة من الشرائح.',
})
export const NotBegun = refusal('segments.not_begun', 409, {
  en: 'This rule asks for something that is not collected yet. Save the segments once without it, then try it.',
  ar: 'تسأل هذه القاعدة عن معلومات لم تُجمع بعد. احفظ الشرائح مرة دونها ثم جرّبها.',
})
