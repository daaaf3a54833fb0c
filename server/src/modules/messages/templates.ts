import { keysOf } from '../../kit/known.ts'
import type { Language } from '../../kit/refusal.ts'

export const CHANNELS = ['sms', 'email'] as const
export type Channel = (typeof CHANNELS)[number]

export interface Wording {
  /** For e-mails; null for text messages. */
  readonly subject: string | null
  readonly body: string
}

interface Template {
  readonly values: readonly string[]
  /** Placeholders that every text must contain. */
  readonly required: readonly string[]
  /** Its text gives access, so it is deleted as soon as it is sent. */
  readonly secret: boolean
  readonly sms?: Readonly<Record<Language, string>>
  readonly email?: Readonly<Record<Language, { readonly subject: string; readonly body: string }>>
}

/** Available in every message. */
export const ALWAYS = ['business'] as const

/**
 * `{minutes}` and `{hours}` are written with their unit. A blank line is a new paragraph. English texts keep to the
 * seven-bit alphabet, and the Arabic code to 70 characters, so that each fits into one message.
 */
const WORDED = {
  otp_code: {
    values: ['code', 'minutes'],
    required: ['code'],
    secret: true,
    sms: {
      en: '{code} is your {business} code, valid for {minutes}. Do not share it with anyone.',
      ar: 'رمزك لدى {business}: {code}\nصالح لمدة {minutes}. لا تشاركه مع أحد.',
    },
    email: {
      en: {
        subject: 'Your code for {business}',
        body: 'Your code is {code}\n\nIt is valid for {minutes}. Do not share it with anyone; our staff will never ask you for it.\n\nIf you did not ask for a code, you can ignore this message.',
      },
      ar: {
        subject: 'رمز التحقق لدى {business}',
        body: 'رمز التحقق الخاص بك هو {code}\n\nالرمز صالح لمدة {minutes}. لا تطلع عليه أحدًا، فموظفونا لن يطلبوه منك أبدًا.\n\nإذا لم تطلب رمزًا، فيمكنك تجاهل هذه الرسالة.',
      },
    },
  },
  mfa_code: {
    values: ['code'],
    required: ['code'],
    secret: true,
    sms: {
      en: '{code} is your {business} sign-in code. Do not share it with anyone. If you are not signing in right now, change your password.',
      ar: 'رمز الدخول إلى {business}: {code}\nلا تطلع عليه أحدًا. إن لم تكن تسجّل الدخول الآن فغيّر كلمة مرورك.',
    },
    email: {
      en: {
        subject: 'Your sign-in code for {business}',
        body: 'Your sign-in code is {code}\n\nDo not share it with anyone. If you are not signing in right now, another person knows your password: change it.',
      },
      ar: {
        subject: 'رمز الدخول إلى {business}',
        body: 'رمز الدخول الخاص بك هو {code}\n\nلا تطلع عليه أحدًا. إن لم تكن تسجّل الدخول الآن، فهناك من يحاول الدخول إلى حسابك: غيّر كلمة مرورك فورًا.',
      },
    },
  },
  verify_email: {
    values: ['link', 'code', 'hours'],
    required: ['link'],
    secret: true,
    email: {
      en: {
        subject: 'Confirm your e-mail for {business}',
        body: 'Please confirm that this is your e-mail address:\n\n{link}\n\nOr enter this code: {code}\n\nBoth are valid for {hours}. If you have no account with {business}, you can ignore this message.',
      },
      ar: {
        subject: 'تأكيد بريدك الإلكتروني لدى {business}',
        body: 'يرجى تأكيد أن هذا عنوان بريدك الإلكتروني:\n\n{link}\n\nأو أدخل هذا الرمز: {code}\n\nالرابط والرمز صالحان لمدة {hours}. إذا لم يكن لديك حساب لدى {business}، فيمكنك تجاهل هذه الرسالة.',
      },
    },
  },
  reset_password: {
    values: ['link', 'minutes'],
    required: ['link'],
    secret: true,
    sms: {
      en: 'Choose a new password for {business} within {minutes}: {link}',
      ar: 'لاختيار كلمة مرور جديدة لدى {business} خلال {minutes}: {link}',
    },
    email: {
      en: {
        subject: 'Choose a new password for {business}',
        body: 'We received a request for a new password. Choose one here:\n\n{link}\n\nThe link is valid for {minutes} and works once. If it was not you, you can ignore this message: your password stays as it is.',
      },
      ar: {
        subject: 'اختيار كلمة مرور جديدة لدى {business}',
        body: 'وصلنا طلب لتغيير كلمة مرورك. يمكنك اختيار كلمة جديدة من هنا:\n\n{link}\n\nالرابط صالح لمدة {minutes} ولمرة واحدة. إن لم تكن أنت صاحب الطلب، فتجاهل هذه الرسالة، وستبقى كلمة مرورك كما هي.',
      },
    },
  },
  password_changed: {
    values: [],
    required: [],
    secret: false,
    sms: {
      en: 'Your {business} password was changed. If it was not you, please contact us right away.',
      ar: 'غُيّرت كلمة مرورك لدى {business}. إن لم تكن أنت من غيّرها فتواصل معنا فورًا.',
    },
    email: {
      en: {
        subject: 'Your password was changed',
        body: 'The password of your account with {business} was changed.\n\nIf it was you, there is nothing to do. If it was not, please contact us right away.',
      },
      ar: {
        subject: 'تم تغيير كلمة المرور',
        body: 'تم تغيير كلمة المرور لحسابك لدى {business}.\n\nإن كنت أنت من غيّرها فلا حاجة إلى أي إجراء، وإلا فتواصل معنا فورًا.',
      },
    },
  },
  contact_changed: {
    values: [],
    required: [],
    secret: false,
    sms: {
      en: 'The contact details of your {business} account were changed. If it was not you, please contact us right away.',
      ar: 'غُيّرت بيانات التواصل في حسابك لدى {business}. إن لم تكن أنت من غيّرها فتواصل معنا فورًا.',
    },
    email: {
      en: {
        subject: 'Your contact details were changed',
        body: 'The contact details of your account with {business} were changed, and this address is no longer the main one.\n\nIf it was you, there is nothing to do. If it was not, please contact us right away.',
      },
      ar: {
        subject: 'تم تغيير بيانات التواصل',
        body: 'تم تغيير بيانات التواصل في حسابك لدى {business}، ولم يعد هذا العنوان هو العنوان الأساسي.\n\nإن كنت أنت من غيّرها فلا حاجة إلى أي إجراء، وإلا فتواصل معنا فورًا.',
      },
    },
  },
  login_added: {
    values: [],
    required: [],
    secret: false,
    email: {
      en: {
        subject: 'A new way into your account',
        body: 'A passkey or a provider such as Google can now sign in to your account with {business}.\n\nIf it was you, there is nothing to do. If it was not, change your password, remove it in your account and contact us.',
      },
      ar: {
        subject: 'وسيلة جديدة للدخول إلى حسابك',
        body: 'أصبح بالإمكان الدخول إلى حسابك لدى {business} بمفتاح مرور أو عبر مزوّد مثل Google.\n\nإن كنت أنت من أضاف ذلك فلا حاجة إلى أي إجراء، وإلا فغيّر كلمة مرورك واحذف هذه الوسيلة من حسابك وتواصل معنا.',
      },
    },
  },
  privacy_deadline: {
    values: ['what', 'due'],
    required: ['what', 'due'],
    secret: false,
    email: {
      en: {
        subject: '{business}: {what}',
        body: '{what}. The deadline of the law: {due} (UTC).\n\nOpen Privacy in the back office to answer it.',
      },
      ar: {
        subject: '{business}: {what}',
        body: '{what}. المهلة القانونية: {due} (بالتوقيت العالمي).\n\nافتح قسم الخصوصية في لوحة الإدارة للرد عليه.',
      },
    },
  },
  webhook_disabled: {
    values: ['webhook', 'since'],
    required: ['webhook'],
    secret: false,
    email: {
      en: {
        subject: '{business}: a webhook was disabled',
        body: 'The webhook “{webhook}” takes no more events: every attempt since {since} (UTC) failed, or it answered that it is gone. Nothing more is sent to it.\n\nOpen Settings, Webhooks in the back office to see what it answered, to enable it, and to send what it missed.',
      },
      ar: {
        subject: '{business}: عُطّل أحد خطافات الويب',
        body: 'لم يعد خطاف الويب «{webhook}» يستقبل الأحداث: فشلت كل المحاولات منذ {since} (بالتوقيت العالمي) أو أجاب بأنه لم يعد موجودًا، ولن يُرسل إليه شيء بعد الآن.\n\nافتح الإعدادات ثم خطافات الويب في لوحة الإدارة لترى إجاباته وتفعّله وترسل إليه ما فاته.',
      },
    },
  },
  webhook_recovered: {
    values: ['webhook', 'since'],
    required: ['webhook'],
    secret: false,
    email: {
      en: {
        subject: '{business}: a webhook works again',
        body: 'The webhook “{webhook}” takes events again.\n\nOpen Settings, Webhooks in the back office to send what it missed.',
      },
      ar: {
        subject: '{business}: عاد أحد خطافات الويب إلى العمل',
        body: 'عاد خطاف الويب «{webhook}» إلى استقبال الأحداث.\n\nافتح الإعدادات ثم خطافات الويب في لوحة الإدارة لترسل إليه ما فاته.',
      },
    },
  },
  new_sign_in: {
    values: [],
    required: [],
    secret: false,
    sms: {
      en: 'New sign-in to your {business} account. If it was not you, change your password and contact us.',
      ar: 'تسجيل دخول جديد إلى حسابك لدى {business}. إن لم تكن أنت، فغيّر كلمة مرورك وتواصل معنا.',
    },
    email: {
      en: {
        subject: 'New sign-in to your account',
        body: 'There was a sign-in to your account with {business} from a new device.\n\nIf it was you, there is nothing to do. If it was not, change your password and contact us.',
      },
      ar: {
        subject: 'تسجيل دخول جديد إلى حسابك',
        body: 'سُجّل دخول إلى حسابك لدى {business} من جهاز لم نره من قبل.\n\nإن كنت أنت فلا حاجة إلى أي إجراء، وإلا فغيّر كلمة مرورك وتواصل معنا.',
      },
    },
  },
  confirm_marketing: {
    values: ['link', 'business'],
    required: ['link'],
    secret: true,
    email: {
      en: {
        subject: 'Please confirm: news from {business}',
        body: 'You said that {business} may send you news and offers by e-mail. Please confirm that it was you:\n\n{link}\n\nThe link is valid for a week. If it was not you, ignore this message and nothing will be sent.',
      },
      ar: {
        subject: 'تأكيد الاشتراك في رسائل {business}',
        body: 'وافقت على أن ترسل إليك {business} الأخبار والعروض بالبريد الإلكتروني. يُرجى تأكيد ذلك من هنا:\n\n{link}\n\nالرابط صالح لمدة أسبوع. إذا لم تكن أنت من وافق، فتجاهل هذه الرسالة ولن يصلك شيء.',
      },
    },
  },
  staff_invitation: {
    values: ['link', 'business', 'role'],
    required: ['link'],
    secret: true,
    email: {
      en: {
        subject: 'You are invited to {business}',
        body: '{business} invites you to work with its customers in Kith, as {role}.\n\nAccept the invitation and choose your password here:\n\n{link}\n\nIf you do not know {business}, you can ignore this message.',
      },
      ar: {
        subject: 'دعوة للانضمام إلى {business}',
        body: 'تمت دعوتك للانضمام إلى فريق {business} على نظام Kith لإدارة العملاء، بدور: {role}.\n\nيمكنك قبول الدعوة واختيار كلمة المرور من هنا:\n\n{link}\n\nإذا كنت لا تعرف {business}، فيمكنك تجاهل هذه الرسالة.',
      },
    },
  },
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof WORDED
export const TEMPLATES: Readonly<Record<TemplateName, Template>> = WORDED

/** The built-in text, or null if the template is not sent on this channel. */
export function ownWording(name: TemplateName, channel: Channel, language: Language): Wording | null {
  const { sms, email } = TEMPLATES[name]
  if (channel === 'sms') return sms ? { subject: null, body: sms[language] } : null
  return email?.[language] ?? null
}

/** Templates whose text is deleted once it is sent. */
export const TEMPLATE_NAMES = keysOf(TEMPLATES)
export const SECRETS = TEMPLATE_NAMES.filter((name) => TEMPLATES[name].secret)
