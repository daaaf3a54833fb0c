const EVERY = ['every system with data of customers']
const PRIVACY = ['Compliance']
const OPERATORS = ['Operations']
const [SALES, SPENDING] = [
  ['Marketing', 'Sales'],
  ['Orders', 'Payment', 'Analytics'],
]
const [PLANS, POINTS] = [
  ['Subscriptions', 'Payment', 'Notifications'],
  ['Marketing', 'Notifications', 'Analytics'],
]

/** Which systems of a business need which events, as its requirements name them. Others may subscribe as well. */
export const MEANT_FOR: Readonly<Record<string, readonly string[]>> = {
  CustomerRegistered: ['Marketing', 'Analytics', 'Notifications'],
  CustomerUpdated: ['Orders', 'Payment', 'Subscriptions'],
  CustomerPreferencesUpdated: ['Marketing', 'Catalog', 'Notifications'],
  CustomerAccountDeactivated: ['Marketing', 'Orders', 'Subscriptions', 'Analytics'],
  CustomerStatusChanged: ['Orders', 'Subscriptions'],
  CustomerRestrictionChanged: EVERY,
  CustomerPlanImported: ['Subscriptions'],
  ...each(['AddressAdded', 'AddressChanged', 'AddressRemoved'], ['Orders']),
  ConsentUpdated: ['Notifications', 'Compliance'],
  ...each(['ConsentVersionPublished', 'ConsentDocumentRetired'], ['Notifications', 'Compliance']),
  AccountMerged: ['Orders', 'Marketing', 'Analytics'],
  ...each(['CustomersMerged', 'CustomersUnmerged'], EVERY),
  CustomerLoggedIn: ['Analytics'],
  ...each(['EmailVerified', 'LoginAdded', 'LoginRemoved'], ['Notifications']),
  ...each(['RefreshTokenReused', 'AccountTakeoverReported', 'NumberHandedOver'], ['Security']),
  ...each(['OrderPlaced', 'OrderPaid', 'OrderDelivered', 'OrderCancelled', 'OrderRefunded', 'OrdersProved'], SPENDING),
  ...each(['PaymentMethodAdded', 'PaymentMethodRemoved'], ['Payment']),
  IncomingEventParked: OPERATORS,
  InteractionRecorded: ['Marketing', 'Support'],
  CustomerLoyaltyTierUpdated: SALES,
  LoyaltyTierWillFall: SALES,
  ...each(['LoyaltyPointsEarned', 'LoyaltyPointsRedeemed', 'LoyaltyPointsWillExpire'], POINTS),
  CustomerTierUpdated: ['Subscriptions', 'Catalog'],
  ...each(['FlairAwarded', 'FlairRemoved'], ['Marketing']),
  ...each(
    [
      'SubscriptionStarted',
      'SubscriptionChanged',
      'SubscriptionChangeScheduled',
      'SubscriptionChangeRevoked',
      'SubscriptionPaused',
      'SubscriptionResumed',
      'SubscriptionEnded',
    ],
    PLANS,
  ),
  CustomerSegmentChanged: SALES,
  ...each(['SegmentsDecided', 'OwnFieldsChanged'], SALES),
  CustomerErased: EVERY,
  CustomersInactive: PRIVACY,
  ...each(['BreachDue', 'PrivacyRequestReceived', 'PrivacyRequestDue', 'PrivacyRequestClosed'], PRIVACY),
  PrivacyExportReady: ['Notifications'],
  ...each(['CustomersImported', 'ImportUndone'], ['Analytics']),
  ...each(['WebhookDeliveryFailed', 'WebhookDisabled', 'WebhookRecovered'], OPERATORS),
  AuditAnchored: PRIVACY,
}

/** What every system with data of customers must hear, whichever customers it is for otherwise. */
export const isForEvery = (type: string): boolean => MEANT_FOR[type] === EVERY

function each(types: readonly string[], systems: readonly string[]) {
  return Object.fromEntries(types.map((type) => [type, systems]))
}
