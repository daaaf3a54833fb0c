// Generated from openapi.json by `npm run generate`.

export interface paths {
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
         * @description A `guest` is anonymous. A `stub` has a first name and a phone. A `full` customer has verified contacts: until they are proved by a code this answers `verification_required`, unless your key may import.
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
    "/api/v1/privacy-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Privacy requests, latest first
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getPrivacyRequests"];
        put?: never;
        /**
         * Record what a person asks for; the clock of the law starts
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        post: operations["postPrivacyRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy-requests/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many requests there are and how they stand
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getPrivacyRequestsStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy-requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One privacy request
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getPrivacyRequestsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy-requests/{requestId}/assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say who answers it
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        put: operations["putPrivacyRequestsAssignee"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy-requests/{requestId}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Note how the person proved who they are
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        put: operations["putPrivacyRequestsIdentity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy-requests/{requestId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend the deadline, once and where the law allows it
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        post: operations["postPrivacyRequestsExtend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy-requests/{requestId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that the person got what they asked for
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        post: operations["postPrivacyRequestsComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy-requests/{requestId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a request, with the reason
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        post: operations["postPrivacyRequestsRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/privacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which law counts, and how long things are kept
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getSettingsPrivacy"];
        /**
         * Decide which law counts, and how long things are kept
         * @description What is not named stays. Deadlines that run already stay as they are.
         *
         *     Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        put: operations["putSettingsPrivacy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/privacy-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The exports of a person and how far they are, latest first
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getCustomersPrivacyExports"];
        put?: never;
        /**
         * Have everything that is held of a person put together, as a ZIP of JSON and a page to read
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        post: operations["postCustomersPrivacyExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/privacy-exports/{exportId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link to download an export, good for minutes
         * @description The last link counts; one before it stops working.
         *
         *     Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        post: operations["postCustomersPrivacyExportsLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy-exports/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an export by its link
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        get: operations["getPrivacyExportsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/erasure/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an erasure would remove, what would stay, and why; changes nothing
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        post: operations["postCustomersErasurePreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person, for good
         * @description Everything personal goes with the key of the person; numbers stay. Cannot be undone. Asked again it answers with the same erasure.
         *
         *     Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        post: operations["postCustomersErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customerId}/legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The legal hold on a customer
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getCustomersLegalHold"];
        /**
         * Place a legal hold: nobody erases this person until it is lifted
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        put: operations["putCustomersLegalHold"];
        post?: never;
        /**
         * Lift the legal hold
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        delete: operations["deleteCustomersLegalHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Erasures, latest first
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{erasureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One erasure and who has acknowledged it
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getErasuresById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{erasureId}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed certificate, to be verified offline with `kith privacy verify`
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getErasuresCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{erasureId}/acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A system downstream says that it has forgotten the person too
         * @description Needs `privacy:acknowledge`: say for a system downstream that it has forgotten a person.
         */
        post: operations["postErasuresAcknowledgements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People who were silent for so long that somebody must decide about them
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getRetentionReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/reviews/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep, deactivate or erase many at once
         * @description Each is decided for itself: what is refused for one, such as an erasure under a legal hold, is said and stays open.
         *
         *     Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        post: operations["postRetentionReviewsDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The register of breaches, latest first
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getBreaches"];
        put?: never;
        /**
         * Record a breach; the clock runs from when it was noticed
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        post: operations["postBreaches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/breaches/{breachId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One breach
         * @description Needs `privacy:read`: see privacy requests, erasures, reviews and breaches.
         */
        get: operations["getBreachesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Add what became known, and who was told when
         * @description Needs `privacy:manage`: answer privacy requests: export, hold and erase people.
         */
        patch: operations["patchBreachesById"];
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
    getPrivacyRequests: {
        parameters: {
            query?: {
                status?: "open" | "completed" | "refused" | "obsolete";
                kind?: "access" | "rectification" | "erasure" | "restriction" | "objection";
                /** @description Of open requests */
                clock?: "in_time" | "due_soon" | "overdue";
                assignee?: string | "none";
                /** @description cust_ and 32 hex digits */
                customerId?: string;
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
                            customerId: string;
                            /** @enum {string} */
                            kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                            /**
                             * @description obsolete: the person was erased meanwhile
                             * @enum {string}
                             */
                            status: "open" | "completed" | "refused" | "obsolete";
                            /** @enum {string} */
                            clock: "in_time" | "due_soon" | "overdue";
                            /** @enum {string} */
                            pack: "gdpr" | "pdpl-oman" | "ccpa";
                            receivedAt: string;
                            dueAt: string;
                            extendedAt: string | null;
                            identityProof: ("contact_code" | "account" | "document" | "known_in_person" | "representative") | null;
                            assignee: string | null;
                            closedAt: string | null;
                            closedBy: string | null;
                            /** @description Null once the person is erased, as are the three below */
                            text: string | null;
                            identityNote: string | null;
                            extensionReason: string | null;
                            answer: string | null;
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
    postPrivacyRequests: {
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
                    customerId: string;
                    /** @enum {string} */
                    kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                    text: string;
                    /** @description When it came, if not now; not in the future */
                    receivedAt?: string;
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
                        customerId: string;
                        /** @enum {string} */
                        kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                        /**
                         * @description obsolete: the person was erased meanwhile
                         * @enum {string}
                         */
                        status: "open" | "completed" | "refused" | "obsolete";
                        /** @enum {string} */
                        clock: "in_time" | "due_soon" | "overdue";
                        /** @enum {string} */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        receivedAt: string;
                        dueAt: string;
                        extendedAt: string | null;
                        identityProof: ("contact_code" | "account" | "document" | "known_in_person" | "representative") | null;
                        assignee: string | null;
                        closedAt: string | null;
                        closedBy: string | null;
                        /** @description Null once the person is erased, as are the three below */
                        text: string | null;
                        identityNote: string | null;
                        extensionReason: string | null;
                        answer: string | null;
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
    getPrivacyRequestsStatistics: {
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
                        open: number;
                        dueSoon: number;
                        overdue: number;
                        unassigned: number;
                        byStatus: {
                            [key: string]: number;
                        };
                        byKind: {
                            [key: string]: number;
                        };
                        answered: number;
                        answeredInTime: number;
                        averageDays: number | null;
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
    getPrivacyRequestsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
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
                        customerId: string;
                        /** @enum {string} */
                        kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                        /**
                         * @description obsolete: the person was erased meanwhile
                         * @enum {string}
                         */
                        status: "open" | "completed" | "refused" | "obsolete";
                        /** @enum {string} */
                        clock: "in_time" | "due_soon" | "overdue";
                        /** @enum {string} */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        receivedAt: string;
                        dueAt: string;
                        extendedAt: string | null;
                        identityProof: ("contact_code" | "account" | "document" | "known_in_person" | "representative") | null;
                        assignee: string | null;
                        closedAt: string | null;
                        closedBy: string | null;
                        /** @description Null once the person is erased, as are the three below */
                        text: string | null;
                        identityNote: string | null;
                        extensionReason: string | null;
                        answer: string | null;
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
            /** @description `privacy.request_not_found`: No privacy request has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.request_not_found";
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
    putPrivacyRequestsAssignee: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assignee: string | null;
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
                        customerId: string;
                        /** @enum {string} */
                        kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                        /**
                         * @description obsolete: the person was erased meanwhile
                         * @enum {string}
                         */
                        status: "open" | "completed" | "refused" | "obsolete";
                        /** @enum {string} */
                        clock: "in_time" | "due_soon" | "overdue";
                        /** @enum {string} */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        receivedAt: string;
                        dueAt: string;
                        extendedAt: string | null;
                        identityProof: ("contact_code" | "account" | "document" | "known_in_person" | "representative") | null;
                        assignee: string | null;
                        closedAt: string | null;
                        closedBy: string | null;
                        /** @description Null once the person is erased, as are the three below */
                        text: string | null;
                        identityNote: string | null;
                        extensionReason: string | null;
                        answer: string | null;
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
             * @description `privacy.request_not_found`: No privacy request has this id.
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
                        code: "privacy.request_not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `privacy.request_closed`: This request was answered before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.request_closed";
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
    putPrivacyRequestsIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    proof: "contact_code" | "account" | "document" | "known_in_person" | "representative";
                    note?: string;
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
                        customerId: string;
                        /** @enum {string} */
                        kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                        /**
                         * @description obsolete: the person was erased meanwhile
                         * @enum {string}
                         */
                        status: "open" | "completed" | "refused" | "obsolete";
                        /** @enum {string} */
                        clock: "in_time" | "due_soon" | "overdue";
                        /** @enum {string} */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        receivedAt: string;
                        dueAt: string;
                        extendedAt: string | null;
                        identityProof: ("contact_code" | "account" | "document" | "known_in_person" | "representative") | null;
                        assignee: string | null;
                        closedAt: string | null;
                        closedBy: string | null;
                        /** @description Null once the person is erased, as are the three below */
                        text: string | null;
                        identityNote: string | null;
                        extensionReason: string | null;
                        answer: string | null;
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
             * @description `privacy.request_not_found`: No privacy request has this id.
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
                        code: "privacy.request_not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `privacy.request_closed`: This request was answered before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.request_closed";
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
    postPrivacyRequestsExtend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                requestId: string;
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
                        customerId: string;
                        /** @enum {string} */
                        kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                        /**
                         * @description obsolete: the person was erased meanwhile
                         * @enum {string}
                         */
                        status: "open" | "completed" | "refused" | "obsolete";
                        /** @enum {string} */
                        clock: "in_time" | "due_soon" | "overdue";
                        /** @enum {string} */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        receivedAt: string;
                        dueAt: string;
                        extendedAt: string | null;
                        identityProof: ("contact_code" | "account" | "document" | "known_in_person" | "representative") | null;
                        assignee: string | null;
                        closedAt: string | null;
                        closedBy: string | null;
                        /** @description Null once the person is erased, as are the three below */
                        text: string | null;
                        identityNote: string | null;
                        extensionReason: string | null;
                        answer: string | null;
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
             * @description `privacy.request_not_found`: No privacy request has this id.
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
                        code: "privacy.request_not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `privacy.request_closed`: This request was answered before.
             *
             *     `privacy.no_extension`: The law that counts here does not allow to extend this deadline.
             *
             *     `privacy.extended_before`: A deadline is extended once, and this one was.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.request_closed" | "privacy.no_extension" | "privacy.extended_before";
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
    postPrivacyRequestsComplete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: string;
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
                        customerId: string;
                        /** @enum {string} */
                        kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                        /**
                         * @description obsolete: the person was erased meanwhile
                         * @enum {string}
                         */
                        status: "open" | "completed" | "refused" | "obsolete";
                        /** @enum {string} */
                        clock: "in_time" | "due_soon" | "overdue";
                        /** @enum {string} */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        receivedAt: string;
                        dueAt: string;
                        extendedAt: string | null;
                        identityProof: ("contact_code" | "account" | "document" | "known_in_person" | "representative") | null;
                        assignee: string | null;
                        closedAt: string | null;
                        closedBy: string | null;
                        /** @description Null once the person is erased, as are the three below */
                        text: string | null;
                        identityNote: string | null;
                        extensionReason: string | null;
                        answer: string | null;
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
             * @description `privacy.request_not_found`: No privacy request has this id.
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
                        code: "privacy.request_not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `privacy.request_closed`: This request was answered before.
             *
             *     `privacy.identity_not_proved`: First note how the person proved who they are.
             *
             *     `privacy.not_erased_yet`: A request for erasure is completed by erasing the person.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.request_closed" | "privacy.identity_not_proved" | "privacy.not_erased_yet";
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
    postPrivacyRequestsRefuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                requestId: string;
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
                        customerId: string;
                        /** @enum {string} */
                        kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                        /**
                         * @description obsolete: the person was erased meanwhile
                         * @enum {string}
                         */
                        status: "open" | "completed" | "refused" | "obsolete";
                        /** @enum {string} */
                        clock: "in_time" | "due_soon" | "overdue";
                        /** @enum {string} */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        receivedAt: string;
                        dueAt: string;
                        extendedAt: string | null;
                        identityProof: ("contact_code" | "account" | "document" | "known_in_person" | "representative") | null;
                        assignee: string | null;
                        closedAt: string | null;
                        closedBy: string | null;
                        /** @description Null once the person is erased, as are the three below */
                        text: string | null;
                        identityNote: string | null;
                        extensionReason: string | null;
                        answer: string | null;
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
             * @description `privacy.request_not_found`: No privacy request has this id.
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
                        code: "privacy.request_not_found" | "customer.not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `privacy.request_closed`: This request was answered before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.request_closed";
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
    getSettingsPrivacy: {
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
                         * @description The law whose deadlines count
                         * @default pdpl-oman
                         * @enum {string}
                         */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        /**
                         * @description How long before a deadline a request is due soon
                         * @default 7
                         */
                        dueSoonDays: number;
                        /**
                         * @description After this an export is deleted
                         * @default 7
                         */
                        exportKeptDays: number;
                        /**
                         * @description Silent for longer: flagged for review
                         * @default 24
                         */
                        inactiveMonths: number;
                        /**
                         * @description Guests without orders who were silent for longer are erased
                         * @default 30
                         */
                        guestsExpireDays: number;
                        /**
                         * @description The systems that must acknowledge every erasure
                         * @default []
                         */
                        consumers: string[];
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
    putSettingsPrivacy: {
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
                     * @description The law whose deadlines count
                     * @enum {string}
                     */
                    pack?: "gdpr" | "pdpl-oman" | "ccpa";
                    /** @description How long before a deadline a request is due soon */
                    dueSoonDays?: number;
                    /** @description After this an export is deleted */
                    exportKeptDays?: number;
                    /** @description Silent for longer: flagged for review */
                    inactiveMonths?: number;
                    /** @description Guests without orders who were silent for longer are erased */
                    guestsExpireDays?: number;
                    /** @description The systems that must acknowledge every erasure */
                    consumers?: string[];
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
                         * @description The law whose deadlines count
                         * @default pdpl-oman
                         * @enum {string}
                         */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        /**
                         * @description How long before a deadline a request is due soon
                         * @default 7
                         */
                        dueSoonDays: number;
                        /**
                         * @description After this an export is deleted
                         * @default 7
                         */
                        exportKeptDays: number;
                        /**
                         * @description Silent for longer: flagged for review
                         * @default 24
                         */
                        inactiveMonths: number;
                        /**
                         * @description Guests without orders who were silent for longer are erased
                         * @default 30
                         */
                        guestsExpireDays: number;
                        /**
                         * @description The systems that must acknowledge every erasure
                         * @default []
                         */
                        consumers: string[];
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
    getCustomersPrivacyExports: {
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
                            customerId: string;
                            requestId: string | null;
                            /** @enum {string} */
                            status: "waiting" | "ready" | "failed" | "expired";
                            progress: {
                                done: number;
                                of: number;
                            };
                            /** @enum {string} */
                            language: "en" | "ar";
                            bytes: number | null;
                            failure: ("too_large" | "person_gone" | "gave_up") | null;
                            createdAt: string;
                            readyAt: string | null;
                            deleteAt: string | null;
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
    postCustomersPrivacyExports: {
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
                    /**
                     * Format: uuid
                     * @description The request for access that this answers
                     */
                    requestId?: string;
                    /**
                     * @description Of the page; the person’s own unless said
                     * @enum {string}
                     */
                    language?: "en" | "ar";
                };
            };
        };
        responses: {
            /** @description OK */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        customerId: string;
                        requestId: string | null;
                        /** @enum {string} */
                        status: "waiting" | "ready" | "failed" | "expired";
                        progress: {
                            done: number;
                            of: number;
                        };
                        /** @enum {string} */
                        language: "en" | "ar";
                        bytes: number | null;
                        failure: ("too_large" | "person_gone" | "gave_up") | null;
                        createdAt: string;
                        readyAt: string | null;
                        deleteAt: string | null;
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
             * @description `privacy.export_under_way`: An export of this person is being built; see “exportId”.
             *
             *     `privacy.wrong_request`: This is not an open request of this kind by this person.
             *
             *     `privacy.identity_not_proved`: First note how the person proved who they are.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.export_under_way" | "privacy.wrong_request" | "privacy.identity_not_proved";
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
    postCustomersPrivacyExportsLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        expiresAt: string;
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
             *     `privacy.export_not_found`: This customer has no export with this id.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found" | "privacy.export_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `privacy.export_not_ready`: This export is not ready, or not any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.export_not_ready";
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
    getPrivacyExportsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/zip": string;
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
            /** @description `privacy.link_invalid`: This link is not valid, or not any more. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.link_invalid";
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
    postCustomersErasurePreview: {
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
                        legalHold: boolean;
                        tables: {
                            module: string;
                            table: string;
                            rows: number;
                            /** @enum {string} */
                            fate: "erased" | "kept";
                            /** @description In the language of Accept-Language */
                            why: string;
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
    postCustomersErasure: {
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
                    /** @enum {string} */
                    reason: "requested" | "consent_withdrawn" | "objection" | "no_longer_needed" | "unlawful" | "legal_obligation";
                    /**
                     * Format: uuid
                     * @description The request that this answers; it is completed by it
                     */
                    requestId?: string;
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
                        customerId: string;
                        requestId: string | null;
                        /** @enum {string} */
                        reason: "requested" | "consent_withdrawn" | "objection" | "no_longer_needed" | "unlawful" | "legal_obligation";
                        erasedAt: string;
                        erasedBy: string;
                        /**
                         * @description Complete when all consumers have acknowledged
                         * @enum {string}
                         */
                        status: "waiting" | "complete";
                        certified: boolean;
                        counts: {
                            table: string;
                            rows: number;
                            /** @enum {string} */
                            fate: "erased" | "kept";
                        }[];
                        consumers: {
                            name: string;
                            acknowledgedAt: string | null;
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
            /**
             * @description `privacy.legal_hold`: A legal hold keeps this person’s data; lift it first.
             *
             *     `privacy.wrong_request`: This is not an open request of this kind by this person.
             *
             *     `privacy.identity_not_proved`: First note how the person proved who they are.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.legal_hold" | "privacy.wrong_request" | "privacy.identity_not_proved";
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
    getCustomersLegalHold: {
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
                        reason: string;
                        placedAt: string;
                        placedBy: string;
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
             *     `privacy.no_hold`: There is no legal hold on this customer.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found" | "privacy.no_hold";
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
    putCustomersLegalHold: {
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
                        customerId: string;
                        reason: string;
                        placedAt: string;
                        placedBy: string;
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
    deleteCustomersLegalHold: {
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
                        reason: string;
                        placedAt: string;
                        placedBy: string;
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
             *     `privacy.no_hold`: There is no legal hold on this customer.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "customer.not_found" | "privacy.no_hold";
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
    getErasures: {
        parameters: {
            query?: {
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
                            customerId: string;
                            requestId: string | null;
                            /** @enum {string} */
                            reason: "requested" | "consent_withdrawn" | "objection" | "no_longer_needed" | "unlawful" | "legal_obligation";
                            erasedAt: string;
                            erasedBy: string;
                            /**
                             * @description Complete when all consumers have acknowledged
                             * @enum {string}
                             */
                            status: "waiting" | "complete";
                            certified: boolean;
                            counts: {
                                table: string;
                                rows: number;
                                /** @enum {string} */
                                fate: "erased" | "kept";
                            }[];
                            consumers: {
                                name: string;
                                acknowledgedAt: string | null;
                            }[];
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
    getErasuresById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                erasureId: string;
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
                        customerId: string;
                        requestId: string | null;
                        /** @enum {string} */
                        reason: "requested" | "consent_withdrawn" | "objection" | "no_longer_needed" | "unlawful" | "legal_obligation";
                        erasedAt: string;
                        erasedBy: string;
                        /**
                         * @description Complete when all consumers have acknowledged
                         * @enum {string}
                         */
                        status: "waiting" | "complete";
                        certified: boolean;
                        counts: {
                            table: string;
                            rows: number;
                            /** @enum {string} */
                            fate: "erased" | "kept";
                        }[];
                        consumers: {
                            name: string;
                            acknowledgedAt: string | null;
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
            /** @description `privacy.erasure_not_found`: No erasure has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.erasure_not_found";
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
    getErasuresCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                erasureId: string;
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
                        /** @description A JWS in its compact form */
                        certificate: string;
                        key: {
                            kty: string;
                            crv: string;
                            x: string;
                            y: string;
                        };
                        /** @description Of the key; keep it apart from the file, and compare */
                        thumbprint: string;
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
            /** @description `privacy.erasure_not_found`: No erasure has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.erasure_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /** @description `privacy.certificate_pending`: The certificate is being signed; try again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.certificate_pending";
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
    postErasuresAcknowledgements: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same answer for 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                erasureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    consumer: string;
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
                        customerId: string;
                        requestId: string | null;
                        /** @enum {string} */
                        reason: "requested" | "consent_withdrawn" | "objection" | "no_longer_needed" | "unlawful" | "legal_obligation";
                        erasedAt: string;
                        erasedBy: string;
                        /**
                         * @description Complete when all consumers have acknowledged
                         * @enum {string}
                         */
                        status: "waiting" | "complete";
                        certified: boolean;
                        counts: {
                            table: string;
                            rows: number;
                            /** @enum {string} */
                            fate: "erased" | "kept";
                        }[];
                        consumers: {
                            name: string;
                            acknowledgedAt: string | null;
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
            /** @description `privacy.erasure_not_found`: No erasure has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.erasure_not_found";
                        status: number;
                        title: string;
                        instance?: string;
                    };
                };
            };
            /**
             * @description `invalid`: Some fields do not fit; see “errors”.
             *
             *     `privacy.unknown_consumer`: Nobody of this name had to acknowledge this erasure.
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
                        code: "invalid" | "privacy.unknown_consumer" | "idempotency_key_reused";
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
    getRetentionReviews: {
        parameters: {
            query?: {
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
                            customerId: string;
                            flaggedAt: string;
                            lastSeenAt: string;
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
    postRetentionReviewsDecisions: {
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
                    reviewIds: string[];
                    /** @enum {string} */
                    decision: "keep" | "deactivate" | "erase";
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
                        decided: number;
                        refused: {
                            /** Format: uuid */
                            reviewId: string;
                            code: string;
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
    getBreaches: {
        parameters: {
            query?: {
                clock?: "in_time" | "due_soon" | "overdue";
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
                            /** @description What happened; sealed */
                            what: string;
                            /** @description What was done about it; sealed */
                            measures: string | null;
                            /** @description How many people it concerned */
                            people: number;
                            records: number;
                            dataKinds: ("names" | "contacts" | "addresses" | "orders" | "payments" | "credentials" | "health" | "other")[];
                            noticedAt: string;
                            /** @enum {string} */
                            pack: "gdpr" | "pdpl-oman" | "ccpa";
                            /** @description Until then the authority must know; null where no clock runs */
                            dueAt: string | null;
                            /** @enum {string} */
                            clock: "in_time" | "due_soon" | "overdue";
                            authorityNotifiedAt: string | null;
                            peopleNotifiedAt: string | null;
                            version: number;
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
    postBreaches: {
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
                    /** @description What happened; sealed */
                    what: string;
                    /** @description What was done about it; sealed */
                    measures?: string | null;
                    /** @description How many people it concerned */
                    people: number;
                    /** @default 0 */
                    records?: number;
                    /** @default [] */
                    dataKinds?: ("names" | "contacts" | "addresses" | "orders" | "payments" | "credentials" | "health" | "other")[];
                    /** @description If not now; not in the future */
                    noticedAt?: string;
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
                        /** @description What happened; sealed */
                        what: string;
                        /** @description What was done about it; sealed */
                        measures: string | null;
                        /** @description How many people it concerned */
                        people: number;
                        records: number;
                        dataKinds: ("names" | "contacts" | "addresses" | "orders" | "payments" | "credentials" | "health" | "other")[];
                        noticedAt: string;
                        /** @enum {string} */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        /** @description Until then the authority must know; null where no clock runs */
                        dueAt: string | null;
                        /** @enum {string} */
                        clock: "in_time" | "due_soon" | "overdue";
                        authorityNotifiedAt: string | null;
                        peopleNotifiedAt: string | null;
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
    getBreachesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                breachId: string;
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
                        /** @description What happened; sealed */
                        what: string;
                        /** @description What was done about it; sealed */
                        measures: string | null;
                        /** @description How many people it concerned */
                        people: number;
                        records: number;
                        dataKinds: ("names" | "contacts" | "addresses" | "orders" | "payments" | "credentials" | "health" | "other")[];
                        noticedAt: string;
                        /** @enum {string} */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        /** @description Until then the authority must know; null where no clock runs */
                        dueAt: string | null;
                        /** @enum {string} */
                        clock: "in_time" | "due_soon" | "overdue";
                        authorityNotifiedAt: string | null;
                        peopleNotifiedAt: string | null;
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
            /** @description `privacy.breach_not_found`: No breach has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.breach_not_found";
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
    patchBreachesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; if it has changed, 412. */
                "if-match"?: string;
            };
            path: {
                breachId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What happened; sealed */
                    what?: string;
                    /** @description What was done about it; sealed */
                    measures?: string | null;
                    /** @description How many people it concerned */
                    people?: number;
                    records?: number;
                    dataKinds?: ("names" | "contacts" | "addresses" | "orders" | "payments" | "credentials" | "health" | "other")[];
                    authorityNotifiedAt?: string;
                    peopleNotifiedAt?: string;
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
                        /** @description What happened; sealed */
                        what: string;
                        /** @description What was done about it; sealed */
                        measures: string | null;
                        /** @description How many people it concerned */
                        people: number;
                        records: number;
                        dataKinds: ("names" | "contacts" | "addresses" | "orders" | "payments" | "credentials" | "health" | "other")[];
                        noticedAt: string;
                        /** @enum {string} */
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        /** @description Until then the authority must know; null where no clock runs */
                        dueAt: string | null;
                        /** @enum {string} */
                        clock: "in_time" | "due_soon" | "overdue";
                        authorityNotifiedAt: string | null;
                        peopleNotifiedAt: string | null;
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
            /** @description `privacy.breach_not_found`: No breach has this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        /** @enum {string} */
                        code: "privacy.breach_not_found";
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
