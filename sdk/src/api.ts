// Generated from openapi.json by `npm run generate`.

export interface paths {
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
