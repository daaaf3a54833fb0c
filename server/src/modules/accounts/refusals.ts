import { refusal } from '../../kit/refusal.ts'

export const WrongCredentials = refusal('auth.wrong_credentials', 401, {
  en: 'The e-mail or password is wrong, or the e-mail is not confirmed yet: check the message that we sent you.',
  ar: 'البريد أو كلمة المرور غير صحيحة، أو لم يُؤكَّد البريد بعد: راجع الرسالة التي أرسلناها إليه.',
})
export const AccountBlocked = refusal('auth.blocked', 403, {
  en: 'This account cannot sign in; please contact the business.',
  ar: 'لا يمكن لهذا الحساب تسجيل الدخول؛ تواصل مع المنشأة.',
})
export const SessionOver = refusal('auth.session_over', 401, {
  en: 'This session has expired; sign in again.',
  ar: 'انتهت صلاحية هذه الجلسة؛ سجّل الدخول من جديد.',
})
export const TokenUnusable = refusal('auth.token_unusable', 422, {
  en: 'This link or code is wrong, already used or expired; request a new one.',
  ar: 'هذا الرابط أو الرمز غير صحيح أو مستخدم أو منتهي الصلاحية؛ اطلب رمزًا جديدًا.',
})
export const SignInFirst = refusal('auth.sign_in_first', 403, {
  en: 'Sign in to this account or enter its password, so that no other account is confirmed with your e-mail.',
  ar: 'سجّل الدخول إلى هذا الحساب أو أدخل كلمة مروره، حتى لا يُؤكَّد ببريدك حساب شخص آخر.',
})
export const AccountExists = refusal('auth.account_exists', 409, {
  en: 'There is already an account with this e-mail: sign in, or reset the password.',
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
  en: 'This account has no phone for signing in.',
  ar: 'لا يوجد هاتف يُستخدم للدخول إلى هذا الحساب.',
})
export const StaffUsePassword = refusal('auth.staff_use_password', 403, {
  en: 'This is a staff e-mail: sign in with the password.',
  ar: 'هذا البريد لأحد الموظفين: سجّل الدخول بكلمة المرور.',
})
export const WrongProof = refusal('auth.wrong_proof', 401, {
  en: 'The password or code is wrong.',
  ar: 'كلمة المرور أو الرمز غير صحيح.',
})
export const ChallengeOver = refusal('auth.challenge_over', 401, {
  en: 'This sign-in took too long or too many attempts; start again.',
  ar: 'استغرق تسجيل الدخول وقتًا أو محاولات أكثر من اللازم؛ ابدأ من جديد.',
})
export const MfaRequired = refusal('auth.mfa_required', 409, {
  en: 'Your role needs a second factor; it can be replaced but not removed.',
  ar: 'يتطلب دورك عاملًا ثانيًا؛ يمكن استبداله ولا يمكن إزالته.',
})
export const NotEnrolled = refusal('auth.not_enrolled', 409, {
  en: 'Start setting up this second factor first.',
  ar: 'ابدأ إعداد هذا العامل الثاني أولًا.',
})
export const StaffNotFound = refusal('staff.not_found', 404, {
  en: 'No staff member has this id.',
  ar: 'لا يوجد موظف بهذا المعرّف.',
})
export const StaffEmailInUse = refusal('staff.email_in_use', 409, {
  en: 'This e-mail already signs in to another account.',
  ar: 'هذا البريد مستخدم للدخول إلى حساب آخر.',
})
export const BeyondYourRole = refusal('staff.beyond_your_role', 403, {
  en: 'You cannot give or remove a role with more permissions than your own.',
  ar: 'لا يمكنك منح أو سحب دور صلاحياته أوسع من صلاحياتك.',
})
export const LastOwner = refusal('staff.last_owner', 409, {
  en: 'This is the last owner; make another staff member an owner first.',
  ar: 'هذا آخر مالك؛ عيّن مالكًا آخر أولًا.',
})
export const ProviderDown = refusal('auth.provider_down', 503, {
  en: 'The sign-in provider is not responding; try again in a moment, or sign in another way.',
  ar: 'مزوّد تسجيل الدخول لا يستجيب؛ حاول بعد لحظات أو سجّل الدخول بطريقة أخرى.',
})
export const ProviderRefused = refusal('auth.provider_refused', 401, {
  en: 'The provider did not confirm your identity; start again.',
  ar: 'لم يؤكد المزوّد هويتك؛ ابدأ من جديد.',
})
export const ProviderSaysNoTime = refusal('auth.provider_says_no_time', 401, {
  en: 'The provider did not say when you signed in there, so this does not confirm your identity. Confirm it another way, or sign out and in again.',
  ar: 'لم يذكر المزوّد متى سجّلت الدخول لديه، فلا يؤكد هذا هويتك. أكّد هويتك بطريقة أخرى، أو سجّل الخروج ثم ادخل من جديد.',
})
export const SignInCancelled = refusal('auth.cancelled', 401, {
  en: 'You cancelled the sign-in at the provider.',
  ar: 'ألغيتَ تسجيل الدخول لدى المزوّد.',
})
export const FlowOver = refusal('auth.flow_over', 401, {
  en: 'This sign-in was started in another browser, was already used, or took too long; start again.',
  ar: 'بدأ تسجيل الدخول هذا في متصفح آخر أو استُخدم أو استغرق وقتًا طويلًا؛ ابدأ من جديد.',
})
export const LinkFirst = refusal('auth.link_first', 409, {
  en: 'This is a staff e-mail: sign in with the password, then link the provider.',
  ar: 'هذا البريد لأحد الموظفين: سجّل الدخول بكلمة المرور ثم اربط المزوّد.',
})
export const LoginTaken = refusal('auth.login_taken', 409, {
  en: 'This login belongs to another account here.',
  ar: 'وسيلة الدخول هذه مرتبطة بحساب آخر هنا.',
})
export const LoginNotFound = refusal('auth.login_not_found', 404, {
  en: 'Your account does not have this way to sign in.',
  ar: 'لا توجد في حسابك وسيلة دخول كهذه.',
})
export const LastLogin = refusal('auth.last_login', 409, {
  en: 'This is the only way to sign in to your account; add another first.',
  ar: 'هذه هي الوسيلة الوحيدة للدخول إلى حسابك؛ أضف غيرها أولًا.',
})
export const WrongPasskey = refusal('auth.wrong_passkey', 401, {
  en: 'This passkey does not match, or the attempt took too long; start again.',
  ar: 'مفتاح المرور هذا غير مناسب أو استغرقت المحاولة وقتًا طويلًا؛ ابدأ من جديد.',
})
export const TooManyPasskeys = refusal('auth.too_many_passkeys', 409, {
  en: 'Your account has the maximum number of passkeys; remove one first.',
  ar: 'بلغ حسابك أقصى عدد من مفاتيح المرور؛ احذف أحدها أولًا.',
})
