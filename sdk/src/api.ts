// Generated from openapi.json by `npm run generate`.

export interface paths {
    "/api/v1/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a sign-in page says of the business
         * @description Its sign above the door, for people who are not signed in yet: of the business that X-Kith-Tenant, the host or a session names, else of the only one.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        get: operations["getBusiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the business that you work for, and what you may do there
         * @description A screen shows what its user may do and leaves out the rest; the server checks each call all the same.
         *
         *     Needs `customers:read`: find and read customers.
         */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List and search customers
         * @description Without `sort` a search gives the best first. `nextCursor` leads to the next page and is good for a day.
         *
         *     Needs `customers:read`: find and read customers.
         */
        get: operations["getCustomers"];
        put?: never;
        /**
         * Create a customer
         * @description A `guest` is anonymous. A `stub` has a first name and a phone. A `full` customer has verified contacts: with the token of /customers/verify-otp for `register` or `upgrade` it is one, without it this answers `verification_required`, unless your key may import.
         *
         *     Needs `customers:write`: create and change customers.
         */
        post: operations["postCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the one customer with this phone, e-mail or number
         * @description A body rather than a query, so that no contact ever stands in an address.
         *
         *     Needs `customers:read`: find and read customers.
         */
        post: operations["postCustomersLookup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count customers by type, status, tier and time
         * @description Needs `customers:statistics`: read statistics.
         */
        get: operations["getCustomersStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export customers as CSV or NDJSON
         * @description Any filter of the list. Streamed; the CSV starts with a byte order mark so that Excel shows Arabic, and cells that a spreadsheet would run as formulas are prefixed with an apostrophe.
         *
         *     Needs `customers:export`: export customers.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        get: operations["getCustomersExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one customer
         * @description Needs `customers:read`: find and read customers.
         */
        get: operations["getCustomersById"];
        put?: never;
        post?: never;
        /**
         * Deactivate a customer
         * @description The customer and all history stay, and can be reactivated. Erasure is another thing.
         *
         *     Needs `customers:deactivate`: deactivate, suspend and reactivate customers.
         */
        delete: operations["deleteCustomersById"];
        options?: never;
        head?: never;
        /**
         * Change a customer
         * @description Send only what changes; null clears. A guest that gets a name and a phone becomes a stub.
         *
         *     Needs `customers:write`: create and change customers.
         */
        patch: operations["patchCustomersById"];
        trace?: never;
    };
    "/api/v1/customers/{customerId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a customer
         * @description A suspended customer cannot come back by signing in; only staff can reactivate.
         *
         *     Needs `customers:deactivate`: deactivate, suspend and reactivate customers.
         */
        post: operations["postCustomersSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a customer
         * @description After deactivation, suspension or cancellation.
         *
         *     Needs `customers:deactivate`: deactivate, suspend and reactivate customers.
         */
        post: operations["postCustomersReactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/display-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the display name and those before it
         * @description Needs `customers:read`: find and read customers.
         */
        get: operations["getCustomersDisplayName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/display-name/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a customer a new display name
         * @description Needs `customers:write`: create and change customers.
         */
        post: operations["postCustomersDisplayNameRegenerate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what of a customer, newest first
         * @description Needs `customers:history`: read the history of a customer.
         */
        get: operations["getCustomersHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the addresses of a customer
         * @description The default first, then in the order they came; with `near` the nearest first and those without coordinates last.
         *
         *     Needs `addresses:read`: read the addresses of customers.
         */
        get: operations["getCustomersAddresses"];
        put?: never;
        /**
         * Add an address
         * @description The rules of the country say what it needs; the first one becomes the default.
         *
         *     Needs `addresses:write`: add, change and remove addresses of customers.
         */
        post: operations["postCustomersAddresses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/addresses/{addressId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one address
         * @description Needs `addresses:read`: read the addresses of customers.
         */
        get: operations["getCustomersAddressesById"];
        put?: never;
        post?: never;
        /**
         * Delete an address
         * @description It can be restored. A deleted default hands that on to the newest of the others.
         *
         *     Needs `addresses:write`: add, change and remove addresses of customers.
         */
        delete: operations["deleteCustomersAddressesById"];
        options?: never;
        head?: never;
        /**
         * Change an address
         * @description Send only what changes; null clears. What changes the place is checked anew.
         *
         *     Needs `addresses:write`: add, change and remove addresses of customers.
         */
        patch: operations["patchCustomersAddressesById"];
        trace?: never;
    };
    "/api/v1/customers/{customerId}/addresses/{addressId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a deleted address
         * @description Needs `addresses:write`: add, change and remove addresses of customers.
         */
        post: operations["postCustomersAddressesRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/addresses/{addressId}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an address the default
         * @description Needs `addresses:write`: add, change and remove addresses of customers.
         */
        post: operations["postCustomersAddressesDefault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/address-rules/{country}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what an address in a country needs
         * @description So that a form can ask for it.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        get: operations["getAddressRulesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how strictly addresses are validated
         * @description Needs `settings:manage`: change the settings of the business.
         */
        get: operations["getSettingsAddresses"];
        /**
         * Decide how strictly addresses are validated
         * @description What is not named stays.
         *
         *     Needs `settings:manage`: change the settings of the business.
         */
        put: operations["putSettingsAddresses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the wordings of all messages
         * @description Needs `messages:manage`: word the messages that customers get.
         */
        get: operations["getMessageTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Word a message
         * @description Plain text with placeholders such as `{code}`; `{minutes}` and `{hours}` are written with their unit, `{business}` is always there. A blank line starts a paragraph. `wording: null` goes back to the original.
         *
         *     Needs `messages:manage`: word the messages that customers get.
         */
        put: operations["putMessageTemplatesById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count messages, and how long they took
         * @description Of those queued from `from` up to, not including, `to`; by default of the last 24 hours.
         *
         *     Needs `customers:statistics`: read statistics.
         */
        get: operations["getMessagesStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/twilio-status/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hear from Twilio what became of a text
         * @description Called by Twilio, and signed in `X-Twilio-Signature` with the token of the account.
         *
         *     Anyone may call this; the path names the tenant.
         */
        post: operations["postMessagesTwilioStatusById"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dev/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the messages that would have been sent
         * @description For development: there only while no provider is configured, with the embedded database on this machine or `KITH_DEV_INBOX=on`. Newest first.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        get: operations["getDevMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dev/messages/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the same as a page, also at /dev/messages
         * @description Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        get: operations["getDevMessagesPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/send-otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a code to a phone or an e-mail
         * @description Six digits, good for 5 minutes, three tries and one use; it ends the one before. The answer is the same whether anybody is known by this contact or not.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postCustomersSendOtp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/verify-otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove a phone or an e-mail by its code
         * @description The token is the proof: for this purpose, once, within 10 minutes.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postCustomersVerifyOtp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the limits of codes
         * @description Needs `settings:manage`: change the settings of the business.
         */
        get: operations["getSettingsVerification"];
        /**
         * Change the limits of codes
         * @description What is not named stays.
         *
         *     Needs `settings:manage`: change the settings of the business.
         */
        put: operations["putSettingsVerification"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preference-schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what customers are asked about
         * @description Labels in both languages: a sign-up page shows them before anybody signed in.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        get: operations["getPreferenceSchema"];
        /**
         * Decide what customers are asked about
         * @description Replaces the whole schema. What customers said stays as they said it: what does not fit any more is reported and counts as the default, and counts again when the schema offers it again.
         *
         *     Needs `settings:manage`: change the settings of the business.
         */
        put: operations["putPreferenceSchema"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the preferences of a customer
         * @description Needs `customers:read`: find and read customers.
         */
        get: operations["getCustomersPreferences"];
        /**
         * Replace the preferences of a customer
         * @description What is not named goes back to the default.
         *
         *     Needs `customers:write`: create and change customers.
         */
        put: operations["putCustomersPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change some preferences of a customer
         * @description What is not named stays, null goes back to the default.
         *
         *     Needs `customers:write`: create and change customers.
         */
        patch: operations["patchCustomersPreferences"];
        trace?: never;
    };
    "/api/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what people are asked to consent to
         * @description With the text of the latest version in each language; a sign-up page shows it before anybody signed in.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        get: operations["getConsents"];
        put?: never;
        /**
         * Publish a document to consent to
         * @description A purpose has one document at a time. E-mail marketing asks for a second yes by a link in an e-mail, unless `doubleOptIn` is false.
         *
         *     Needs `consents:manage`: publish and retire the documents that customers consent to.
         */
        post: operations["postConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{documentId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List every version of a document, newest first
         * @description Needs `customers:read`: find and read customers.
         */
        get: operations["getConsentsVersions"];
        put?: never;
        /**
         * Publish a new version of a document
         * @description With `asksAgain`, consents to the versions before become `outdated` until they are given again.
         *
         *     Needs `consents:manage`: publish and retire the documents that customers consent to.
         */
        post: operations["postConsentsVersions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/{documentId}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a document
         * @description Nobody can consent to it any more and no consent to it counts; what was said stays, and can be withdrawn.
         *
         *     Needs `consents:manage`: publish and retire the documents that customers consent to.
         */
        post: operations["postConsentsRetire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a customer consents to, now or at a time
         * @description Needs `customers:read`: find and read customers.
         */
        get: operations["getCustomersConsents"];
        put?: never;
        /**
         * Record that a customer consents, or does not any more
         * @description Of `documentId` and `purpose` give one. With `version` the consent is refused when that is not the latest: it is what the person was shown. `spoken` is what somebody of the staff heard at the counter.
         *
         *     Needs `customers:write`: create and change customers.
         */
        post: operations["postCustomersConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/consents/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List every decision of a customer, newest first
         * @description Needs `customers:read`: find and read customers.
         */
        get: operations["getCustomersConsentsEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/consents/{eventId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the receipt of a decision, with the text that was decided about
         * @description Needs `customers:read`: find and read customers.
         */
        get: operations["getCustomersConsentsReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/consents/{eventId}/receipt/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Print the receipt of a decision
         * @description Needs `customers:read`: find and read customers.
         */
        get: operations["getCustomersConsentsReceiptPrint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marketing-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export who may be sent marketing
         * @description One JSON object a line: only active customers with a consent that counts now, a verified contact, and no wish against this channel and topic. `unsubscribe` is for the List-Unsubscribe header (RFC 8058) and for the foot of the message.
         *
         *     Needs `customers:export`: export customers.
         */
        get: operations["getMarketingContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unsubscribe/{tenant}/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page behind an unsubscribe link
         * @description Changes nothing: whatever looks at links before people do must not unsubscribe them.
         *
         *     Anyone may call this; the path names the tenant.
         */
        get: operations["getUnsubscribeById"];
        put?: never;
        /**
         * Unsubscribe by a link, with one click (RFC 8058)
         * @description Withdraws the one consent that the link is bound to, also when it is followed again.
         *
         *     Anyone may call this; the path names the tenant.
         */
        post: operations["postUnsubscribeById"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-confirmations/{tenant}/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the page behind the link that confirms a consent
         * @description Changes nothing: whatever looks at links before people do must not consent for them.
         *
         *     Anyone may call this; the path names the tenant.
         */
        get: operations["getConsentConfirmationsById"];
        put?: never;
        /**
         * Confirm a consent by the link in an e-mail
         * @description Once, within a week, while the address is still the customer’s and nothing else was decided since.
         *
         *     Anyone may call this; the path names the tenant.
         */
        post: operations["postConsentConfirmationsById"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/cart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the cart of a customer
         * @description Needs `customers:read`: find and read customers.
         */
        get: operations["getCustomersCart"];
        /**
         * Replace the cart of a customer
         * @description At most 200 lines, one for each `sku`. When two customers merge, their quantities add up.
         *
         *     Needs `customers:write`: create and change customers.
         */
        put: operations["putCustomersCart"];
        post?: never;
        /**
         * Empty the cart of a customer
         * @description Needs `customers:write`: create and change customers.
         */
        delete: operations["deleteCustomersCart"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge one customer into another
         * @description Everything of `from` moves to `into`, which survives; the id of `from` keeps answering with the survivor. The survivor keeps its values, a verified contact beats an unverified one, and what is empty is filled by the other; `choices` prefers a side field by field. A survivor that was itself merged stands for the one it became. Can be undone.
         *
         *     Needs `customers:merge`: merge customers and undo merges.
         */
        post: operations["postCustomersMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merges/{mergeId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a merge
         * @description Gives back exactly what was moved. What happened since stays with the survivor; `needsHuman` lists what somebody must look at. Merges of one person are undone in reverse order.
         *
         *     Needs `customers:merge`: merge customers and undo merges.
         */
        post: operations["postMergesUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The merges of a customer and of everyone in it, newest first
         * @description Needs `customers:history`: read the history of a customer.
         */
        get: operations["getCustomersMerges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register with an e-mail and a password
         * @description Makes a customer with an account and signs it in. Nothing in the answer depends on whether the e-mail or the phone is known here: until they are proved they show and change nothing. A confirmed e-mail makes the customer `full` and joins what the business knew of it before.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an e-mail
         * @description By the `token` of the link or by the `code`. The code needs the session that was opened by registering; the link needs that session or the `password` of the account: whoever only reads the mailbox cannot confirm what a stranger registered with it.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthVerifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/resend-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the message that confirms the e-mail again
         * @description Needs a login: an access token or a session cookie.
         */
        post: operations["postAuthResendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with an e-mail and a password
         * @description Gives a session, or `mfa`: then /auth/mfa finishes. An unknown e-mail and a wrong password are the same answer after the same time.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a guest or a stub a full customer
         * @description With the token of /customers/verify-otp for `upgrade`, by staff (`customers:write`) or by the person who is signed in as this customer; an e-mail that was not proved only by staff. Preferences and consent have endpoints of their own.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postCustomersUpgrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove one’s phone or e-mail, or change it
         * @description With the token of /customers/verify-otp for `change_contact`. Counts only once proved; the one before stays in the history, no longer signs in, and is told. Where the business knew somebody by the new one, that person and this login become one. Wants a recent proof of who one is.
         *
         *     Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postAuthContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in or register with a phone that was proved by a code
         * @description With the token that /customers/verify-otp gave for `sign_in` or `register`. Whoever has an account by this phone is signed in to it; whom the business knows by it gets one; anybody else becomes a customer. `auth.name_needed` asks for the name and leaves the token good: it comes for numbers that nobody has, and for those whose holder was silent so long that the number may be somebody else’s by now.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin as a guest
         * @description Makes a guest for a visitor of the app or the web, to put a cart on. The token is shown this once; given as `guestToken` at registration or sign-in, it makes cart and profile of the guest part of the account.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthGuest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/guest/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over a guest while signed in
         * @description A token that is used, too old or not of this business does nothing; the answer is the same.
         *
         *     Needs a login: an access token or a session cookie.
         */
        post: operations["postAuthGuestAdopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a sign-in with the second factor
         * @description A challenge takes five tries within ten minutes. No code is good twice.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthMfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the next refresh token and a new access token
         * @description The refresh token comes in the body, or in the cookie of a session that is carried by cookies. It is good once; sent again within 10 seconds it gets the same successor, later it ends the session.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description By the access token or the refresh token, whichever is there.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End every session of this account
         * @description Needs a login: an access token or a session cookie.
         */
        post: operations["postAuthLogoutAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description Needs a login: an access token or a session cookie.
         */
        get: operations["getAuthMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sessions of this account
         * @description Needs a login: an access token or a session cookie.
         */
        get: operations["getAuthSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one session of this account
         * @description Needs a login: an access token or a session cookie.
         */
        delete: operations["deleteAuthSessionsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password
         * @description Sends a link, good for 30 minutes, when there is such an account. The answer does not tell.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthForgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password by the link from the message
         * @description The link is good once. Every session ends, a lock is lifted, and the e-mail counts as confirmed.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the password
         * @description Every other session ends, and a message tells.
         *
         *     Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postAuthChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove again who you are
         * @description By the password, or by a code of the authenticator. Opens what wants a recent proof, for 10 minutes.
         *
         *     Needs a login: an access token or a session cookie.
         */
        post: operations["postAuthStepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up an authenticator in the middle of a sign-in
         * @description Where the role needs a second factor and there is none yet. /auth/mfa with its first code finishes.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthMfaEnrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/sms-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the code for a sign-in by text
         * @description Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthMfaSmsCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to use a phone as second factor
         * @description Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postAuthMfaSms"];
        /**
         * Do without the phone as second factor
         * @description Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        delete: operations["deleteAuthMfaSms"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/sms/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the phone with the code that was sent to it
         * @description Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postAuthMfaSmsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to set up an authenticator
         * @description One that is in use stays in use until the new one is confirmed.
         *
         *     Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postAuthMfaTotp"];
        /**
         * Do without the authenticator
         * @description Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        delete: operations["deleteAuthMfaTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the authenticator with its first code
         * @description From then on every sign-in needs it. Sessions without a second factor end, except this one.
         *
         *     Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postAuthMfaTotpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/mfa/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New recovery codes; the old ones end
         * @description Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postAuthMfaRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same, of the tenant that the host or X-Kith-Tenant names
         * @description Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        get: operations["getWellKnownJwksJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/jwks/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys that check access tokens of a tenant
         * @description Named by slug or id, because who checks tokens elsewhere can rarely send a header.
         *
         *     Anyone may call this; the path names the tenant.
         */
        get: operations["getAuthJwksById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How people sign in here
         * @description Needs `settings:manage`: change the settings of the business.
         */
        get: operations["getSettingsSignIn"];
        /**
         * Decide how people sign in here
         * @description What is not named stays.
         *
         *     Needs `settings:manage`: change the settings of the business.
         */
        put: operations["putSettingsSignIn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody on the staff, also invited and disabled
         * @description Needs `staff:manage`: invite staff, change their roles and disable them.
         */
        get: operations["getStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite somebody to the staff
         * @description Sends a link, good for 7 days. Inviting the same e-mail again sends a new one and ends the old.
         *
         *     Needs `staff:manage`: invite staff, change their roles and disable them.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postStaffInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation by choosing a password
         * @description Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postStaffInvitationsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change somebody’s role
         * @description Holds from the next request on. The last owner stays one.
         *
         *     Needs `staff:manage`: invite staff, change their roles and disable them.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        patch: operations["patchStaffById"];
        trace?: never;
    };
    "/api/v1/staff/{accountId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable somebody’s login; it can be enabled again
         * @description All sessions end. An invitation that was not accepted ends for good.
         *
         *     Needs `staff:manage`: invite staff, change their roles and disable them.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postStaffDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{accountId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a disabled login
         * @description Needs `staff:manage`: invite staff, change their roles and disable them.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postStaffEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The logins of a customer
         * @description Needs `customers:read`: find and read customers.
         */
        get: operations["getCustomersAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The providers that people sign in with
         * @description Google, Auth0 or any other that speaks OpenID Connect. Give it one of the `redirectUris`.
         *
         *     Needs `settings:manage`: change the settings of the business.
         */
        get: operations["getSettingsOidc"];
        /**
         * Decide which providers people sign in with
         * @description The whole list. Who is not on it any more signs nobody in.
         *
         *     Needs `settings:manage`: change the settings of the business.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        put: operations["putSettingsOidc"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The providers to show on a sign-in page
         * @description Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        get: operations["getAuthOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/{tenant}/{provider}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to a provider to sign in
         * @description For a link that a browser follows: it ends at `returnTo` with a session in cookies, at /account/sign-in#challenge=… when a second factor is needed, or at /account/sign-in#error=… with the code of a refusal.
         *
         *     Anyone may call this; the path names the tenant.
         */
        get: operations["getAuthOidcStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/{tenant}/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from a provider
         * @description Where the provider sends the browser: the redirect URI. Good once, within 10 minutes, in the same browser.
         *
         *     Anyone may call this; the path names the tenant.
         */
        get: operations["getAuthOidcCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/nonce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A nonce for an ID token that an app asks for
         * @description Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthOidcNonce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/{provider}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with an ID token
         * @description For apps that get one from the system, such as Google One Tap. It must carry a nonce of /auth/oidc/nonce, which is good once, and be meant for the client of the settings.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthOidcToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The providers that sign in to this account
         * @description Needs a login: an access token or a session cookie.
         */
        get: operations["getAuthLinks"];
        put?: never;
        /**
         * Let a provider sign in to this account
         * @description Answers the address to send this browser to, which comes back to `returnTo`; with #error=… when it was refused.
         *
         *     Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postAuthLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Let a provider no longer sign in to this account
         * @description Every other session ends. The last way into an account stays.
         *
         *     Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        delete: operations["deleteAuthLinksById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to add a passkey
         * @description `publicKey` is for `PublicKeyCredential.parseCreationOptionsFromJSON()`. Good once, for 5 minutes.
         *
         *     Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postAuthPasskeysBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The passkeys of this account
         * @description Needs a login: an access token or a session cookie.
         */
        get: operations["getAuthPasskeys"];
        put?: never;
        /**
         * Add a passkey to this account
         * @description It signs in alone: the device asks for a finger, a face or its code, which makes it two factors.
         *
         *     Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postAuthPasskeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey from this account
         * @description Every other session ends. The last way into an account stays.
         *
         *     Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        delete: operations["deleteAuthPasskeysById"];
        options?: never;
        head?: never;
        /**
         * Name a passkey
         * @description Needs a login: an access token or a session cookie.
         */
        patch: operations["patchAuthPasskeysById"];
        trace?: never;
    };
    "/api/v1/auth/passkey/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in, or to prove again who you are, with a passkey
         * @description `publicKey` is for `PublicKeyCredential.parseRequestOptionsFromJSON()`. It names nobody: the device offers what it has. Good once, for 5 minutes.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthPasskeyBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey
         * @description No second factor is asked for: the passkey is one that also proved who holds it.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postAuthPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/step-up/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove again who you are, with a passkey of this account
         * @description Needs a login: an access token or a session cookie.
         */
        post: operations["postAuthStepUpPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tills, newest first; also those that were revoked
         * @description Needs `tills:manage`: register tills and revoke them.
         */
        get: operations["getTills"];
        put?: never;
        /**
         * Register a till
         * @description The code is typed on the device, once, within 15 minutes; see /tills/pair.
         *
         *     Needs `tills:manage`: register tills and revoke them.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postTills"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tills/{tillId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a till
         * @description Whoever is signed in on it is out at once, and its PINs are gone.
         *
         *     Needs `tills:manage`: register tills and revoke them.
         */
        post: operations["postTillsRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tills/pair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make this device the till that was registered
         * @description The token is the device’s for as long as the till is not revoked. By itself it signs nobody in.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postTillsPair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tills/pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a PIN for this till
         * @description After a full sign-in. The session is one of this till from then on: it lasts up to 30 days, falls asleep when nobody uses it, and the PIN begins the next one.
         *
         *     Needs a login: an access token or a session cookie.
         *
         *     A login must have proved within 10 minutes who it is.
         */
        post: operations["postTillsPins"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tills/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who can sign in on this till with a PIN
         * @description Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postTillsOperators"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tills/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in on this till with a PIN
         * @description Ends the session of whoever was signed in here before. Five wrong PINs in a row lock it until a full sign-in. What wants a recent proof wants the password or an authenticator: a PIN is none.
         *
         *     Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.
         */
        post: operations["postTillsSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tills/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock this till now
         * @description Needs a login: an access token or a session cookie.
         */
        post: operations["postTillsLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Numbers that were proved by somebody who does not look like their holder, newest first
         * @description Needs `customers:merge`: merge customers and undo merges.
         */
        get: operations["getHandOvers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-overs/{handOverId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide that both are one person
         * @description The new customer is merged into the one that had the number, and its history opens. Can be undone.
         *
         *     Needs `customers:merge`: merge customers and undo merges.
         */
        post: operations["postHandOversMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-overs/{handOverId}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide that they are two persons
         * @description Needs `customers:merge`: merge customers and undo merges.
         */
        post: operations["postHandOversDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description What an entry of a customer says of before and after is sealed with that person’s key and stands in their history; here it is null.
         *
         *     Needs `audit:read`: read and export the audit trail, and check its chain.
         */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit trail as NDJSON
         * @description Any filter of the list. Streamed, newest first; the export itself is an entry.
         *
         *     Needs `audit:read`: read and export the audit trail, and check its chain.
         */
        get: operations["getAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Walk the chain of the audit trail and name the first broken link
         * @description Needs `audit:read`: read and export the audit trail, and check its chain.
         */
        get: operations["getAuditVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        /** @description The name in Arabic script */
                        name2: string | null;
                        country: string;
                        /** @enum {string} */
                        locale: "en" | "ar";
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        /** @description The name in Arabic script */
                        name2: string | null;
                        country: string;
                        /** @enum {string} */
                        locale: "en" | "ar";
                        /** @description The scopes of the caller */
                        may: string[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomers: {
        parameters: {
            query?: {
                /** @description Names in either script, phone, e-mail or number; any part of them */
                q?: string;
                /** @description One or more of guest, stub, full, separated by commas */
                type?: string;
                /** @description By default all but merged and erased */
                status?: string;
                /** @description One or more of free, basic, premium, enterprise, separated by commas */
                tier?: string;
                loyaltyTier?: string;
                segment?: string;
                /** @description Whether the phone or the e-mail is verified */
                verified?: "true" | "false";
                createdFrom?: string;
                /** @description Up to, not including */
                createdTo?: string;
                /** @description By default: created, or what fits best when searching */
                sort?: "created" | "updated" | "number" | "spent" | "orders" | "points" | "lastSeen";
                order?: "asc" | "desc";
                limit?: number;
                cursor?: string;
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            number: string;
                            /** @enum {string} */
                            type: "guest" | "stub" | "full";
                            /** @enum {string} */
                            status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
                            firstName: string;
                            lastName: string | null;
                            name: string;
                            name2: string | null;
                            preferredName: string | null;
                            companyName: string | null;
                            avatarUrl: string | null;
                            phone: string | null;
                            phoneVerified: boolean;
                            email: string | null;
                            emailVerified: boolean;
                            contactsMasked: boolean;
                            displayName: string | null;
                            /** @enum {string} */
                            tier: "free" | "basic" | "premium" | "enterprise";
                            loyaltyTier: string | null;
                            segment: string | null;
                            plan: string | null;
                            /** @enum {string} */
                            locale: "en" | "ar";
                            country: string;
                            notes: string | null;
                            config: {
                                [key: string]: unknown;
                            };
                            features: {
                                [key: string]: unknown;
                            };
                            extra: {
                                [key: string]: unknown;
                            };
                            totalOrders: number;
                            /** @description Decimal, in the currency of the tenant */
                            totalSpent: string;
                            loyaltyPoints: number;
                            lastSeenAt: string;
                            createdAt: string;
                            updatedAt: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                        total: number | null;
                        /** @enum {string} */
                        totalIs: "exact" | "estimated" | "at_least" | "not_counted";
                    };
                };
            };
            /**
             * @description `cursor_invalid`: This cursor was not made for this list; start from the first page.
             *
             *     `cursor_expired`: This cursor has expired; start from the first page.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "cursor_invalid" | "cursor_expired";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `customer.query_too_short`: Type at least two letters or digits.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "customer.query_too_short";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default guest
                     * @enum {string}
                     */
                    type?: "guest" | "stub" | "full";
                    firstName?: string;
                    lastName?: string | null;
                    /** @description The name in Arabic script */
                    name2?: string | null;
                    preferredName?: string | null;
                    companyName?: string | null;
                    avatarUrl?: string | null;
                    phone?: string | null;
                    email?: string | null;
                    notes?: string | null;
                    config?: {
                        [key: string]: unknown;
                    };
                    features?: {
                        [key: string]: unknown;
                    };
                    extra?: {
                        [key: string]: unknown;
                    };
                    /** @enum {string} */
                    locale?: "en" | "ar";
                    country?: string;
                    /** @description Legacy plan; fills the tier. Needs `customers:import`. */
                    plan?: string;
                    /**
                     * Format: date-time
                     * @description When the customer came, elsewhere. Needs `customers:import`.
                     */
                    createdAt?: string;
                    verificationToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        type: "guest" | "stub" | "full";
                        /** @enum {string} */
                        status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
                        firstName: string;
                        lastName: string | null;
                        name: string;
                        name2: string | null;
                        preferredName: string | null;
                        companyName: string | null;
                        avatarUrl: string | null;
                        phone: string | null;
                        phoneVerified: boolean;
                        email: string | null;
                        emailVerified: boolean;
                        contactsMasked: boolean;
                        displayName: string | null;
                        /** @enum {string} */
                        tier: "free" | "basic" | "premium" | "enterprise";
                        loyaltyTier: string | null;
                        segment: string | null;
                        plan: string | null;
                        /** @enum {string} */
                        locale: "en" | "ar";
                        country: string;
                        notes: string | null;
                        config: {
                            [key: string]: unknown;
                        };
                        features: {
                            [key: string]: unknown;
                        };
                        extra: {
                            [key: string]: unknown;
                        };
                        totalOrders: number;
                        /** @description Decimal, in the currency of the tenant */
                        totalSpent: string;
                        loyaltyPoints: number;
                        lastSeenAt: string;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `customer.import_only`: These fields can only be set with the permission customers:import.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "customer.import_only";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `customer.phone_taken`: Another customer already has this phone number.
             *
             *     `customer.email_taken`: Another customer already has this e-mail.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.phone_taken" | "customer.email_taken";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `customer.guest_has_no_contacts`: A guest is anonymous. With a name and a phone it is a stub.
             *
             *     `customer.name_needed`: This type of customer needs a first name.
             *
             *     `customer.phone_needed`: This type of customer needs a phone number.
             *
             *     `verification_required`: This needs a contact that was proved by a code.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used before with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "customer.guest_has_no_contacts" | "customer.name_needed" | "customer.phone_needed" | "verification_required" | "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersLookup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Any common spelling; stored as E.164 */
                    phone?: string;
                    email?: string;
                    number?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        type: "guest" | "stub" | "full";
                        /** @enum {string} */
                        status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
                        firstName: string;
                        lastName: string | null;
                        name: string;
                        name2: string | null;
                        preferredName: string | null;
                        companyName: string | null;
                        avatarUrl: string | null;
                        phone: string | null;
                        phoneVerified: boolean;
                        email: string | null;
                        emailVerified: boolean;
                        contactsMasked: boolean;
                        displayName: string | null;
                        /** @enum {string} */
                        tier: "free" | "basic" | "premium" | "enterprise";
                        loyaltyTier: string | null;
                        segment: string | null;
                        plan: string | null;
                        /** @enum {string} */
                        locale: "en" | "ar";
                        country: string;
                        notes: string | null;
                        config: {
                            [key: string]: unknown;
                        };
                        features: {
                            [key: string]: unknown;
                        };
                        extra: {
                            [key: string]: unknown;
                        };
                        totalOrders: number;
                        /** @description Decimal, in the currency of the tenant */
                        totalSpent: string;
                        loyaltyPoints: number;
                        lastSeenAt: string;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersStatistics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        byType: {
                            [key: string]: number;
                        };
                        byStatus: {
                            [key: string]: number;
                        };
                        byTier: {
                            [key: string]: number;
                        };
                        phoneVerified: number;
                        newToday: number;
                        newThisWeek: number;
                        newThisMonth: number;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersExport: {
        parameters: {
            query?: {
                /** @description Names in either script, phone, e-mail or number; any part of them */
                q?: string;
                /** @description One or more of guest, stub, full, separated by commas */
                type?: string;
                /** @description By default all but merged and erased */
                status?: string;
                /** @description One or more of free, basic, premium, enterprise, separated by commas */
                tier?: string;
                loyaltyTier?: string;
                segment?: string;
                /** @description Whether the phone or the e-mail is verified */
                verified?: "true" | "false";
                createdFrom?: string;
                /** @description Up to, not including */
                createdTo?: string;
                format?: "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `customer.query_too_short`: Type at least two letters or digits.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "customer.query_too_short";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        type: "guest" | "stub" | "full";
                        /** @enum {string} */
                        status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
                        firstName: string;
                        lastName: string | null;
                        name: string;
                        name2: string | null;
                        preferredName: string | null;
                        companyName: string | null;
                        avatarUrl: string | null;
                        phone: string | null;
                        phoneVerified: boolean;
                        email: string | null;
                        emailVerified: boolean;
                        contactsMasked: boolean;
                        displayName: string | null;
                        /** @enum {string} */
                        tier: "free" | "basic" | "premium" | "enterprise";
                        loyaltyTier: string | null;
                        segment: string | null;
                        plan: string | null;
                        /** @enum {string} */
                        locale: "en" | "ar";
                        country: string;
                        notes: string | null;
                        config: {
                            [key: string]: unknown;
                        };
                        features: {
                            [key: string]: unknown;
                        };
                        extra: {
                            [key: string]: unknown;
                        };
                        totalOrders: number;
                        /** @description Decimal, in the currency of the tenant */
                        totalSpent: string;
                        loyaltyPoints: number;
                        lastSeenAt: string;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    deleteCustomersById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; if it has changed, 412. */
                "if-match"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        type: "guest" | "stub" | "full";
                        /** @enum {string} */
                        status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
                        firstName: string;
                        lastName: string | null;
                        name: string;
                        name2: string | null;
                        preferredName: string | null;
                        companyName: string | null;
                        avatarUrl: string | null;
                        phone: string | null;
                        phoneVerified: boolean;
                        email: string | null;
                        emailVerified: boolean;
                        contactsMasked: boolean;
                        displayName: string | null;
                        /** @enum {string} */
                        tier: "free" | "basic" | "premium" | "enterprise";
                        loyaltyTier: string | null;
                        segment: string | null;
                        plan: string | null;
                        /** @enum {string} */
                        locale: "en" | "ar";
                        country: string;
                        notes: string | null;
                        config: {
                            [key: string]: unknown;
                        };
                        features: {
                            [key: string]: unknown;
                        };
                        extra: {
                            [key: string]: unknown;
                        };
                        totalOrders: number;
                        /** @description Decimal, in the currency of the tenant */
                        totalSpent: string;
                        loyaltyPoints: number;
                        lastSeenAt: string;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.wrong_status`: The customer’s present status does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.wrong_status";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `version_conflict`: Somebody changed this meanwhile; read it again and repeat your change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "version_conflict";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    patchCustomersById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; if it has changed, 412. */
                "if-match"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    firstName?: string;
                    lastName?: string | null;
                    /** @description The name in Arabic script */
                    name2?: string | null;
                    preferredName?: string | null;
                    companyName?: string | null;
                    avatarUrl?: string | null;
                    phone?: string | null;
                    email?: string | null;
                    notes?: string | null;
                    config?: {
                        [key: string]: unknown;
                    };
                    features?: {
                        [key: string]: unknown;
                    };
                    extra?: {
                        [key: string]: unknown;
                    };
                    /** @enum {string} */
                    locale?: "en" | "ar";
                    country?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        type: "guest" | "stub" | "full";
                        /** @enum {string} */
                        status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
                        firstName: string;
                        lastName: string | null;
                        name: string;
                        name2: string | null;
                        preferredName: string | null;
                        companyName: string | null;
                        avatarUrl: string | null;
                        phone: string | null;
                        phoneVerified: boolean;
                        email: string | null;
                        emailVerified: boolean;
                        contactsMasked: boolean;
                        displayName: string | null;
                        /** @enum {string} */
                        tier: "free" | "basic" | "premium" | "enterprise";
                        loyaltyTier: string | null;
                        segment: string | null;
                        plan: string | null;
                        /** @enum {string} */
                        locale: "en" | "ar";
                        country: string;
                        notes: string | null;
                        config: {
                            [key: string]: unknown;
                        };
                        features: {
                            [key: string]: unknown;
                        };
                        extra: {
                            [key: string]: unknown;
                        };
                        totalOrders: number;
                        /** @description Decimal, in the currency of the tenant */
                        totalSpent: string;
                        loyaltyPoints: number;
                        lastSeenAt: string;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `customer.phone_taken`: Another customer already has this phone number.
             *
             *     `customer.email_taken`: Another customer already has this e-mail.
             *
             *     `customer.wrong_status`: The customer’s present status does not allow this.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.phone_taken" | "customer.email_taken" | "customer.wrong_status";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `version_conflict`: Somebody changed this meanwhile; read it again and repeat your change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "version_conflict";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `customer.name_needed`: This type of customer needs a first name.
             *
             *     `customer.phone_needed`: This type of customer needs a phone number.
             *
             *     `verification_required`: This needs a contact that was proved by a code.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "customer.name_needed" | "customer.phone_needed" | "verification_required";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersSuspend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        type: "guest" | "stub" | "full";
                        /** @enum {string} */
                        status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
                        firstName: string;
                        lastName: string | null;
                        name: string;
                        name2: string | null;
                        preferredName: string | null;
                        companyName: string | null;
                        avatarUrl: string | null;
                        phone: string | null;
                        phoneVerified: boolean;
                        email: string | null;
                        emailVerified: boolean;
                        contactsMasked: boolean;
                        displayName: string | null;
                        /** @enum {string} */
                        tier: "free" | "basic" | "premium" | "enterprise";
                        loyaltyTier: string | null;
                        segment: string | null;
                        plan: string | null;
                        /** @enum {string} */
                        locale: "en" | "ar";
                        country: string;
                        notes: string | null;
                        config: {
                            [key: string]: unknown;
                        };
                        features: {
                            [key: string]: unknown;
                        };
                        extra: {
                            [key: string]: unknown;
                        };
                        totalOrders: number;
                        /** @description Decimal, in the currency of the tenant */
                        totalSpent: string;
                        loyaltyPoints: number;
                        lastSeenAt: string;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.wrong_status`: The customer’s present status does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.wrong_status";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `version_conflict`: Somebody changed this meanwhile; read it again and repeat your change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "version_conflict";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersReactivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        type: "guest" | "stub" | "full";
                        /** @enum {string} */
                        status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
                        firstName: string;
                        lastName: string | null;
                        name: string;
                        name2: string | null;
                        preferredName: string | null;
                        companyName: string | null;
                        avatarUrl: string | null;
                        phone: string | null;
                        phoneVerified: boolean;
                        email: string | null;
                        emailVerified: boolean;
                        contactsMasked: boolean;
                        displayName: string | null;
                        /** @enum {string} */
                        tier: "free" | "basic" | "premium" | "enterprise";
                        loyaltyTier: string | null;
                        segment: string | null;
                        plan: string | null;
                        /** @enum {string} */
                        locale: "en" | "ar";
                        country: string;
                        notes: string | null;
                        config: {
                            [key: string]: unknown;
                        };
                        features: {
                            [key: string]: unknown;
                        };
                        extra: {
                            [key: string]: unknown;
                        };
                        totalOrders: number;
                        /** @description Decimal, in the currency of the tenant */
                        totalSpent: string;
                        loyaltyPoints: number;
                        lastSeenAt: string;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.wrong_status`: The customer’s present status does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.wrong_status";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `version_conflict`: Somebody changed this meanwhile; read it again and repeat your change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "version_conflict";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersDisplayName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: string | null;
                        former: {
                            displayName: string;
                            givenUpAt: string;
                        }[];
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersDisplayNameRegenerate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: string | null;
                        former: {
                            displayName: string;
                            givenUpAt: string;
                        }[];
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.wrong_status`: The customer’s present status does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.wrong_status";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used before with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersHistory: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            at: string;
                            actor: string;
                            action: string;
                            fields: string[];
                            before: {
                                [key: string]: unknown;
                            };
                            after: {
                                [key: string]: unknown;
                            };
                            reason: string | null;
                            ip: string | null;
                            userAgent: string | null;
                            requestId: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `cursor_invalid`: This cursor was not made for this list; start from the first page.
             *
             *     `cursor_expired`: This cursor has expired; start from the first page.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "cursor_invalid" | "cursor_expired";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersAddresses: {
        parameters: {
            query?: {
                /** @description Latitude and longitude: then the nearest come first */
                near?: string;
                /** @description Instead those that were deleted, the last 50, to restore one */
                deleted?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            customerId: string;
                            /** @enum {string} */
                            type: "home" | "work" | "other";
                            isDefault: boolean;
                            label: string | null;
                            /** @description The label in Arabic script */
                            label2: string | null;
                            building: string | null;
                            building2: string | null;
                            floor: string | null;
                            apartment: string | null;
                            street: string | null;
                            street2: string | null;
                            area: string | null;
                            area2: string | null;
                            city: string | null;
                            city2: string | null;
                            /** @description State, emirate, governorate: its ISO code or its name; see the rules of the country */
                            subdivision: string | null;
                            postalCode: string | null;
                            latitude: number | null;
                            longitude: number | null;
                            deliveryNotes: string | null;
                            country: string;
                            /** @description As mail in that country writes it; in Latin script where given */
                            formatted: {
                                lines: string[];
                                text: string;
                            };
                            /** @description The same in Arabic script, where given */
                            formatted2: {
                                lines: string[];
                                text: string;
                            } | null;
                            /** @enum {string} */
                            verification: "verified" | "unverified" | "rejected";
                            /** @description What the provider says of it, such as `missing.postal_code` */
                            verificationReasons: string[];
                            /** @description When the provider said so */
                            checkedAt: string | null;
                            /** @description From `near` */
                            distanceMeters: number | null;
                            createdAt: string;
                            updatedAt: string;
                            deletedAt: string | null;
                            version: number;
                        }[];
                        nextCursor: null;
                        total: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersAddresses: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label?: string | null;
                    /** @description The label in Arabic script */
                    label2?: string | null;
                    building?: string | null;
                    building2?: string | null;
                    floor?: string | null;
                    apartment?: string | null;
                    street?: string | null;
                    street2?: string | null;
                    area?: string | null;
                    area2?: string | null;
                    city?: string | null;
                    city2?: string | null;
                    /** @description State, emirate, governorate: its ISO code or its name; see the rules of the country */
                    subdivision?: string | null;
                    postalCode?: string | null;
                    latitude?: number | null;
                    longitude?: number | null;
                    deliveryNotes?: string | null;
                    /**
                     * @default home
                     * @enum {string}
                     */
                    type?: "home" | "work" | "other";
                    /** @description By default that of the customer */
                    country?: string;
                    /** @description The first address is the default in any case */
                    isDefault?: boolean;
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        customerId: string;
                        /** @enum {string} */
                        type: "home" | "work" | "other";
                        isDefault: boolean;
                        label: string | null;
                        /** @description The label in Arabic script */
                        label2: string | null;
                        building: string | null;
                        building2: string | null;
                        floor: string | null;
                        apartment: string | null;
                        street: string | null;
                        street2: string | null;
                        area: string | null;
                        area2: string | null;
                        city: string | null;
                        city2: string | null;
                        /** @description State, emirate, governorate: its ISO code or its name; see the rules of the country */
                        subdivision: string | null;
                        postalCode: string | null;
                        latitude: number | null;
                        longitude: number | null;
                        deliveryNotes: string | null;
                        country: string;
                        /** @description As mail in that country writes it; in Latin script where given */
                        formatted: {
                            lines: string[];
                            text: string;
                        };
                        /** @description The same in Arabic script, where given */
                        formatted2: {
                            lines: string[];
                            text: string;
                        } | null;
                        /** @enum {string} */
                        verification: "verified" | "unverified" | "rejected";
                        /** @description What the provider says of it, such as `missing.postal_code` */
                        verificationReasons: string[];
                        /** @description When the provider said so */
                        checkedAt: string | null;
                        /** @description From `near` */
                        distanceMeters: number | null;
                        createdAt: string;
                        updatedAt: string;
                        deletedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `address.too_many`: A customer has at most 50 addresses; remove one first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "address.too_many";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `address.undeliverable`: Nothing can be delivered to this address; see “reasons”.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used before with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "address.undeliverable" | "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `address.check_unavailable`: Addresses cannot be validated at the moment, and this business wants every one validated. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "address.check_unavailable";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersAddressesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description addr_ and 32 hex digits */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        customerId: string;
                        /** @enum {string} */
                        type: "home" | "work" | "other";
                        isDefault: boolean;
                        label: string | null;
                        /** @description The label in Arabic script */
                        label2: string | null;
                        building: string | null;
                        building2: string | null;
                        floor: string | null;
                        apartment: string | null;
                        street: string | null;
                        street2: string | null;
                        area: string | null;
                        area2: string | null;
                        city: string | null;
                        city2: string | null;
                        /** @description State, emirate, governorate: its ISO code or its name; see the rules of the country */
                        subdivision: string | null;
                        postalCode: string | null;
                        latitude: number | null;
                        longitude: number | null;
                        deliveryNotes: string | null;
                        country: string;
                        /** @description As mail in that country writes it; in Latin script where given */
                        formatted: {
                            lines: string[];
                            text: string;
                        };
                        /** @description The same in Arabic script, where given */
                        formatted2: {
                            lines: string[];
                            text: string;
                        } | null;
                        /** @enum {string} */
                        verification: "verified" | "unverified" | "rejected";
                        /** @description What the provider says of it, such as `missing.postal_code` */
                        verificationReasons: string[];
                        /** @description When the provider said so */
                        checkedAt: string | null;
                        /** @description From `near` */
                        distanceMeters: number | null;
                        createdAt: string;
                        updatedAt: string;
                        deletedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `address.not_found`: This customer has no such address.
             *
             *     `customer.not_found`: No customer has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "address.not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    deleteCustomersAddressesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; if it has changed, 412. */
                "if-match"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description addr_ and 32 hex digits */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        customerId: string;
                        /** @enum {string} */
                        type: "home" | "work" | "other";
                        isDefault: boolean;
                        label: string | null;
                        /** @description The label in Arabic script */
                        label2: string | null;
                        building: string | null;
                        building2: string | null;
                        floor: string | null;
                        apartment: string | null;
                        street: string | null;
                        street2: string | null;
                        area: string | null;
                        area2: string | null;
                        city: string | null;
                        city2: string | null;
                        /** @description State, emirate, governorate: its ISO code or its name; see the rules of the country */
                        subdivision: string | null;
                        postalCode: string | null;
                        latitude: number | null;
                        longitude: number | null;
                        deliveryNotes: string | null;
                        country: string;
                        /** @description As mail in that country writes it; in Latin script where given */
                        formatted: {
                            lines: string[];
                            text: string;
                        };
                        /** @description The same in Arabic script, where given */
                        formatted2: {
                            lines: string[];
                            text: string;
                        } | null;
                        /** @enum {string} */
                        verification: "verified" | "unverified" | "rejected";
                        /** @description What the provider says of it, such as `missing.postal_code` */
                        verificationReasons: string[];
                        /** @description When the provider said so */
                        checkedAt: string | null;
                        /** @description From `near` */
                        distanceMeters: number | null;
                        createdAt: string;
                        updatedAt: string;
                        deletedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `address.not_found`: This customer has no such address.
             *
             *     `customer.not_found`: No customer has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "address.not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `version_conflict`: Somebody changed this meanwhile; read it again and repeat your change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "version_conflict";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    patchCustomersAddressesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; if it has changed, 412. */
                "if-match"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description addr_ and 32 hex digits */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label?: string | null;
                    /** @description The label in Arabic script */
                    label2?: string | null;
                    building?: string | null;
                    building2?: string | null;
                    floor?: string | null;
                    apartment?: string | null;
                    street?: string | null;
                    street2?: string | null;
                    area?: string | null;
                    area2?: string | null;
                    city?: string | null;
                    city2?: string | null;
                    /** @description State, emirate, governorate: its ISO code or its name; see the rules of the country */
                    subdivision?: string | null;
                    postalCode?: string | null;
                    latitude?: number | null;
                    longitude?: number | null;
                    deliveryNotes?: string | null;
                    /** @enum {string} */
                    type?: "home" | "work" | "other";
                    country?: string;
                    isDefault?: boolean;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        customerId: string;
                        /** @enum {string} */
                        type: "home" | "work" | "other";
                        isDefault: boolean;
                        label: string | null;
                        /** @description The label in Arabic script */
                        label2: string | null;
                        building: string | null;
                        building2: string | null;
                        floor: string | null;
                        apartment: string | null;
                        street: string | null;
                        street2: string | null;
                        area: string | null;
                        area2: string | null;
                        city: string | null;
                        city2: string | null;
                        /** @description State, emirate, governorate: its ISO code or its name; see the rules of the country */
                        subdivision: string | null;
                        postalCode: string | null;
                        latitude: number | null;
                        longitude: number | null;
                        deliveryNotes: string | null;
                        country: string;
                        /** @description As mail in that country writes it; in Latin script where given */
                        formatted: {
                            lines: string[];
                            text: string;
                        };
                        /** @description The same in Arabic script, where given */
                        formatted2: {
                            lines: string[];
                            text: string;
                        } | null;
                        /** @enum {string} */
                        verification: "verified" | "unverified" | "rejected";
                        /** @description What the provider says of it, such as `missing.postal_code` */
                        verificationReasons: string[];
                        /** @description When the provider said so */
                        checkedAt: string | null;
                        /** @description From `near` */
                        distanceMeters: number | null;
                        createdAt: string;
                        updatedAt: string;
                        deletedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `address.not_found`: This customer has no such address.
             *
             *     `customer.not_found`: No customer has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "address.not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `version_conflict`: Somebody changed this meanwhile; read it again and repeat your change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "version_conflict";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `address.default_needed`: One address is always the default; make another one the default instead.
             *
             *     `address.undeliverable`: Nothing can be delivered to this address; see “reasons”.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "address.default_needed" | "address.undeliverable";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `address.check_unavailable`: Addresses cannot be validated at the moment, and this business wants every one validated. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "address.check_unavailable";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersAddressesRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description addr_ and 32 hex digits */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        customerId: string;
                        /** @enum {string} */
                        type: "home" | "work" | "other";
                        isDefault: boolean;
                        label: string | null;
                        /** @description The label in Arabic script */
                        label2: string | null;
                        building: string | null;
                        building2: string | null;
                        floor: string | null;
                        apartment: string | null;
                        street: string | null;
                        street2: string | null;
                        area: string | null;
                        area2: string | null;
                        city: string | null;
                        city2: string | null;
                        /** @description State, emirate, governorate: its ISO code or its name; see the rules of the country */
                        subdivision: string | null;
                        postalCode: string | null;
                        latitude: number | null;
                        longitude: number | null;
                        deliveryNotes: string | null;
                        country: string;
                        /** @description As mail in that country writes it; in Latin script where given */
                        formatted: {
                            lines: string[];
                            text: string;
                        };
                        /** @description The same in Arabic script, where given */
                        formatted2: {
                            lines: string[];
                            text: string;
                        } | null;
                        /** @enum {string} */
                        verification: "verified" | "unverified" | "rejected";
                        /** @description What the provider says of it, such as `missing.postal_code` */
                        verificationReasons: string[];
                        /** @description When the provider said so */
                        checkedAt: string | null;
                        /** @description From `near` */
                        distanceMeters: number | null;
                        createdAt: string;
                        updatedAt: string;
                        deletedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `address.not_found`: This customer has no such address.
             *
             *     `customer.not_found`: No customer has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "address.not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `address.too_many`: A customer has at most 50 addresses; remove one first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "address.too_many";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used before with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersAddressesDefault: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description addr_ and 32 hex digits */
                addressId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        customerId: string;
                        /** @enum {string} */
                        type: "home" | "work" | "other";
                        isDefault: boolean;
                        label: string | null;
                        /** @description The label in Arabic script */
                        label2: string | null;
                        building: string | null;
                        building2: string | null;
                        floor: string | null;
                        apartment: string | null;
                        street: string | null;
                        street2: string | null;
                        area: string | null;
                        area2: string | null;
                        city: string | null;
                        city2: string | null;
                        /** @description State, emirate, governorate: its ISO code or its name; see the rules of the country */
                        subdivision: string | null;
                        postalCode: string | null;
                        latitude: number | null;
                        longitude: number | null;
                        deliveryNotes: string | null;
                        country: string;
                        /** @description As mail in that country writes it; in Latin script where given */
                        formatted: {
                            lines: string[];
                            text: string;
                        };
                        /** @description The same in Arabic script, where given */
                        formatted2: {
                            lines: string[];
                            text: string;
                        } | null;
                        /** @enum {string} */
                        verification: "verified" | "unverified" | "rejected";
                        /** @description What the provider says of it, such as `missing.postal_code` */
                        verificationReasons: string[];
                        /** @description When the provider said so */
                        checkedAt: string | null;
                        /** @description From `near` */
                        distanceMeters: number | null;
                        createdAt: string;
                        updatedAt: string;
                        deletedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `address.not_found`: This customer has no such address.
             *
             *     `customer.not_found`: No customer has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "address.not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used before with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAddressRulesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                country: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        country: string;
                        name: {
                            en: string;
                            ar: string;
                        };
                        /** @description `line`: a building, a street or an area. In either script. */
                        needs: ("line" | "city" | "subdivision" | "postalCode")[];
                        /** @description Null where the country has none */
                        postalCode: {
                            pattern: string;
                            example: string;
                        } | null;
                        /** @description Empty: free text */
                        subdivisions: {
                            code: string;
                            name: {
                                en: string;
                                ar: string;
                            };
                        }[];
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `country.unknown`: There is no country with this code. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "country.unknown";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getSettingsAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `strict` refuses an address that the provider calls undeliverable; `lenient` keeps it as `rejected`
                         * @default lenient
                         * @enum {string}
                         */
                        validation: "lenient" | "strict";
                        /**
                         * @description Whether `strict` also refuses while the provider does not answer; otherwise it is asked again later
                         * @default store
                         * @enum {string}
                         */
                        whenUnavailable: "store" | "refuse";
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    putSettingsAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `strict` refuses an address that the provider calls undeliverable; `lenient` keeps it as `rejected`
                     * @enum {string}
                     */
                    validation?: "lenient" | "strict";
                    /**
                     * @description Whether `strict` also refuses while the provider does not answer; otherwise it is asked again later
                     * @enum {string}
                     */
                    whenUnavailable?: "store" | "refuse";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `strict` refuses an address that the provider calls undeliverable; `lenient` keeps it as `rejected`
                         * @default lenient
                         * @enum {string}
                         */
                        validation: "lenient" | "strict";
                        /**
                         * @description Whether `strict` also refuses while the provider does not answer; otherwise it is asked again later
                         * @default store
                         * @enum {string}
                         */
                        whenUnavailable: "store" | "refuse";
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getMessageTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            name: "otp_code" | "mfa_code" | "verify_email" | "reset_password" | "password_changed" | "contact_changed" | "login_added" | "new_sign_in" | "confirm_marketing" | "staff_invitation";
                            /** @enum {string} */
                            channel: "sms" | "email";
                            /** @enum {string} */
                            language: "en" | "ar";
                            subject: string | null;
                            body: string;
                            /** @description Whether this is the wording of the business */
                            changed: boolean;
                            placeholders: string[];
                            required: string[];
                        }[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    putMessageTemplatesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: "otp_code" | "mfa_code" | "verify_email" | "reset_password" | "password_changed" | "contact_changed" | "login_added" | "new_sign_in" | "confirm_marketing" | "staff_invitation";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    channel: "sms" | "email";
                    /** @enum {string} */
                    language: "en" | "ar";
                    wording: {
                        subject?: string;
                        body: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        name: "otp_code" | "mfa_code" | "verify_email" | "reset_password" | "password_changed" | "contact_changed" | "login_added" | "new_sign_in" | "confirm_marketing" | "staff_invitation";
                        /** @enum {string} */
                        channel: "sms" | "email";
                        /** @enum {string} */
                        language: "en" | "ar";
                        subject: string | null;
                        body: string;
                        /** @description Whether this is the wording of the business */
                        changed: boolean;
                        placeholders: string[];
                        required: string[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `not_found`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `message.not_sent_that_way`: This message is not sent that way.
             *
             *     `message.placeholder_unknown`: The wording has a placeholder that this message has no value for; see “known”.
             *
             *     `message.placeholder_missing`: The body lacks what the message is for; see “placeholders”.
             *
             *     `message.subject_does_not_fit`: An e-mail has a subject, a text message has none.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "message.not_sent_that_way" | "message.placeholder_unknown" | "message.placeholder_missing" | "message.subject_does_not_fit";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getMessagesStatistics: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        to: string;
                        channels: {
                            /** @enum {string} */
                            channel: "sms" | "email";
                            byStatus: {
                                [key: string]: number;
                            };
                            /** @description Texts that a provider charges for */
                            segments: number;
                            queuedToSent: {
                                p50Seconds: number;
                                p95Seconds: number;
                            } | null;
                            sentToDelivered: {
                                p50Seconds: number;
                                p95Seconds: number;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postMessagesTwilioStatusById: {
        parameters: {
            query: {
                message: string;
            };
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    MessageSid?: string;
                    MessageStatus?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `message.signature_invalid`: The signature does not fit this report. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "message.signature_invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getDevMessages: {
        parameters: {
            query?: {
                channel?: "sms" | "email";
                to?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            channel: "sms" | "email";
                            template: string;
                            /** @enum {string} */
                            language: "en" | "ar";
                            to: string | null;
                            subject: string | null;
                            text: string | null;
                            segments: number | null;
                            queuedAt: string;
                        }[];
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `not_found`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getDevMessagesPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `not_found`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersSendOtp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Any common spelling; stored as E.164 */
                    phone?: string;
                    email?: string;
                    /**
                     * @description `registration`, `login` and `verification` are other names of `register`, `sign_in` and `verify`
                     * @enum {string}
                     */
                    purpose: "register" | "sign_in" | "verify" | "upgrade" | "cod" | "change_contact" | "registration" | "login" | "verification";
                    /**
                     * @description As the contact asks for, and nothing else
                     * @enum {string}
                     */
                    channel?: "sms" | "email";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        sent: true;
                        expiresInSeconds: number;
                        retryAfterSeconds: number;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `verification.country_not_served`: This business does not send codes to phones of this country.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "verification.country_not_served";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After.
             *
             *     `verification.cooling_down`: A code was sent a moment ago; wait for the seconds in Retry-After.
             *
             *     `verification.contact_limit`: Too many codes were sent to this contact; try again later.
             *
             *     `verification.address_limit`: Too many codes were asked for from your network; try again later.
             *
             *     `verification.budget_spent`: This business has sent all the codes that it sends in a day; try again later.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests" | "verification.cooling_down" | "verification.contact_limit" | "verification.address_limit" | "verification.budget_spent";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersVerifyOtp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Any common spelling; stored as E.164 */
                    phone?: string;
                    email?: string;
                    /**
                     * @description `registration`, `login` and `verification` are other names of `register`, `sign_in` and `verify`
                     * @enum {string}
                     */
                    purpose: "register" | "sign_in" | "verify" | "upgrade" | "cod" | "change_contact" | "registration" | "login" | "verification";
                    code: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        verificationToken: string;
                        expiresInSeconds: number;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `verification.code_invalid`: This code is wrong, used or too old. After three wrong ones, ask for a new code.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "verification.code_invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getSettingsVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        perContactPerHour: number;
                        perContactPerDay: number;
                        /** @description From one ip address; calls with an API key are not counted */
                        perAddressPerHour: number;
                        /** @description Of the whole business */
                        perDay: number;
                        /** @description Whose phones get codes. Null: the country of the business and the Gulf states */
                        countries: string[] | null;
                        servedCountries: string[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    putSettingsVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    perContactPerHour?: number;
                    perContactPerDay?: number;
                    /** @description From one ip address; calls with an API key are not counted */
                    perAddressPerHour?: number;
                    /** @description Of the whole business */
                    perDay?: number;
                    /** @description Whose phones get codes. Null: the country of the business and the Gulf states */
                    countries?: string[] | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        perContactPerHour: number;
                        perContactPerDay: number;
                        /** @description From one ip address; calls with an API key are not counted */
                        perAddressPerHour: number;
                        /** @description Of the whole business */
                        perDay: number;
                        /** @description Whose phones get codes. Null: the country of the business and the Gulf states */
                        countries: string[] | null;
                        servedCountries: string[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getPreferenceSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            key: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                            /** @enum {string} */
                            type: "boolean";
                            default: boolean;
                        } | {
                            key: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                            /** @enum {string} */
                            type: "choice";
                            choices: {
                                value: string;
                                label: {
                                    en: string;
                                    ar: string;
                                };
                            }[];
                            default: string;
                        } | {
                            key: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                            /** @enum {string} */
                            type: "text";
                            default: string | null;
                        } | {
                            key: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                            /** @enum {string} */
                            type: "number";
                            minimum?: number;
                            maximum?: number;
                            default: number | null;
                        })[];
                        topics: {
                            key: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                            default: boolean;
                        }[];
                        /** @description In which quiet hours are meant, such as Asia/Muscat; null is that of the country */
                        timeZone: string | null;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    putPreferenceSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: ({
                        key: string;
                        label: {
                            en: string;
                            ar: string;
                        };
                        /** @enum {string} */
                        type: "boolean";
                        default: boolean;
                    } | {
                        key: string;
                        label: {
                            en: string;
                            ar: string;
                        };
                        /** @enum {string} */
                        type: "choice";
                        choices: {
                            value: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                        }[];
                        default: string;
                    } | {
                        key: string;
                        label: {
                            en: string;
                            ar: string;
                        };
                        /** @enum {string} */
                        type: "text";
                        default: string | null;
                    } | {
                        key: string;
                        label: {
                            en: string;
                            ar: string;
                        };
                        /** @enum {string} */
                        type: "number";
                        minimum?: number;
                        maximum?: number;
                        default: number | null;
                    })[];
                    topics: {
                        key: string;
                        label: {
                            en: string;
                            ar: string;
                        };
                        default: boolean;
                    }[];
                    /** @description In which quiet hours are meant, such as Asia/Muscat; null is that of the country */
                    timeZone: string | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            key: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                            /** @enum {string} */
                            type: "boolean";
                            default: boolean;
                        } | {
                            key: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                            /** @enum {string} */
                            type: "choice";
                            choices: {
                                value: string;
                                label: {
                                    en: string;
                                    ar: string;
                                };
                            }[];
                            default: string;
                        } | {
                            key: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                            /** @enum {string} */
                            type: "text";
                            default: string | null;
                        } | {
                            key: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                            /** @enum {string} */
                            type: "number";
                            minimum?: number;
                            maximum?: number;
                            default: number | null;
                        })[];
                        topics: {
                            key: string;
                            label: {
                                en: string;
                                ar: string;
                            };
                            default: boolean;
                        }[];
                        /** @description In which quiet hours are meant, such as Asia/Muscat; null is that of the country */
                        timeZone: string | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `preference.schema_unfit`: This schema contradicts itself; see “problems”.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "preference.schema_unfit";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerId: string;
                        /** @description Every preference of the schema; what was never said is the default */
                        values: {
                            [key: string]: boolean | number | string | null;
                        };
                        /** @description What the customer said that the present schema does not offer. It is kept and counts for nothing. */
                        unfit: {
                            key: string;
                            /** @enum {string} */
                            because: "unknown" | "unfitting";
                        }[];
                        communication: {
                            [key: string]: {
                                [key: string]: boolean;
                            };
                        };
                        /** @description In the time zone of the business; 22:00 to 07:00 is the night */
                        quietHours: {
                            from: string;
                            to: string;
                        } | null;
                        timeZone: string;
                        version: number;
                        updatedAt: string | null;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    putCustomersPreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; if it has changed, 412. */
                "if-match"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values?: {
                        [key: string]: boolean | number | string;
                    };
                    /** @default {} */
                    communication?: {
                        [key: string]: {
                            [key: string]: boolean;
                        };
                    };
                    /**
                     * @description In the time zone of the business; 22:00 to 07:00 is the night
                     * @default null
                     */
                    quietHours?: {
                        from: string;
                        to: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerId: string;
                        /** @description Every preference of the schema; what was never said is the default */
                        values: {
                            [key: string]: boolean | number | string | null;
                        };
                        /** @description What the customer said that the present schema does not offer. It is kept and counts for nothing. */
                        unfit: {
                            key: string;
                            /** @enum {string} */
                            because: "unknown" | "unfitting";
                        }[];
                        communication: {
                            [key: string]: {
                                [key: string]: boolean;
                            };
                        };
                        /** @description In the time zone of the business; 22:00 to 07:00 is the night */
                        quietHours: {
                            from: string;
                            to: string;
                        } | null;
                        timeZone: string;
                        version: number;
                        updatedAt: string | null;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `version_conflict`: Somebody changed this meanwhile; read it again and repeat your change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "version_conflict";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `preference.unfit`: Some preferences are not offered here or do not have such a value; see “keys”.
             *
             *     `preference.quiet_hours_empty`: Quiet hours begin and end at different times.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "preference.unfit" | "preference.quiet_hours_empty";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    patchCustomersPreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; if it has changed, 412. */
                "if-match"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values?: {
                        [key: string]: (boolean | number | string) | null;
                    };
                    communication?: {
                        [key: string]: {
                            [key: string]: boolean | null;
                        };
                    };
                    /** @description In the time zone of the business; 22:00 to 07:00 is the night */
                    quietHours?: {
                        from: string;
                        to: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerId: string;
                        /** @description Every preference of the schema; what was never said is the default */
                        values: {
                            [key: string]: boolean | number | string | null;
                        };
                        /** @description What the customer said that the present schema does not offer. It is kept and counts for nothing. */
                        unfit: {
                            key: string;
                            /** @enum {string} */
                            because: "unknown" | "unfitting";
                        }[];
                        communication: {
                            [key: string]: {
                                [key: string]: boolean;
                            };
                        };
                        /** @description In the time zone of the business; 22:00 to 07:00 is the night */
                        quietHours: {
                            from: string;
                            to: string;
                        } | null;
                        timeZone: string;
                        version: number;
                        updatedAt: string | null;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `version_conflict`: Somebody changed this meanwhile; read it again and repeat your change. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "version_conflict";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `preference.unfit`: Some preferences are not offered here or do not have such a value; see “keys”.
             *
             *     `preference.quiet_hours_empty`: Quiet hours begin and end at different times.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "preference.unfit" | "preference.quiet_hours_empty";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getConsents: {
        parameters: {
            query?: {
                status?: "published" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            documentId: string;
                            purpose: string;
                            /** @enum {string} */
                            kind: "terms" | "privacy" | "marketing" | "custom";
                            channel: string | null;
                            doubleOptIn: boolean;
                            /** @enum {string} */
                            status: "published" | "retired";
                            retiredAt: string | null;
                            latest: {
                                version: number;
                                asksAgain: boolean;
                                publishedAt: string;
                                texts: {
                                    en?: {
                                        title: string;
                                        text: string;
                                        sha256: string;
                                    };
                                    ar?: {
                                        title: string;
                                        text: string;
                                        sha256: string;
                                    };
                                };
                            };
                        }[];
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postConsents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `terms`, `privacy`, `marketing.<channel>` or `custom.<name>`
                     * @example marketing.email
                     */
                    purpose: string;
                    doubleOptIn?: boolean;
                    /** @description What people are shown, in one language at least */
                    texts: {
                        en?: {
                            title: string;
                            text: string;
                        };
                        ar?: {
                            title: string;
                            text: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documentId: string;
                        purpose: string;
                        /** @enum {string} */
                        kind: "terms" | "privacy" | "marketing" | "custom";
                        channel: string | null;
                        doubleOptIn: boolean;
                        /** @enum {string} */
                        status: "published" | "retired";
                        retiredAt: string | null;
                        latest: {
                            version: number;
                            asksAgain: boolean;
                            publishedAt: string;
                            texts: {
                                en?: {
                                    title: string;
                                    text: string;
                                    sha256: string;
                                };
                                ar?: {
                                    title: string;
                                    text: string;
                                    sha256: string;
                                };
                            };
                        };
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `consent.purpose_taken`: This purpose has a document already; publish a new version of it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "consent.purpose_taken";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `consent.double_opt_in_by_email_only`: Only e-mail marketing can ask for a second yes by e-mail.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used before with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "consent.double_opt_in_by_email_only" | "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getConsentsVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            version: number;
                            asksAgain: boolean;
                            publishedAt: string;
                            texts: {
                                en?: {
                                    title: string;
                                    text: string;
                                    sha256: string;
                                };
                                ar?: {
                                    title: string;
                                    text: string;
                                    sha256: string;
                                };
                            };
                        }[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `consent.document_not_found`: There is no such document to consent to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "consent.document_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postConsentsVersions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asksAgain: boolean;
                    /** @description What people are shown, in one language at least */
                    texts: {
                        en?: {
                            title: string;
                            text: string;
                        };
                        ar?: {
                            title: string;
                            text: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documentId: string;
                        purpose: string;
                        /** @enum {string} */
                        kind: "terms" | "privacy" | "marketing" | "custom";
                        channel: string | null;
                        doubleOptIn: boolean;
                        /** @enum {string} */
                        status: "published" | "retired";
                        retiredAt: string | null;
                        latest: {
                            version: number;
                            asksAgain: boolean;
                            publishedAt: string;
                            texts: {
                                en?: {
                                    title: string;
                                    text: string;
                                    sha256: string;
                                };
                                ar?: {
                                    title: string;
                                    text: string;
                                    sha256: string;
                                };
                            };
                        };
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `consent.document_not_found`: There is no such document to consent to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "consent.document_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `consent.document_retired`: This document was retired; nobody can consent to it any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "consent.document_retired";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used before with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postConsentsRetire: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documentId: string;
                        purpose: string;
                        /** @enum {string} */
                        kind: "terms" | "privacy" | "marketing" | "custom";
                        channel: string | null;
                        doubleOptIn: boolean;
                        /** @enum {string} */
                        status: "published" | "retired";
                        retiredAt: string | null;
                        latest: {
                            version: number;
                            asksAgain: boolean;
                            publishedAt: string;
                            texts: {
                                en?: {
                                    title: string;
                                    text: string;
                                    sha256: string;
                                };
                                ar?: {
                                    title: string;
                                    text: string;
                                    sha256: string;
                                };
                            };
                        };
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `consent.document_not_found`: There is no such document to consent to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "consent.document_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used before with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersConsents: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerId: string;
                        items: {
                            documentId: string;
                            purpose: string;
                            /** @enum {string} */
                            kind: "terms" | "privacy" | "marketing" | "custom";
                            channel: string | null;
                            title: string;
                            /** @enum {string} */
                            status: "published" | "retired";
                            /** @enum {string} */
                            state: "none" | "pending" | "granted" | "outdated" | "withdrawn";
                            /** @description The version that was decided about */
                            version: number | null;
                            latestVersion: number;
                            since: string | null;
                            /** @description The decision that counts */
                            eventId: string | null;
                        }[];
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersConsents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    documentId?: string;
                    /**
                     * @description `terms`, `privacy`, `marketing.<channel>` or `custom.<name>`
                     * @example marketing.email
                     */
                    purpose?: string;
                    version?: number;
                    /** @enum {string} */
                    decision: "granted" | "withdrawn";
                    /** @enum {string} */
                    source: "till" | "web" | "spoken" | "import";
                    /**
                     * @description Of the text that was shown; by default that of the request
                     * @enum {string}
                     */
                    language?: "en" | "ar";
                    /** @description Who of the staff heard it, where several share a till; only with `spoken` */
                    spokenTo?: string;
                    /**
                     * Format: date-time
                     * @description When it was decided, elsewhere; only with `import`
                     */
                    givenAt?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documentId: string;
                        purpose: string;
                        /** @enum {string} */
                        kind: "terms" | "privacy" | "marketing" | "custom";
                        channel: string | null;
                        title: string;
                        /** @enum {string} */
                        status: "published" | "retired";
                        /** @enum {string} */
                        state: "none" | "pending" | "granted" | "outdated" | "withdrawn";
                        /** @description The version that was decided about */
                        version: number | null;
                        latestVersion: number;
                        since: string | null;
                        /** @description The decision that counts */
                        eventId: string | null;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `consent.spoken_needs_staff`: What was spoken at the counter is recorded by the staff who heard it.
             *
             *     `consent.import_only`: Decisions from elsewhere need the permission customers:import and the source import.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "consent.spoken_needs_staff" | "consent.import_only";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `customer.not_found`: No customer has this id.
             *
             *     `consent.document_not_found`: There is no such document to consent to.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found" | "consent.document_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `consent.document_retired`: This document was retired; nobody can consent to it any more.
             *
             *     `consent.version_not_latest`: There is another version now; show that one before asking.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "consent.document_retired" | "consent.version_not_latest";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `consent.which_document`: Give either documentId or purpose.
             *
             *     `consent.spoken_only`: spokenTo belongs to a decision that was spoken at the counter.
             *
             *     `consent.decided_in_future`: A decision cannot have been made in the future.
             *
             *     `consent.email_needed`: The customer has no e-mail address to send the confirmation to.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used before with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "consent.which_document" | "consent.spoken_only" | "consent.decided_in_future" | "consent.email_needed" | "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After.
             *
             *     `consent.confirmation_just_sent`: A confirmation was sent a moment ago; wait for the seconds in Retry-After.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests" | "consent.confirmation_just_sent";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersConsentsEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            eventId: string;
                            documentId: string;
                            purpose: string;
                            version: number;
                            /** @enum {string} */
                            decision: "requested" | "granted" | "withdrawn";
                            /** @enum {string} */
                            source: "till" | "web" | "spoken" | "import" | "confirmation" | "unsubscribe" | "erasure";
                            /** @enum {string} */
                            language: "en" | "ar";
                            decidedAt: string;
                            recordedAt: string;
                            actor: string;
                            /** @description Of a spoken decision: the login or key that heard it */
                            heardBy: string | null;
                            spokenTo: string | null;
                            /** @description With `customers:history` */
                            ip: string | null;
                            /** @description With `customers:history` */
                            userAgent: string | null;
                        }[];
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersConsentsReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        eventId: string;
                        documentId: string;
                        purpose: string;
                        version: number;
                        /** @enum {string} */
                        decision: "requested" | "granted" | "withdrawn";
                        /** @enum {string} */
                        source: "till" | "web" | "spoken" | "import" | "confirmation" | "unsubscribe" | "erasure";
                        /** @enum {string} */
                        language: "en" | "ar";
                        decidedAt: string;
                        recordedAt: string;
                        actor: string;
                        /** @description Of a spoken decision: the login or key that heard it */
                        heardBy: string | null;
                        spokenTo: string | null;
                        /** @description With `customers:history` */
                        ip: string | null;
                        /** @description With `customers:history` */
                        userAgent: string | null;
                        customerId: string;
                        business: string;
                        title: string;
                        text: string;
                        sha256: string;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `customer.not_found`: No customer has this id.
             *
             *     `consent.decision_not_found`: This customer made no such decision.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found" | "consent.decision_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersConsentsReceiptPrint: {
        parameters: {
            query?: {
                language?: "en" | "ar";
            };
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `customer.not_found`: No customer has this id.
             *
             *     `consent.decision_not_found`: This customer made no such decision.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found" | "consent.decision_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getMarketingContacts: {
        parameters: {
            query: {
                channel: "sms" | "email" | "whatsapp" | "phone";
                topic: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `consent.document_not_found`: There is no such document to consent to. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "consent.document_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getUnsubscribeById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postUnsubscribeById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                tenant: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getConsentConfirmationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postConsentConfirmationsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                tenant: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            sku: string;
                            quantity: number;
                            /** @default null */
                            name: string | null;
                            /**
                             * @description Thousandths of the currency: 1.500 rials are 1500
                             * @default null
                             */
                            unitPrice: number | null;
                            /** @default {} */
                            data: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    putCustomersCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        sku: string;
                        quantity: number;
                        name?: string | null;
                        /**
                         * @description Thousandths of the currency: 1.500 rials are 1500
                         * @default null
                         */
                        unitPrice?: number | null;
                        /** @default {} */
                        data?: {
                            [key: string]: unknown;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            sku: string;
                            quantity: number;
                            /** @default null */
                            name: string | null;
                            /**
                             * @description Thousandths of the currency: 1.500 rials are 1500
                             * @default null
                             */
                            unitPrice: number | null;
                            /** @default {} */
                            data: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.wrong_status`: The customer’s present status does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.wrong_status";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    deleteCustomersCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            sku: string;
                            quantity: number;
                            /** @default null */
                            name: string | null;
                            /**
                             * @description Thousandths of the currency: 1.500 rials are 1500
                             * @default null
                             */
                            unitPrice: number | null;
                            /** @default {} */
                            data: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.wrong_status`: The customer’s present status does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.wrong_status";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description cust_ and 32 hex digits */
                    from: string;
                    /** @description cust_ and 32 hex digits */
                    into: string;
                    reason: string;
                    /** @default {} */
                    choices?: {
                        [key: string]: "from" | "into";
                    };
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        from: string;
                        into: string;
                        mergedAt: string;
                        mergedBy: string;
                        /** @description Null once one of the two was erased */
                        reason: string | null;
                        choices: {
                            [key: string]: "from" | "into";
                        };
                        ordersMoved: number;
                        loyaltyPointsMerged: number;
                        /** @description How much of what changed hands */
                        moved: {
                            [key: string]: number;
                        };
                        undone: {
                            at: string;
                            by: string;
                            reason: string | null;
                            /** @description What changed since the merge, so that somebody must look at it */
                            needsHuman: {
                                customerId: string;
                                module: string;
                                /** @enum {string} */
                                what: "changed_since" | "taken_since" | "below_zero";
                                field: string;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `merge.already_merged`: This customer was merged before; see “customerId”.
             *
             *     `customer.wrong_status`: The customer’s present status does not allow this.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "merge.already_merged" | "customer.wrong_status";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `merge.same_person`: Both are the same customer already.
             *
             *     `verification_required`: This needs a contact that was proved by a code.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used before with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "merge.same_person" | "verification_required" | "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postMergesUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                mergeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        from: string;
                        into: string;
                        mergedAt: string;
                        mergedBy: string;
                        /** @description Null once one of the two was erased */
                        reason: string | null;
                        choices: {
                            [key: string]: "from" | "into";
                        };
                        ordersMoved: number;
                        loyaltyPointsMerged: number;
                        /** @description How much of what changed hands */
                        moved: {
                            [key: string]: number;
                        };
                        undone: {
                            at: string;
                            by: string;
                            reason: string | null;
                            /** @description What changed since the merge, so that somebody must look at it */
                            needsHuman: {
                                customerId: string;
                                module: string;
                                /** @enum {string} */
                                what: "changed_since" | "taken_since" | "below_zero";
                                field: string;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `merge.not_found`: No merge has this id.
             *
             *     `customer.not_found`: No customer has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "merge.not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `merge.already_undone`: This merge was undone before.
             *
             *     `merge.undo_later_first`: A later merge of the same person stands on this one; undo that one first, see “mergeId”.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "merge.already_undone" | "merge.undo_later_first";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used before with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersMerges: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            from: string;
                            into: string;
                            mergedAt: string;
                            mergedBy: string;
                            /** @description Null once one of the two was erased */
                            reason: string | null;
                            choices: {
                                [key: string]: "from" | "into";
                            };
                            ordersMoved: number;
                            loyaltyPointsMerged: number;
                            /** @description How much of what changed hands */
                            moved: {
                                [key: string]: number;
                            };
                            undone: {
                                at: string;
                                by: string;
                                reason: string | null;
                                /** @description What changed since the merge, so that somebody must look at it */
                                needsHuman: {
                                    customerId: string;
                                    module: string;
                                    /** @enum {string} */
                                    what: "changed_since" | "taken_since" | "below_zero";
                                    field: string;
                                }[];
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `cursor_invalid`: This cursor was not made for this list; start from the first page.
             *
             *     `cursor_expired`: This cursor has expired; start from the first page.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "cursor_invalid" | "cursor_expired";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @description 8 to 128 characters; refused when it is easy to guess */
                    password: string;
                    firstName: string;
                    lastName?: string;
                    /** @description The name in Arabic script */
                    name2?: string;
                    /** @description Any common spelling; stored as E.164 */
                    phone?: string;
                    /** @enum {string} */
                    locale?: "en" | "ar";
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /** @description Of /auth/guest: cart and profile of that guest join the account */
                    guestToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "staff";
                            customerId: string | null;
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        session: {
                            /** Format: uuid */
                            id: string;
                            expiresAt: string;
                        };
                        /** @enum {string} */
                        tokenType?: "Bearer";
                        /** @description Absent when the session is carried by cookies */
                        accessToken?: string;
                        /** @description Seconds until the access token expires */
                        expiresIn: number;
                        /** @description Good once: each refresh gives the next one */
                        refreshToken?: string;
                    } | {
                        mfa: {
                            challenge: string;
                            expiresAt: string;
                            /** @description `enrol`: the role needs a second factor and has none yet; begin at /auth/mfa/totp */
                            methods: ("totp" | "sms" | "recovery" | "enrol")[];
                        };
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthVerifyEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token?: string;
                    code?: string;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.wrong_proof`: The password or code is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.wrong_proof";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `auth.sign_in_first`: Sign in to this account or give its password, so that nobody else’s account is confirmed with your e-mail.
             *
             *     `auth.blocked`: This account cannot sign in; ask the business.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.sign_in_first" | "auth.blocked";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.account_exists`: There is already an account with this e-mail: sign in to it, or ask for a new password. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.account_exists";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `auth.token_unusable`: This link or code is wrong, was used, or has expired; ask for a new one.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "auth.token_unusable";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthResendVerification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthLogin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /** @description Of /auth/guest: cart and profile of that guest join the account */
                    guestToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "staff";
                            customerId: string | null;
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        session: {
                            /** Format: uuid */
                            id: string;
                            expiresAt: string;
                        };
                        /** @enum {string} */
                        tokenType?: "Bearer";
                        /** @description Absent when the session is carried by cookies */
                        accessToken?: string;
                        /** @description Seconds until the access token expires */
                        expiresIn: number;
                        /** @description Good once: each refresh gives the next one */
                        refreshToken?: string;
                    } | {
                        mfa: {
                            challenge: string;
                            expiresAt: string;
                            /** @description `enrol`: the role needs a second factor and has none yet; begin at /auth/mfa/totp */
                            methods: ("totp" | "sms" | "recovery" | "enrol")[];
                        };
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.wrong_credentials`: E-mail or password is wrong, or the e-mail was not confirmed yet: see the message that we sent to it. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.wrong_credentials";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.blocked`: This account cannot sign in; ask the business. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.blocked";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postCustomersUpgrade: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    verificationToken: string;
                    firstName?: string;
                    lastName?: string;
                    /** @description The name in Arabic script */
                    name2?: string;
                    preferredName?: string;
                    email?: string;
                    /** @enum {string} */
                    locale?: "en" | "ar";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        /** @enum {string} */
                        type: "guest" | "stub" | "full";
                        /** @enum {string} */
                        status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
                        firstName: string;
                        lastName: string | null;
                        name: string;
                        name2: string | null;
                        preferredName: string | null;
                        companyName: string | null;
                        avatarUrl: string | null;
                        phone: string | null;
                        phoneVerified: boolean;
                        email: string | null;
                        emailVerified: boolean;
                        contactsMasked: boolean;
                        displayName: string | null;
                        /** @enum {string} */
                        tier: "free" | "basic" | "premium" | "enterprise";
                        loyaltyTier: string | null;
                        segment: string | null;
                        plan: string | null;
                        /** @enum {string} */
                        locale: "en" | "ar";
                        country: string;
                        notes: string | null;
                        config: {
                            [key: string]: unknown;
                        };
                        features: {
                            [key: string]: unknown;
                        };
                        extra: {
                            [key: string]: unknown;
                        };
                        totalOrders: number;
                        /** @description Decimal, in the currency of the tenant */
                        totalSpent: string;
                        loyaltyPoints: number;
                        lastSeenAt: string;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `upgrade.other_contact`: Another phone or e-mail was proved than this customer has; change that one first.
             *
             *     `customer.wrong_status`: The customer’s present status does not allow this.
             *
             *     `customer.phone_taken`: Another customer already has this phone number.
             *
             *     `customer.email_taken`: Another customer already has this e-mail.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "upgrade.other_contact" | "customer.wrong_status" | "customer.phone_taken" | "customer.email_taken";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `verification.token_invalid`: This proof is used, too old, or was made for something else; ask for a new code.
             *
             *     `customer.name_needed`: This type of customer needs a first name.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used before with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "verification.token_invalid" | "customer.name_needed" | "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After.
             *
             *     `too_many_requests`: Too many requests; wait for the seconds in Retry-After.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests" | "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthContacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description When given, it must be what was proved; so for the e-mail */
                    phone?: string;
                    email?: string;
                    verificationToken: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             *
             *     `auth.blocked`: This account cannot sign in; ask the business.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed" | "auth.blocked";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `auth.staff_have_none`: This login belongs to the staff and has no customer.
             *
             *     `auth.account_exists`: There is already an account with this e-mail: sign in to it, or ask for a new password.
             *
             *     `customer.phone_taken`: Another customer already has this phone number.
             *
             *     `customer.email_taken`: Another customer already has this e-mail.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.staff_have_none" | "auth.account_exists" | "customer.phone_taken" | "customer.email_taken";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `verification.token_invalid`: This proof is used, too old, or was made for something else; ask for a new code.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "verification.token_invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After.
             *
             *     `too_many_requests`: Too many requests; wait for the seconds in Retry-After.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests" | "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthPhone: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description When given, it must be the one that was proved */
                    phone?: string;
                    verificationToken: string;
                    firstName?: string;
                    lastName?: string;
                    /** @description The name in Arabic script */
                    name2?: string;
                    /** @enum {string} */
                    locale?: "en" | "ar";
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /** @description Of /auth/guest: cart and profile of that guest join the account */
                    guestToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "staff";
                            customerId: string | null;
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        session: {
                            /** Format: uuid */
                            id: string;
                            expiresAt: string;
                        };
                        /** @enum {string} */
                        tokenType?: "Bearer";
                        /** @description Absent when the session is carried by cookies */
                        accessToken?: string;
                        /** @description Seconds until the access token expires */
                        expiresIn: number;
                        /** @description Good once: each refresh gives the next one */
                        refreshToken?: string;
                    } | {
                        mfa: {
                            challenge: string;
                            expiresAt: string;
                            /** @description `enrol`: the role needs a second factor and has none yet; begin at /auth/mfa/totp */
                            methods: ("totp" | "sms" | "recovery" | "enrol")[];
                        };
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.blocked`: This account cannot sign in; ask the business. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.blocked";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `verification.token_invalid`: This proof is used, too old, or was made for something else; ask for a new code.
             *
             *     `auth.name_needed`: Tell us your name, then go on with the same proof.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "verification.token_invalid" | "auth.name_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthGuest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    locale?: "en" | "ar";
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerId: string;
                        guestToken: string;
                        expiresAt: string;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthGuestAdopt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    guestToken: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthMfa: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challenge: string;
                    /** @enum {string} */
                    method: "totp" | "sms" | "recovery";
                    code: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "staff";
                            customerId: string | null;
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        session: {
                            /** Format: uuid */
                            id: string;
                            expiresAt: string;
                        };
                        /** @enum {string} */
                        tokenType?: "Bearer";
                        /** @description Absent when the session is carried by cookies */
                        accessToken?: string;
                        /** @description Seconds until the access token expires */
                        expiresIn: number;
                        /** @description Good once: each refresh gives the next one */
                        refreshToken?: string;
                        /** @description Shown this once */
                        recoveryCodes?: string[];
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `auth.challenge_over`: This sign-in took too long or too many tries; begin again.
             *
             *     `auth.wrong_proof`: The password or code is wrong.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.challenge_over" | "auth.wrong_proof";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.blocked`: This account cannot sign in; ask the business. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.blocked";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthRefresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "staff";
                            customerId: string | null;
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        session: {
                            /** Format: uuid */
                            id: string;
                            expiresAt: string;
                        };
                        /** @enum {string} */
                        tokenType?: "Bearer";
                        /** @description Absent when the session is carried by cookies */
                        accessToken?: string;
                        /** @description Seconds until the access token expires */
                        expiresIn: number;
                        /** @description Good once: each refresh gives the next one */
                        refreshToken?: string;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `auth.session_over`: This session is over; sign in again.
             *
             *     `till.locked`: The till was not used for a while: enter the PIN.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.session_over" | "till.locked";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthLogout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    refreshToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthLogoutAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAuthMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "staff";
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        name: string | null;
                        customer: {
                            id: string;
                            number: string;
                            displayName: string | null;
                            type: string;
                        } | null;
                        email: string | null;
                        emailVerified: boolean;
                        /** @description Without one the e-mail is a contact, and signs in to nothing */
                        hasPassword: boolean;
                        /** @description The proved phone that signs in to this account */
                        phone: string | null;
                        /**
                         * @description What the business wants done about an e-mail that is not confirmed
                         * @enum {string}
                         */
                        emailVerification: "done" | "off" | "remind" | "before_checkout";
                        secondFactors: ("totp" | "sms")[];
                        recoveryCodesLeft: number;
                        may: ("customers:read" | "customers:write" | "customers:contacts" | "customers:deactivate" | "customers:history" | "customers:export" | "customers:import" | "customers:statistics" | "staff:manage" | "staff:owners" | "audit:read" | "customers:merge" | "tills:manage" | "messages:manage" | "addresses:read" | "addresses:write" | "consents:manage" | "settings:manage")[];
                        provedAt: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAuthSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            current: boolean;
                            /** @enum {string} */
                            carriedBy: "cookie" | "token";
                            signedInWith: string;
                            secondFactor: boolean;
                            createdAt: string;
                            usedAt: string;
                            expiresAt: string;
                            ip: string | null;
                            userAgent: string | null;
                            deviceName: string | null;
                        }[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    deleteAuthSessionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.session_not_found`: You have no session with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.session_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthForgotPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthResetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description 8 to 128 characters; refused when it is easy to guess */
                    password: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.blocked`: This account cannot sign in; ask the business. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.blocked";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.account_exists`: There is already an account with this e-mail: sign in to it, or ask for a new password. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.account_exists";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `auth.token_unusable`: This link or code is wrong, was used, or has expired; ask for a new one.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "auth.token_unusable";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthChangePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 8 to 128 characters; refused when it is easy to guess */
                    password: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.no_password`: This account does not sign in with a password. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.no_password";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthStepUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password?: string;
                    code?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        provedAt: string;
                    };
                };
            };
            /**
             * @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session.
             *
             *     `auth.wrong_proof`: The password or code is wrong.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated" | "auth.wrong_proof";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthMfaEnrolment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challenge: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        /** @description For a QR code */
                        uri: string;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.challenge_over`: This sign-in took too long or too many tries; begin again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.challenge_over";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthMfaSmsCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challenge: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The phone, masked */
                        sentTo: string;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.challenge_over`: This sign-in took too long or too many tries; begin again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.challenge_over";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `verification.country_not_served`: This business does not send codes to phones of this country.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "verification.country_not_served";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After.
             *
             *     `verification.cooling_down`: A code was sent a moment ago; wait for the seconds in Retry-After.
             *
             *     `verification.contact_limit`: Too many codes were sent to this contact; try again later.
             *
             *     `verification.address_limit`: Too many codes were asked for from your network; try again later.
             *
             *     `verification.budget_spent`: This business has sent all the codes that it sends in a day; try again later.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests" | "verification.cooling_down" | "verification.contact_limit" | "verification.address_limit" | "verification.budget_spent";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthMfaSms: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Any common spelling; stored as E.164 */
                    phone: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The phone, masked */
                        sentTo: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `verification.country_not_served`: This business does not send codes to phones of this country.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "verification.country_not_served";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After.
             *
             *     `verification.cooling_down`: A code was sent a moment ago; wait for the seconds in Retry-After.
             *
             *     `verification.contact_limit`: Too many codes were sent to this contact; try again later.
             *
             *     `verification.address_limit`: Too many codes were asked for from your network; try again later.
             *
             *     `verification.budget_spent`: This business has sent all the codes that it sends in a day; try again later.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests" | "verification.cooling_down" | "verification.contact_limit" | "verification.address_limit" | "verification.budget_spent";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    deleteAuthMfaSms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `auth.not_enrolled`: Begin the set-up of this second factor first.
             *
             *     `auth.mfa_required`: Your role needs a second factor; it can be replaced but not removed.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.not_enrolled" | "auth.mfa_required";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthMfaSmsConfirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown this once */
                        recoveryCodes: string[];
                    };
                };
            };
            /**
             * @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session.
             *
             *     `auth.wrong_proof`: The password or code is wrong.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated" | "auth.wrong_proof";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.not_enrolled`: Begin the set-up of this second factor first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.not_enrolled";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthMfaTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        /** @description For a QR code */
                        uri: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    deleteAuthMfaTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `auth.not_enrolled`: Begin the set-up of this second factor first.
             *
             *     `auth.mfa_required`: Your role needs a second factor; it can be replaced but not removed.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.not_enrolled" | "auth.mfa_required";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthMfaTotpConfirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown this once */
                        recoveryCodes: string[];
                    };
                };
            };
            /**
             * @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session.
             *
             *     `auth.wrong_proof`: The password or code is wrong.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated" | "auth.wrong_proof";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.not_enrolled`: Begin the set-up of this second factor first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.not_enrolled";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthMfaRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Shown this once */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.not_enrolled`: Begin the set-up of this second factor first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.not_enrolled";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getWellKnownJwksJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            [key: string]: string;
                        }[];
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAuthJwksById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            [key: string]: string;
                        }[];
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `not_found`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getSettingsSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Whether an e-mail must be confirmed; with `off` an unconfirmed one can sign in
                         * @default before_checkout
                         * @enum {string}
                         */
                        emailVerification: "off" | "remind" | "before_checkout";
                        /**
                         * @description Roles that need a second factor
                         * @default []
                         */
                        mfaForRoles: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst")[];
                        /**
                         * @description After so many silent months a number may have a new owner: the name must fit. 12 by default
                         * @default 12
                         */
                        handOverMonths: number;
                        /**
                         * @description After so long unused a till wants the PIN. 5 by default
                         * @default 5
                         */
                        tillIdleMinutes: number;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    putSettingsSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    emailVerification?: "off" | "remind" | "before_checkout";
                    mfaForRoles?: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst")[];
                    /** @description After so many silent months a number may have a new owner: the name must fit. 12 by default */
                    handOverMonths?: number;
                    /** @description After so long unused a till wants the PIN. 5 by default */
                    tillIdleMinutes?: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Whether an e-mail must be confirmed; with `off` an unconfirmed one can sign in
                         * @default before_checkout
                         * @enum {string}
                         */
                        emailVerification: "off" | "remind" | "before_checkout";
                        /**
                         * @description Roles that need a second factor
                         * @default []
                         */
                        mfaForRoles: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst")[];
                        /**
                         * @description After so many silent months a number may have a new owner: the name must fit. 12 by default
                         * @default 12
                         */
                        handOverMonths: number;
                        /**
                         * @description After so long unused a till wants the PIN. 5 by default
                         * @default 5
                         */
                        tillIdleMinutes: number;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            email: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                            /** @enum {string} */
                            status: "invited" | "active" | "disabled";
                            createdAt: string;
                            signedInAt: string | null;
                        }[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postStaffInvitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {string} */
                    role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                    name?: string;
                    /** @enum {string} */
                    locale?: "en" | "ar";
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                        /** @enum {string} */
                        status: "invited" | "active" | "disabled";
                        createdAt: string;
                        signedInAt: string | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             *
             *     `staff.beyond_your_role`: Nobody gives or takes a role that may do more than their own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed" | "staff.beyond_your_role";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `staff.email_in_use`: This e-mail signs in to another account already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "staff.email_in_use";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postStaffInvitationsAccept: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description 8 to 128 characters; refused when it is easy to guess */
                    password: string;
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /** @description Of /auth/guest: cart and profile of that guest join the account */
                    guestToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "staff";
                            customerId: string | null;
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        session: {
                            /** Format: uuid */
                            id: string;
                            expiresAt: string;
                        };
                        /** @enum {string} */
                        tokenType?: "Bearer";
                        /** @description Absent when the session is carried by cookies */
                        accessToken?: string;
                        /** @description Seconds until the access token expires */
                        expiresIn: number;
                        /** @description Good once: each refresh gives the next one */
                        refreshToken?: string;
                    } | {
                        mfa: {
                            challenge: string;
                            expiresAt: string;
                            /** @description `enrol`: the role needs a second factor and has none yet; begin at /auth/mfa/totp */
                            methods: ("totp" | "sms" | "recovery" | "enrol")[];
                        };
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `auth.token_unusable`: This link or code is wrong, was used, or has expired; ask for a new one.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "auth.token_unusable";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    patchStaffById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                        /** @enum {string} */
                        status: "invited" | "active" | "disabled";
                        createdAt: string;
                        signedInAt: string | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             *
             *     `staff.beyond_your_role`: Nobody gives or takes a role that may do more than their own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed" | "staff.beyond_your_role";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `staff.not_found`: Nobody on the staff has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "staff.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `staff.last_owner`: This is the last owner; make somebody else an owner first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "staff.last_owner";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postStaffDisable: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             *
             *     `staff.beyond_your_role`: Nobody gives or takes a role that may do more than their own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed" | "staff.beyond_your_role";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `staff.not_found`: Nobody on the staff has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "staff.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `staff.last_owner`: This is the last owner; make somebody else an owner first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "staff.last_owner";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postStaffEnable: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                        /** @enum {string} */
                        status: "invited" | "active" | "disabled";
                        createdAt: string;
                        signedInAt: string | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             *
             *     `staff.beyond_your_role`: Nobody gives or takes a role that may do more than their own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed" | "staff.beyond_your_role";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `staff.not_found`: Nobody on the staff has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "staff.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getCustomersAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            status: "invited" | "active" | "disabled";
                            createdAt: string;
                            signedInAt: string | null;
                            credentials: {
                                /** @enum {string} */
                                kind: "password" | "phone" | "oidc" | "passkey";
                                /** @description E-mail or phone; masked without `customers:contacts` */
                                login: string | null;
                                proved: boolean;
                            }[];
                        }[];
                    };
                };
            };
            /** @description `customer.merged`: This customer was merged into another one; see Location. */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.merged";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `customer.not_found`: No customer has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getSettingsOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        providers: {
                            /** @description Part of the addresses; a provider that is renamed needs a new redirect URI */
                            name: string;
                            /** @enum {string} */
                            kind: "google" | "auth0" | "generic";
                            /** @description What people see on the button */
                            label: string;
                            /** Format: uri */
                            issuer: string;
                            clientId: string;
                            scopes: string[];
                            /** @description Whether an e-mail that the provider calls verified is proved: whoever signs in with it becomes the customer who has it */
                            trustsEmail: boolean;
                            redirectUris: string[];
                        }[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    putSettingsOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    providers: {
                        /** @description Part of the addresses; a provider that is renamed needs a new redirect URI */
                        name: string;
                        /**
                         * @default generic
                         * @enum {string}
                         */
                        kind?: "google" | "auth0" | "generic";
                        /** @description What people see on the button */
                        label?: string;
                        /**
                         * Format: uri
                         * @description Where discovery begins; known for Google
                         */
                        issuer?: string;
                        clientId: string;
                        /**
                         * @default [
                         *       "openid",
                         *       "email",
                         *       "profile"
                         *     ]
                         */
                        scopes?: string[];
                        /** @description Whether an e-mail that the provider calls verified is proved: whoever signs in with it becomes the customer who has it */
                        trustsEmail: boolean;
                        /** @description Never shown again. Left out, it stays as long as issuer and client stay */
                        clientSecret?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        providers: {
                            /** @description Part of the addresses; a provider that is renamed needs a new redirect URI */
                            name: string;
                            /** @enum {string} */
                            kind: "google" | "auth0" | "generic";
                            /** @description What people see on the button */
                            label: string;
                            /** Format: uri */
                            issuer: string;
                            clientId: string;
                            scopes: string[];
                            /** @description Whether an e-mail that the provider calls verified is proved: whoever signs in with it becomes the customer who has it */
                            trustsEmail: boolean;
                            redirectUris: string[];
                        }[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAuthOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Part of the addresses; a provider that is renamed needs a new redirect URI */
                            name: string;
                            /** @enum {string} */
                            kind: "google" | "auth0" | "generic";
                            /** @description What people see on the button */
                            label: string;
                        }[];
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAuthOidcStart: {
        parameters: {
            query?: {
                /** @description The path of a page of this site, where the browser goes when it is done */
                returnTo?: string;
            };
            header?: never;
            path: {
                tenant: string;
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAuthOidcCallback: {
        parameters: {
            query?: {
                state?: string;
                code?: string;
                iss?: string;
                error?: string;
            };
            header?: never;
            path: {
                tenant: string;
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthOidcNonce: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nonce: string;
                        expiresAt: string;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthOidcToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    idToken: string;
                    nonce: string;
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /** @description Of /auth/guest: cart and profile of that guest join the account */
                    guestToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "staff";
                            customerId: string | null;
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        session: {
                            /** Format: uuid */
                            id: string;
                            expiresAt: string;
                        };
                        /** @enum {string} */
                        tokenType?: "Bearer";
                        /** @description Absent when the session is carried by cookies */
                        accessToken?: string;
                        /** @description Seconds until the access token expires */
                        expiresIn: number;
                        /** @description Good once: each refresh gives the next one */
                        refreshToken?: string;
                    } | {
                        mfa: {
                            challenge: string;
                            expiresAt: string;
                            /** @description `enrol`: the role needs a second factor and has none yet; begin at /auth/mfa/totp */
                            methods: ("totp" | "sms" | "recovery" | "enrol")[];
                        };
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `auth.flow_over`: This sign-in was begun in another browser, was used, or took too long; begin again.
             *
             *     `auth.provider_refused`: The provider did not confirm who you are; begin again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.flow_over" | "auth.provider_refused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.blocked`: This account cannot sign in; ask the business. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.blocked";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `not_found`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.link_first`: This e-mail belongs to somebody on the staff: sign in with the password, then link the provider. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.link_first";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.provider_down`: The provider that you sign in with does not answer; try again in a moment, or sign in another way. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.provider_down";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAuthLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description Its name; a provider that is gone from the settings keeps it */
                            provider: string;
                            /** @description What the provider said when it was linked */
                            email: string | null;
                            createdAt: string;
                            usedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthLinks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    provider: string;
                    /**
                     * @description The path of a page of this site, where the browser goes when it is done
                     * @default /account
                     */
                    returnTo?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        location: string;
                    };
                };
            };
            /**
             * @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session.
             *
             *     `auth.provider_refused`: The provider did not confirm who you are; begin again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated" | "auth.provider_refused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `not_found`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.provider_down`: The provider that you sign in with does not answer; try again in a moment, or sign in another way. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.provider_down";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    deleteAuthLinksById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.login_not_found`: Your account has no such way to sign in. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.login_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.last_login`: This is the only way into your account; add another one first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.last_login";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthPasskeysBegin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        publicKey: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.too_many_passkeys`: Your account has as many passkeys as it can have; remove one first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.too_many_passkeys";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAuthPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            /** @description Whether it lives on more than one device */
                            synced: boolean;
                            createdAt: string;
                            usedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthPasskeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credential: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        /** @default {} */
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            transports?: string[];
                            authenticatorData?: string;
                            publicKey?: string;
                            publicKeyAlgorithm?: number;
                        };
                    };
                    name?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        /** @description Whether it lives on more than one device */
                        synced: boolean;
                        createdAt: string;
                        usedAt: string | null;
                    };
                };
            };
            /**
             * @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session.
             *
             *     `auth.wrong_passkey`: This passkey does not fit, or the attempt took too long; begin again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated" | "auth.wrong_passkey";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `auth.login_taken`: This login belongs to another account here.
             *
             *     `auth.too_many_passkeys`: Your account has as many passkeys as it can have; remove one first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.login_taken" | "auth.too_many_passkeys";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    deleteAuthPasskeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.login_not_found`: Your account has no such way to sign in. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.login_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.last_login`: This is the only way into your account; add another one first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.last_login";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    patchAuthPasskeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        /** @description Whether it lives on more than one device */
                        synced: boolean;
                        createdAt: string;
                        usedAt: string | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.login_not_found`: Your account has no such way to sign in. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.login_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthPasskeyBegin: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        publicKey: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credential: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        /** @default {} */
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                            attestationObject?: string | null;
                        };
                    };
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /** @description Of /auth/guest: cart and profile of that guest join the account */
                    guestToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "staff";
                            customerId: string | null;
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        session: {
                            /** Format: uuid */
                            id: string;
                            expiresAt: string;
                        };
                        /** @enum {string} */
                        tokenType?: "Bearer";
                        /** @description Absent when the session is carried by cookies */
                        accessToken?: string;
                        /** @description Seconds until the access token expires */
                        expiresIn: number;
                        /** @description Good once: each refresh gives the next one */
                        refreshToken?: string;
                    } | {
                        mfa: {
                            challenge: string;
                            expiresAt: string;
                            /** @description `enrol`: the role needs a second factor and has none yet; begin at /auth/mfa/totp */
                            methods: ("totp" | "sms" | "recovery" | "enrol")[];
                        };
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.wrong_passkey`: This passkey does not fit, or the attempt took too long; begin again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.wrong_passkey";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.blocked`: This account cannot sign in; ask the business. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.blocked";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postAuthStepUpPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credential: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        /** @default {} */
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                            attestationObject?: string | null;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        provedAt: string;
                    };
                };
            };
            /**
             * @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session.
             *
             *     `auth.wrong_passkey`: This passkey does not fit, or the attempt took too long; begin again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated" | "auth.wrong_passkey";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getTills: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            status: "waiting" | "paired" | "revoked";
                            createdAt: string;
                            createdBy: string;
                            pairedAt: string | null;
                            /** @description When somebody last signed in on it */
                            usedAt: string | null;
                            revokedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postTills: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        status: "waiting" | "paired" | "revoked";
                        createdAt: string;
                        createdBy: string;
                        pairedAt: string | null;
                        /** @description When somebody last signed in on it */
                        usedAt: string | null;
                        revokedAt: string | null;
                        pairingCode: string;
                        pairingExpiresAt: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `idempotency_key_reused`: This Idempotency-Key was used before with another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postTillsRevoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                tillId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        status: "waiting" | "paired" | "revoked";
                        createdAt: string;
                        createdBy: string;
                        pairedAt: string | null;
                        /** @description When somebody last signed in on it */
                        usedAt: string | null;
                        revokedAt: string | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `till.not_found`: There is no till with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "till.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used before with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "idempotency_key_reused";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postTillsPair: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pairingCode: string;
                    /**
                     * @default token
                     * @enum {string}
                     */
                    keepIn?: "cookie" | "token";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        till: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @description Absent when it is kept in a cookie */
                        tillToken?: string;
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `till.pairing_over`: This pairing code is wrong, used or too old; register the till again.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid" | "till.pairing_over";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postTillsPins: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 4 to 8 digits */
                    pin: string;
                    /** @description What pairing gave; not needed where it is kept in the cookie */
                    tillToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /**
             * @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session.
             *
             *     `till.unknown`: This device is not a till of this business, or it was revoked.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated" | "till.unknown";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `forbidden`: Your role does not include this permission.
             *
             *     `proof_needed`: This needs a recent proof of who you are: call /api/v1/auth/step-up, then try again.
             *
             *     `till.staff_only`: Only staff sign in on a till.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden" | "proof_needed" | "till.staff_only";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postTillsOperators: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What pairing gave; not needed where it is kept in the cookie */
                    tillToken?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        till: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        idleMinutes: number;
                        items: {
                            /** Format: uuid */
                            accountId: string;
                            name: string | null;
                            /** @enum {string} */
                            role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                            /** @description Otherwise a full sign-in comes first */
                            usable: boolean;
                        }[];
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `till.unknown`: This device is not a till of this business, or it was revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "till.unknown";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postTillsSignIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    accountId: string;
                    /** @description 4 to 8 digits */
                    pin: string;
                    /** @description What pairing gave; not needed where it is kept in the cookie */
                    tillToken?: string;
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "customer" | "staff";
                            customerId: string | null;
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        session: {
                            /** Format: uuid */
                            id: string;
                            expiresAt: string;
                        };
                        /** @enum {string} */
                        tokenType?: "Bearer";
                        /** @description Absent when the session is carried by cookies */
                        accessToken?: string;
                        /** @description Seconds until the access token expires */
                        expiresIn: number;
                        /** @description Good once: each refresh gives the next one */
                        refreshToken?: string;
                    } | {
                        mfa: {
                            challenge: string;
                            expiresAt: string;
                            /** @description `enrol`: the role needs a second factor and has none yet; begin at /auth/mfa/totp */
                            methods: ("totp" | "sms" | "recovery" | "enrol")[];
                        };
                    };
                };
            };
            /** @description `tenant_needed`: Say which business this is for: its slug in X-Kith-Tenant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "tenant_needed";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `till.unknown`: This device is not a till of this business, or it was revoked.
             *
             *     `till.wrong_pin`: The PIN is wrong. After five wrong ones it wants the password.
             *
             *     `till.pin_over`: This PIN is locked or too old: sign in with the password, then choose a PIN again.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "till.unknown" | "till.wrong_pin" | "till.pin_over";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `auth.blocked`: This account cannot sign in; ask the business. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "auth.blocked";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postTillsLock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getHandOvers: {
        parameters: {
            query?: {
                status?: "open" | "decided";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description Who had the number before */
                            formerCustomerId: string;
                            /** @description Who has proved it now */
                            presentCustomerId: string;
                            /**
                             * @description `silent`: the former holder was not seen for long and the name does not fit · `unproved`: they sign in by something else and never proved the number
                             * @enum {string}
                             */
                            why: "silent" | "unproved";
                            at: string;
                            decision: ("merged" | "dismissed") | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `cursor_invalid`: This cursor was not made for this list; start from the first page.
             *
             *     `cursor_expired`: This cursor has expired; start from the first page.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "cursor_invalid" | "cursor_expired";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postHandOversMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                handOverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Who had the number before */
                        formerCustomerId: string;
                        /** @description Who has proved it now */
                        presentCustomerId: string;
                        /**
                         * @description `silent`: the former holder was not seen for long and the name does not fit · `unproved`: they sign in by something else and never proved the number
                         * @enum {string}
                         */
                        why: "silent" | "unproved";
                        at: string;
                        decision: ("merged" | "dismissed") | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `hand_over.not_found`: There is no such hand-over of a number.
             *
             *     `customer.not_found`: No customer has this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "hand_over.not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `hand_over.already_decided`: This was decided before.
             *
             *     `merge.already_merged`: This customer was merged before; see “customerId”.
             *
             *     `customer.wrong_status`: The customer’s present status does not allow this.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "hand_over.already_decided" | "merge.already_merged" | "customer.wrong_status";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `merge.same_person`: Both are the same customer already.
             *
             *     `verification_required`: This needs a contact that was proved by a code.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "merge.same_person" | "verification_required";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    postHandOversDismiss: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                handOverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Who had the number before */
                        formerCustomerId: string;
                        /** @description Who has proved it now */
                        presentCustomerId: string;
                        /**
                         * @description `silent`: the former holder was not seen for long and the name does not fit · `unproved`: they sign in by something else and never proved the number
                         * @enum {string}
                         */
                        why: "silent" | "unproved";
                        at: string;
                        decision: ("merged" | "dismissed") | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `hand_over.not_found`: There is no such hand-over of a number. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "hand_over.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `hand_over.already_decided`: This was decided before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "hand_over.already_decided";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @description cust_ and 32 hex digits */
                customerId?: string;
                /** @description An id such as `key:1f0c…`, `account:…` or `cli` */
                actor?: string;
                /** @description Such as `customer.changed` */
                action?: string;
                from?: string;
                /** @description Up to, not including */
                to?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            at: string;
                            actor: string;
                            action: string;
                            customerId: string | null;
                            fields: string[];
                            before: {
                                [key: string]: unknown;
                            } | null;
                            after: {
                                [key: string]: unknown;
                            } | null;
                            reason: string | null;
                            ip: string | null;
                            userAgent: string | null;
                            requestId: string;
                            /** @description Its place in the chain; null for some seconds after it was made */
                            position: number | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /**
             * @description `cursor_invalid`: This cursor was not made for this list; start from the first page.
             *
             *     `cursor_expired`: This cursor has expired; start from the first page.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "cursor_invalid" | "cursor_expired";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAuditExport: {
        parameters: {
            query?: {
                /** @description cust_ and 32 hex digits */
                customerId?: string;
                /** @description An id such as `key:1f0c…`, `account:…` or `cli` */
                actor?: string;
                /** @description Such as `customer.changed` */
                action?: string;
                from?: string;
                /** @description Up to, not including */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `invalid`: Some fields do not fit; see “errors”. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "invalid";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
    getAuditVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        intact: boolean;
                        entries: number;
                        /** @description Made in the last seconds and not linked yet */
                        waiting: number;
                        broken: {
                            position: number;
                            /** @enum {string} */
                            what: "changed" | "removed" | "tail_removed";
                        } | null;
                    };
                };
            };
            /** @description `unauthenticated`: This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "unauthenticated";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `forbidden`: Your role does not include this permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "forbidden";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `too_many_requests`: Too many requests; wait for the seconds in Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "too_many_requests";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
        };
    };
}
