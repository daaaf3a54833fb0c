import { refusal } from '../../../kit/refusal.ts'

export const WrongCredentials = refusal('auth.wrong_credentials', 401, {
  en: 'E-mail or password is wrong, or the e-mail was not confirmed yet: see the message that we sent to it.',
  ar: 'البريد أو كلمة المرور غير صحيحة، أو لم يُؤكَّد البريد بعد: راجع الرسالة التي أرسلناها إليه.',
})
export const AccountBlocked = refusal('auth.blocked', 403, {
  en: 'This account cannot sign in; ask the business.',
  ar: 'لا يمكن لهذا الحساب تسجيل الدخول؛ تواصل مع النشاط التجاري.',
})
export const SessionOver = refusal('auth.session_over', 401, {
  en: 'This session is over; sign in again.',
  ar: 'انتهت هذه الجلسة؛ سجّل الدخول من جديد.',
})
export const TokenUnusable = refusal('auth.token_unusable', 422, {
  en: 'This link or code is wrong, was used, or has expired; ask for a new one.',
  ar: 'هذا الرابط أو الرمز غير صحيح أو مستخدم أو منتهي الصلاحية؛ اطلب رمزًا جديدًا.',
})
export const SignInFirst = refusal('auth.sign_in_first', 403, {
  en: 'Sign in to this account or give its password, so that nobody else’s account is confirmed with your e-mail.',
  ar: 'سجّل الدخول إلى هذا الحساب أو أدخل كلمة مروره، حتى لا يُؤكَّد ببريدك حساب شخص آخر.',
})
export const AccountExists = refusal('auth.account_exists', 409, {
  en: 'There is already an account with this e-mail: sign in to it, or ask for a new password.',
  ar: 'يوجد حساب بهذا البريد: سجّل الدخول إليه أو اطلب كلمة مرور جديدة.',
})
export const SessionNotFound = refusal('auth.session_not_found', 404, {
  en: 'You have no session with this id.',
  ar: 'ليست لديك جلسة بهذا المعرّف.',
})
export const NoPassword = refusal('auth.no_password', 409, {
  en: 'This account does not sign in with a password.',
  ar: 'هذا الحساب لا يستخدم كلمة مرور.',
})
export const NoPhone = refusal('auth.no_phone', 409, {
  en: 'No phone signs in to this account.',
  ar: 'لا يوجد هاتف يُستخدم للدخول إلى هذا الحساب.',
})
export const StaffUsePassword = refusal('auth.staff_use_password', 403, {
  en: 'This e-mail belongs to the staff: sign in with the password.',
  ar: 'هذا البريد لأحد الموظفين: سجّل الدخول بكلمة المرور.',
})
export const WrongProof = refusal('auth.wrong_proof', 401, {
  en: 'The password or code is wrong.',
  ar: 'كلمة المرور أو الرمز غير صحيح.',
})
export const ChallengeOver = refusal('auth.challenge_over', 401, {
  en: 'This sign-in took too long or too many tries; begin again.',
  ar: 'استغرق تسجيل الدخول وقتًا أو محاولات أكثر من اللازم؛ ابدأ من جديد.',
})
export const MfaRequired = refusal('auth.mfa_required', 409, {
  en: 'Your role needs a second factor; it can be replaced but not removed.',
  ar: 'يتطلب دورك عاملًا ثانيًا؛ يمكن استبداله ولا يمكن إزالته.',
})
export const NotEnrolled = refusal('auth.not_enrolled', 409, {
  en: 'Begin the set-up of this second factor first.',
  ar: 'ابدأ إعداد هذا العامل الثاني أولًا.',
})
export const StaffNotFound = refusal('staff.not_found', 404, {
  en: 'Nobody on the staff has this id.',
  ar: 'لا يوجد موظف بهذا المعرّف.',
})
export const StaffEmailInUse = refusal('staff.email_in_use', 409, {
  en: 'This e-mail signs in to another account already.',
  ar: 'هذا البريد مستخدم للدخول إلى حساب آخر.',
})
export const BeyondYourRole = refusal('staff.beyond_your_role', 403, {
  en: 'Nobody gives or takes a role that may do more than their own.',
  ar: 'لا يمكن لأحد منح أو سحب دور صلاحياته أوسع من صلاحياته.',
})
export const LastOwner = refusal('staff.last_owner', 409, {
  en: 'This is the last owner; make somebody else an owner first.',
  ar: 'هذا آخر مالك؛ عيّن مالكًا آخر أولًا.',
})
export const ProviderDown = refusal('auth.provider_down', 503, {
  en: 'The provider that you sign in with does not answer; try again in a moment, or sign in another way.',
  ar: 'مزوّد تسجيل الدخول لا يستجيب؛ حاول بعد لحظات أو سجّل الدخول بطريقة أخرى.',
})
export const ProviderRefused = refusal('auth.provider_refused', 401, {
  en: 'The provider did not confirm who you are; begin again.',
  ar: 'لم يؤكد المزوّد هويتك؛ ابدأ من جديد.',
})
export const ProviderSaysNoTime = refusal('auth.provider_says_no_time', 401, {
  en: 'The provider did not say when you signed in there, so this proves nothing new. Prove in another way who you are, or sign out and in again.',
  ar: 'لم يذكر المزوّد متى سجّلت الدخول لديه، فلا يُعد هذا إثباتًا جديدًا. أثبت هويتك بطريقة أخرى، أو سجّل الخروج ثم ادخل من جديد.',
})
export const SignInCancelled = refusal('auth.cancelled', 401, {
  en: 'You did not let the provider tell us who you are.',
  ar: 'لم تسمح للمزوّد بإخبارنا بهويتك.',
})
export const FlowOver = refusal('auth.flow_over', 401, {
  en: 'This sign-in was begun in another browser, was used, or took too long; begin again.',
  ar: 'بدأ تسجيل الدخول هذا في متصفح آخر أو استُخدم أو استغرق وقتًا طويلًا؛ ابدأ من جديد.',
})
export const LinkFirst = refusal('auth.link_first', 409, {
  en: 'This e-mail belongs to somebody on the staff: sign in with the password, then link the provider.',
  ar: 'هذا البريد لأحد الموظفين: سجّل الدخول بكلمة المرور ثم اربط المزوّد.',
})
export const LoginTaken = refusal('auth.login_taken', 409, {
  en: 'This login belongs to another account here.',
  ar: 'وسيلة الدخول هذه مرتبطة بحساب آخر هنا.',
})
export const LoginNotFound = refusal('auth.login_not_found', 404, {
  en: 'Your account has no such way to sign in.',
  ar: 'لا توجد في حسابك وسيلة دخول كهذه.',
})
export const LastLogin = refusal('auth.last_login', 409, {
  en: 'This is the only way into your account; add another one first.',
  ar: 'هذه هي الوسيلة الوحيدة للدخول إلى حسابك؛ أضف غيرها أولًا.',
})
export const WrongPasskey = refusal('auth.wrong_passkey', 401, {
  en: 'This passkey does not fit, or the attempt took too long; begin again.',
  ar: 'مفتاح المرور هذا غير مناسب أو استغرقت المحاولة وقتًا طويلًا؛ ابدأ من جديد.',
})
export const TooManyPasskeys = refusal('auth.too_many_passkeys', 409, {
  en: 'Your account has as many passkeys as it can have; remove one first.',
  ar: 'بلغ حسابك أقصى عدد من مفاتيح المرور؛ احذف أحدها أولًا.',
})
