/** Which systems of a business need which events, as its requirements name them. Others may subscribe as well. */
export const MEANT_FOR: Readonly<Record<string, readonly string[]>> = {
  CustomerRegistered: ['Marketing', 'Analytics', 'Notifications'],
  CustomerUpdated: ['Orders', 'Payment', 'Subscriptions'],
  CustomerPreferencesUpdated: ['Marketing', 'Catalog', 'Notifications'],
  CustomerAccountDeactivated: ['Marketing', 'Orders', 'Subscriptions', 'Analytics'],
  CustomerLoyaltyTierUpdated: ['Marketing', 'Sales'],
  CustomerSegmentChanged: ['Marketing', 'Sales'],
  ConsentUpdated: ['Notifications', 'Compliance'],
  AccountMerged: ['Orders', 'Marketing', 'Analytics'],
  CustomerRestrictionChanged: ['every system with data of customers'],
  CustomerErased: ['every system with data of customers'],
}
