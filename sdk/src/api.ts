// Generated from openapi.json by `npm run generate`.

export interface components {
    schemas: {
        Address: {
            id: string;
            customerId: string;
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
            /** @description The fields of the business, by their keys; null removes a value */
            ownFields: { [key: string]: boolean | number | string | null; };
            country: string;
            /** @description In the postal format of the country; in Latin script where given */
            formatted: { lines: string[]; text: string; };
            /** @description The same in Arabic script, where given */
            formatted2: { lines: string[]; text: string; } | null;
            verification: "verified" | "unverified" | "rejected";
            /** @description The verdict of the provider, such as `missing.postal_code` */
            verificationReasons: string[];
            /** @description Time of the verdict */
            checkedAt: string | null;
            /** @description From `near` */
            distanceMeters: number | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            deletedAt: string | null;
            version: number;
            /** @description Unreadable; cannot be changed until it is repaired */
            damaged: boolean;
        };
        AddressChange: {
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
            /** @description The fields of the business, by their keys; null removes a value */
            ownFields?: { [key: string]: boolean | number | string | null; };
            type?: "home" | "work" | "other";
            country?: string;
            isDefault?: boolean;
        };
        AddressRules: {
            country: string;
            name: { en: string; ar: string; };
            /** @description `line`: a building, a street or an area. In either script. */
            needs: ("line" | "city" | "subdivision" | "postalCode")[];
            /** @description Null where the country has none */
            postalCode: { pattern: string; example: string; } | null;
            /** @description Empty: free text */
            subdivisions: { code: string; name: { en: string; ar: string; }; }[];
        };
        ApiKey: {
            id: string;
            name: string;
            scopes: string[];
            /** @description Requests per minute; 0 for no limit */
            perMinute: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            expiresAt: string | null;
            revokedAt: string | null;
            /** @description Whether its permissions are within yours; otherwise you cannot revoke it */
            withinYours: boolean;
        };
        AuditRetention: {
            /** @description For how many years entries are kept, to the month; null for ever */
            keepYears: number | null;
            /** @description When a shorter time takes effect: until then nothing is released */
            startsAt: string | null;
            /** @description What the trail no longer has; null while it is whole */
            released: { entries: number; until: string | null; at: string | null; } | null;
            /** @description A legal hold keeps entries that would be released */
            held: boolean;
        };
        Breach: {
            /** Format: uuid */
            id: string;
            /** @description What happened; stored encrypted */
            what: string;
            /** @description Measures taken; stored encrypted */
            measures: string | null;
            /** @description Number of people concerned */
            people: number;
            records: number;
            dataKinds: ("names" | "contacts" | "addresses" | "orders" | "payments" | "credentials" | "health" | "other")[];
            /** Format: date-time */
            noticedAt: string;
            pack: "gdpr" | "pdpl-oman" | "ccpa";
            /** @description Deadline for notifying the authority; null if there is none */
            dueAt: string | null;
            clock: "in_time" | "due_soon" | "overdue";
            authorityNotifiedAt: string | null;
            peopleNotifiedAt: string | null;
            version: number;
            /** @description Unreadable; cannot be changed until it is repaired */
            damaged: boolean;
        };
        BusinessFace: {
            /**
             * @description A picture as a data URL: PNG, JPEG or WebP
             * @default null
             */
            logo: string | null;
            /**
             * @description Such as #0f6b5d
             * @default null
             */
            colour: string | null;
            /**
             * @description When the business is open, or a remark about it
             * @default null
             */
            hours: string | null;
            /**
             * @description The same in Arabic
             * @default null
             */
            hours2: string | null;
            /** @default null */
            schedule: {
                /** @default [] */
                mon: components["schemas"]["OpeningSpan"][];
                /** @default [] */
                tue: components["schemas"]["OpeningSpan"][];
                /** @default [] */
                wed: components["schemas"]["OpeningSpan"][];
                /** @default [] */
                thu: components["schemas"]["OpeningSpan"][];
                /** @default [] */
                fri: components["schemas"]["OpeningSpan"][];
                /** @default [] */
                sat: components["schemas"]["OpeningSpan"][];
                /** @default [] */
                sun: components["schemas"]["OpeningSpan"][];
                /**
                 * @description Days without opening, as 2026-12-25
                 * @default []
                 */
                closedOn: string[];
            } | null;
            /** @description By the schedule, at the time of the response; null without one */
            opening: {
                isOpen: boolean;
                /** @description When it opens or closes next; null if not within a month */
                changesAt: string | null;
                timeZone: string;
                /** @description The week, a line for days that are alike */
                words: { en: string; ar: string; };
            } | null;
        };
        Cart: {
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
                data: { [key: string]: unknown; };
            }[];
        };
        Change: {
            id: string;
            /** Format: date-time */
            at: string;
            actor: string;
            action: string;
            fields: string[];
            before: { [key: string]: unknown; };
            after: { [key: string]: unknown; };
            reason: string | null;
            ip: string | null;
            userAgent: string | null;
            requestId: string;
            /** @description The content cannot be read and is not shown */
            damaged: boolean;
        };
        Consent: {
            documentId: string;
            purpose: string;
            kind: "terms" | "privacy" | "marketing" | "custom";
            channel: string | null;
            title: string;
            status: "published" | "retired";
            state: "none" | "pending" | "granted" | "outdated" | "withdrawn";
            /** @description The version of the decision */
            version: number | null;
            latestVersion: number;
            since: string | null;
            /** @description The decision in force */
            eventId: string | null;
        };
        ConsentDocument: {
            documentId: string;
            purpose: string;
            kind: "terms" | "privacy" | "marketing" | "custom";
            channel: string | null;
            doubleOptIn: boolean;
            status: "published" | "retired";
            retiredAt: string | null;
            latest: components["schemas"]["ConsentVersion"];
        };
        ConsentReceipt: {
            eventId: string;
            documentId: string;
            purpose: string;
            version: number;
            decision: "requested" | "granted" | "withdrawn";
            source: "till" | "web" | "spoken" | "import" | "confirmation" | "unsubscribe" | "objection" | "erasure";
            language: "en" | "ar";
            /** Format: date-time */
            decidedAt: string;
            /** Format: date-time */
            recordedAt: string;
            actor: string;
            /** @description For a spoken decision: the login or API key that recorded it */
            heardBy: string | null;
            spokenTo: string | null;
            /** @description Of an imported decision: where it was made */
            origin: string | null;
            /** @description Of an imported decision: what shows it */
            proof: string | null;
            /** @description With `customers:history` */
            ip: string | null;
            /** @description With `customers:history` */
            userAgent: string | null;
            /** @description False if the record was altered in the database; it then allows nothing */
            intact: boolean;
            customerId: string;
            business: string;
            title: string;
            text: string;
            sha256: string;
        };
        ConsentVersion: {
            version: number;
            asksAgain: boolean;
            /** Format: date-time */
            publishedAt: string;
            texts: {
                en?: { title: string; text: string; sha256: string; };
                ar?: { title: string; text: string; sha256: string; };
            };
        };
        Customer: {
            id: string;
            number: string;
            type: "guest" | "stub" | "full";
            status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
            firstName: string;
            lastName: string | null;
            name2: string | null;
            preferredName: string | null;
            companyName: string | null;
            birthDate: string | null;
            avatarUrl: string | null;
            phone: string | null;
            email: string | null;
            notes: string | null;
            config: { [key: string]: unknown; };
            features: { [key: string]: unknown; };
            extra: { [key: string]: unknown; };
            ownFields: { [key: string]: boolean | number | string; };
            name: string;
            phoneVerified: boolean;
            emailVerified: boolean;
            contactsMasked: boolean;
            /** @description Processing is restricted: staff cannot change the customer */
            restricted: boolean;
            displayName: string | null;
            tier: "free" | "basic" | "premium" | "enterprise";
            loyaltyTier: string | null;
            segment: string | null;
            plan: string | null;
            locale: "en" | "ar";
            country: string;
            totalOrders: number;
            /** @description Decimal, in the currency of the tenant */
            totalSpent: string;
            loyaltyPoints: number;
            /** @description When they last ordered what was not cancelled */
            lastOrderAt: string | null;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            /** @description The record is partly unreadable; it cannot be changed until it is repaired */
            damaged: boolean;
        };
        CustomerChange: {
            firstName?: string;
            lastName?: string | null;
            /** @description The name in Arabic script */
            name2?: string | null;
            preferredName?: string | null;
            companyName?: string | null;
            birthDate?: string | null;
            avatarUrl?: string | null;
            phone?: string | null;
            email?: string | null;
            notes?: string | null;
            config?: { [key: string]: unknown; };
            features?: { [key: string]: unknown; };
            extra?: { [key: string]: unknown; };
            /** @description The fields of the business, by their keys; null removes a value */
            ownFields?: { [key: string]: boolean | number | string | null; };
            locale?: "en" | "ar";
            country?: string;
        };
        CustomerFeatures: {
            /** @description The best that is active */
            planId: string;
            tier: "free" | "basic" | "premium" | "enterprise";
            /** Format: date-time */
            at: string;
            features: components["schemas"]["ResolvedFeature"][];
        };
        CustomerPicture: {
            /** @description As a data URL; null where there is none */
            picture: string | null;
            changedAt: string | null;
        };
        CustomerView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The filters of the list, without the search text, which is personal data */
            filter: {
                type?: ("guest" | "stub" | "full")[];
                status?: ("active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased")[];
                tier?: ("free" | "basic" | "premium" | "enterprise")[];
                verified?: boolean;
                restricted?: boolean;
                severalLogins?: boolean;
                ordered?: boolean;
                spentFrom?: string;
                /** @description Customer for at most so many days */
                sinceDays?: number;
                segment?: string;
                tag?: string;
                sort?: "created" | "updated" | "number" | "spent" | "orders" | "points" | "lastOrder" | "lastSeen";
                order?: "asc" | "desc";
            };
            /** @description The column names, defined by the screen */
            columns: string[];
            shared: boolean;
            /** @description Whether it belongs to the caller */
            own: boolean;
            /** @description Unreadable; save another in its place */
            damaged: boolean;
        };
        Done: { /** @constant */ done: true; };
        DoubtedMerge: {
            /** Format: uuid */
            mergeId: string;
            /** @description As an undo would give them: the survivor first */
            customers: components["schemas"]["Customer"][];
            explanation: {
                /** @description In bits: above 0 it is likelier that both are one person */
                score: number;
                probability: number;
                /** @description How likely any two customers are one person */
                beforehand: number;
                /** @description Taken away, because people of one household share it as well */
                household: number;
                reasons: {
                    field: "firstName" | "lastName" | "birthDate" | "phone" | "email" | "companyName" | "address" | "city";
                    /**
                     * @description `missing` says nothing either way
                     * @enum {string}
                     */
                    level: "different" | "weak" | "initial" | "part" | "near" | "slip" | "sounds" | "same" | "some" | "half" | "most" | "nearly" | "begins" | "year" | "partly" | "turned" | "tail" | "formerly" | "local" | "domain" | "swapped" | "missing";
                    bits: number;
                }[];
                /** @description Speaks against it at any score: never merged automatically */
                vetoes: ("birth_dates_differ" | "verified_phones_differ")[];
                /** @description Unknown of one of the two; so much would it say if it were the same */
                wouldDecide: {
                    field: "firstName" | "lastName" | "birthDate" | "phone" | "email" | "companyName" | "address" | "city";
                    bits: number;
                }[];
                /** @description 0: nothing was learned yet */
                modelVersion: number;
            };
            /** @description When they were merged, or when the merge was last kept */
            scoreThen: number;
            /** Format: date-time */
            since: string;
        };
        DuplicateBatch: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            from: number;
            merges: number;
            /** @description What was not merged, and why */
            refused: {
                /** @description Null where nothing is merged */
                suggestionId: string | null;
                /** @description Of the error */
                code: string;
            }[];
            undoneAt: string | null;
            undoneBy: string | null;
        };
        DuplicateGroup: {
            /** @description The proposed survivor first */
            customers: components["schemas"]["Customer"][];
            /** @description Of each two; the weakest first */
            links: { one: string; other: string; score: number; }[];
            weakest: { one: string; other: string; score: number; };
        };
        DuplicateGroupMerge: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            from: number;
            merges: number;
            /** @description What was not merged, and why */
            refused: {
                /** @description Null where nothing is merged */
                suggestionId: string | null;
                /** @description Of the error */
                code: string;
            }[];
            undoneAt: string | null;
            undoneBy: string | null;
            /** @description Only where nothing is merged: number of records that would move, by kind */
            moved?: { [key: string]: number; };
        };
        DuplicateMatch: {
            customer: components["schemas"]["Customer"];
            household: boolean;
            explanation: {
                /** @description In bits: above 0 it is likelier that both are one person */
                score: number;
                probability: number;
                /** @description How likely any two customers are one person */
                beforehand: number;
                /** @description Taken away, because people of one household share it as well */
                household: number;
                reasons: {
                    field: "firstName" | "lastName" | "birthDate" | "phone" | "email" | "companyName" | "address" | "city";
                    /**
                     * @description `missing` says nothing either way
                     * @enum {string}
                     */
                    level: "different" | "weak" | "initial" | "part" | "near" | "slip" | "sounds" | "same" | "some" | "half" | "most" | "nearly" | "begins" | "year" | "partly" | "turned" | "tail" | "formerly" | "local" | "domain" | "swapped" | "missing";
                    bits: number;
                }[];
                /** @description Speaks against it at any score: never merged automatically */
                vetoes: ("birth_dates_differ" | "verified_phones_differ")[];
                /** @description Unknown of one of the two; so much would it say if it were the same */
                wouldDecide: {
                    field: "firstName" | "lastName" | "birthDate" | "phone" | "email" | "companyName" | "address" | "city";
                    bits: number;
                }[];
                /** @description 0: nothing was learned yet */
                modelVersion: number;
            };
        };
        DuplicateModel: {
            version: number;
            active: boolean;
            madeAt: string | null;
            customers: number;
            threshold: number;
            fields: {
                field: "firstName" | "lastName" | "birthDate" | "phone" | "email" | "companyName" | "address" | "city";
                levels: {
                    /**
                     * @description `missing` says nothing either way
                     * @enum {string}
                     */
                    level: "different" | "weak" | "initial" | "part" | "near" | "slip" | "sounds" | "same" | "some" | "half" | "most" | "nearly" | "begins" | "year" | "partly" | "turned" | "tail" | "formerly" | "local" | "domain" | "swapped" | "missing";
                    bits: number;
                }[];
            }[];
        };
        DuplicateSuggestion: {
            /** Format: uuid */
            id: string;
            state: "open" | "put_off" | "accepted" | "rejected" | "family";
            /** @description The proposed survivor first */
            customers: components["schemas"]["Customer"][];
            /** @description Null once one of the two is gone */
            explanation: {
                /** @description In bits: above 0 it is likelier that both are one person */
                score: number;
                probability: number;
                /** @description How likely any two customers are one person */
                beforehand: number;
                /** @description Taken away, because people of one household share it as well */
                household: number;
                reasons: {
                    field: "firstName" | "lastName" | "birthDate" | "phone" | "email" | "companyName" | "address" | "city";
                    /**
                     * @description `missing` says nothing either way
                     * @enum {string}
                     */
                    level: "different" | "weak" | "initial" | "part" | "near" | "slip" | "sounds" | "same" | "some" | "half" | "most" | "nearly" | "begins" | "year" | "partly" | "turned" | "tail" | "formerly" | "local" | "domain" | "swapped" | "missing";
                    bits: number;
                }[];
                /** @description Speaks against it at any score: never merged automatically */
                vetoes: ("birth_dates_differ" | "verified_phones_differ")[];
                /** @description Unknown of one of the two; so much would it say if it were the same */
                wouldDecide: {
                    field: "firstName" | "lastName" | "birthDate" | "phone" | "email" | "companyName" | "address" | "city";
                    bits: number;
                }[];
                /** @description 0: nothing was learned yet */
                modelVersion: number;
            } | null;
            score: number;
            /** Format: date-time */
            foundAt: string;
            putOffTo: string | null;
            decidedAt: string | null;
            decidedBy: string | null;
            mergeId: string | null;
            batchId: string | null;
        };
        Erasure: {
            /** Format: uuid */
            id: string;
            customerId: string;
            /** @description The number of the customer, which stays */
            number: string;
            requestId: string | null;
            reason: "requested" | "consent_withdrawn" | "objection" | "no_longer_needed" | "unlawful" | "legal_obligation";
            /** Format: date-time */
            erasedAt: string;
            erasedBy: string;
            /**
             * @description Complete once all downstream systems have acknowledged
             * @enum {string}
             */
            status: "waiting" | "complete";
            certified: boolean;
            counts: { table: string; rows: number; fate: "erased" | "kept"; }[];
            consumers: { name: string; acknowledgedAt: string | null; }[];
        };
        ErasureCertificate: {
            /** @description A JWS in its compact form */
            certificate: string;
            key: { kty: string; crv: string; x: string; y: string; };
            /** @description Thumbprint of the key; keep it apart from the file to compare */
            thumbprint: string;
        };
        EventResult: {
            id: string | null;
            result: "done" | "already" | "waiting" | "parked" | "refused";
            reason: { code: string; text: string; } | null;
            /** @description Each field that does not fit */
            readonly errors: { path: string; code: string; message: string; }[];
            parkedId: string | null;
        };
        Explained: {
            /** @description What is explained */
            value: string | number | boolean | null;
            since: string | null;
            /** @description In the language of the caller */
            rule: { key: string; text: string; };
            /** @description The values that the rule looked at, beside what it wants */
            compared: {
                what: string;
                value: string | number | boolean | null;
                needs: string | number | boolean | null;
                met: boolean;
            }[];
            /** @description Where the rule is from, such as `loyalty.tiers version 3` */
            source: string;
        };
        FeatureDocument: { document: string; /** Format: date-time */ expiresAt: string; };
        FlairCatalogue: {
            flairs: {
                key: string;
                name: { en: string; ar: string; };
                /** @default null */
                description: { en: string; ar: string; } | null;
                /** @description One character, such as an emoji */
                icon: string;
                /** @default null */
                category: string | null;
                /**
                 * @description Null: only people give it
                 * @default null
                 */
                rule: ({ /** @constant */ on: "orders"; count: number; } | {
                    /** @constant */
                    on: "years";
                    count: number;
                } | { /** @constant */ on: "birthday"; } | {
                    /** @constant */
                    on: "loyalty_tier";
                    tier: string;
                }) | null;
                /**
                 * @description False: customers keep it, and others do not get it
                 * @default true
                 */
                offered: boolean;
            }[];
        };
        FlairPreview: {
            /** @description How many customers were looked at */
            looked: number;
            flairs: {
                flairId: string;
                names: { en: string; ar: string; };
                customers: number;
                named: { customerId: string; number: string | null; name: string | null; }[];
            }[];
        };
        FlairRun: {
            /** Format: uuid */
            id: string;
            /** @description Of the daily ones */
            day: string | null;
            askedBy: string;
            /** Format: date-time */
            at: string;
            finishedAt: string | null;
            /** @description How many customers were looked at */
            done: number;
            awarded: number;
        };
        FoundCustomer: {
            id: string;
            number: string;
            type: "guest" | "stub" | "full";
            status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
            firstName: string;
            lastName: string | null;
            name2: string | null;
            preferredName: string | null;
            companyName: string | null;
            birthDate: string | null;
            avatarUrl: string | null;
            phone: string | null;
            email: string | null;
            notes: string | null;
            config: { [key: string]: unknown; };
            features: { [key: string]: unknown; };
            extra: { [key: string]: unknown; };
            ownFields: { [key: string]: boolean | number | string; };
            name: string;
            phoneVerified: boolean;
            emailVerified: boolean;
            contactsMasked: boolean;
            /** @description Processing is restricted: staff cannot change the customer */
            restricted: boolean;
            displayName: string | null;
            tier: "free" | "basic" | "premium" | "enterprise";
            loyaltyTier: string | null;
            segment: string | null;
            plan: string | null;
            locale: "en" | "ar";
            country: string;
            totalOrders: number;
            /** @description Decimal, in the currency of the tenant */
            totalSpent: string;
            loyaltyPoints: number;
            /** @description When they last ordered what was not cancelled */
            lastOrderAt: string | null;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            /** @description The record is partly unreadable; it cannot be changed until it is repaired */
            damaged: boolean;
            /**
             * @description How the result matches `q`: exactly, by prefix, or by sound, which may be a different person. Only with `q`
             * @enum {string}
             */
            match?: "exact" | "prefix" | "sounds_like";
            /** @description The fields by which `q` fits. `merged`: by a record that was merged into this one */
            matchedBy?: ("name" | "name2" | "preferredName" | "companyName" | "ownField" | "phone" | "email" | "number" | "merged")[];
            /** @description Their keys, where `tags` asks for them */
            tags?: string[];
        };
        HandOver: {
            /** Format: uuid */
            id: string;
            /** @description The former holder of the number */
            formerCustomerId: string;
            /** @description The customer who has verified it now */
            presentCustomerId: string;
            /**
             * @description `silent`: the former holder was inactive for long and the names differ · `unproved`: the former holder signs in another way and never verified the number
             * @enum {string}
             */
            why: "silent" | "unproved";
            /** Format: date-time */
            at: string;
            decision: ("merged" | "dismissed") | null;
            decidedAt: string | null;
            decidedBy: string | null;
        };
        HeldFlair: {
            flairId: string;
            /** @description In the language of the caller */
            name: string;
            names: { en: string; ar: string; };
            description: { en: string; ar: string; } | null;
            icon: string;
            category: string | null;
            /** Format: date-time */
            earnedAt: string;
            /**
             * @description The rule that gave it; null: by hand
             * @example orders:10
             */
            rule: string | null;
        };
        Import: {
            /** Format: uuid */
            id: string;
            state: "uploading" | "ready" | "checking" | "checked" | "running" | "paused" | "done" | "undoing" | "undone" | "failed";
            /** @description Why a failed import cannot go on, in the language of the caller */
            failure: string | null;
            /** @description It was paused, or failed in a step that can go on */
            resumable: boolean;
            /** @description Null after 30 days */
            fileName: string | null;
            bytes: number;
            sha256: string | null;
            format: ("csv" | "ndjson" | "vcard" | "xlsx") | null;
            encoding: ("utf-8" | "utf-16le" | "utf-16be" | "windows-1256" | "windows-1252" | "iso-8859-6") | null;
            separator: ("," | ";" | "\t" | "|") | null;
            columns: components["schemas"]["ImportColumn"][];
            matchBy: ("externalId" | "number" | "phone" | "email")[];
            likely: "skip" | "create";
            dates: "day-first" | "month-first";
            system: string;
            consentOrigin: string | null;
            tells: boolean;
            /** @description Null until the rows are counted, by the first check */
            rows: number | null;
            /** @description Rows handled by the present step */
            done: number;
            counts: {
                created: number;
                updated: number;
                unchanged: number;
                duplicates: number;
                refused: number;
                undone: number;
                kept: number;
            };
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            startedBy: string | null;
            startedAt: string | null;
            finishedAt: string | null;
            /** @description Until then a finished import can be undone */
            undoUntil: string | null;
        };
        ImportAsideRow: {
            row: number;
            outcome: "refused" | "duplicate" | "kept";
            /** @description In the order of the columns; empty for customers kept by an undo */
            cells: string[];
            reasons: { column: string | null; code: string; message: string; }[];
            customerId: string | null;
            /** @description The earlier row of the same customer */
            otherRow: number | null;
        };
        ImportColumn: {
            name: string;
            /** @description Null: the column is not imported */
            target: ((("firstName" | "lastName" | "name2" | "preferredName" | "companyName" | "birthDate" | "phone" | "email" | "notes" | "locale" | "country" | "phoneVerified" | "emailVerified" | "plan" | "createdAt" | "fullName" | "number" | "externalId" | "consentAt" | "consentOrigin" | "consentProof" | "extra") | string) | string) | null;
            policy: "create" | "overwrite" | "fill" | "never";
        };
        ImportPreviewRow: {
            row: number;
            outcome: "created" | "updated" | "unchanged" | "duplicate" | "refused";
            customerId: string | null;
            /** @description The fields as they will be */
            fields: { [key: string]: string; };
            reasons: { column: string | null; code: string; message: string; }[];
        };
        Interaction: {
            /** Format: uuid */
            id: string;
            customerId: string;
            kind: "ticket" | "review";
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            recordedAt: string;
            source: string;
            externalId: string | null;
            channel: string | null;
            sku: string | null;
            category: string | null;
            tags: string[];
            rating: number | null;
            subject: string | null;
            text: string | null;
            sentiment: {
                value: "positive" | "neutral" | "negative";
                /**
                 * @description The system that reported it, or our own list of words
                 * @enum {string}
                 */
                by: "given" | "words";
            } | null;
            damaged: boolean;
        };
        Interest: {
            interest: string;
            reviews: number;
            /** @description The average, from 1 to 5 */
            rating: number;
            /** Format: date-time */
            lastAt: string;
        };
        JobRun: {
            /** Format: uuid */
            id: string;
            state: "waiting" | "running" | "done" | "failed";
            /** @description Null: on schedule */
            askedBy: string | null;
            /** Format: date-time */
            askedAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            /** @description Progress, updated at intervals; null if unknown */
            progress: { done: number; total: number; } | null;
        };
        KeptDays: {
            /** @description For how many days; null for as many as is usual */
            keepDays: number | null;
            /** @description What null stands for */
            usualDays: number;
            /** @description What counts now */
            daysNow: number;
            /** @description When a shorter time takes effect */
            startsAt: string | null;
        };
        LegalHold: {
            customerId: string;
            reason: string;
            /** Format: date-time */
            placedAt: string;
            placedBy: string;
            /** @description The reason is unreadable; the hold is still in force */
            damaged: boolean;
        };
        LoyaltyAccount: {
            customerId: string;
            /** @description Can be spent now */
            balance: number;
            /** @description Earned, and cannot be spent yet */
            pending: number;
            /** @description Set aside until they are captured or released */
            reserved: number;
            /** @description Spent and then taken back by a refund: the next points pay it */
            debt: number;
            /**
             * @description Of the balance
             * @example 1.400
             */
            worth: string;
            currency: string;
            /** @description What ends when */
            ending: {
                /** Format: date-time */
                at: string;
                points: number;
                /**
                 * @description Decimal text, in the reporting currency
                 * @example 1.400
                 */
                worth: string;
            }[];
            /** @description What pending points wait for: the delivery, of an order that was asked for the payment or the delivery (`sale`), a verified phone, the end of the return window */
            waiting: { points: number; delivery: boolean; sale: boolean; proof: boolean; until: string | null; }[];
            tier: {
                /** @description Null before the first review */
                current: { key: string; name: { en: string; ar: string; }; } | null;
                since: string | null;
                /** @description Where it goes from here, if nothing more is spent */
                projected: { key: string; name: { en: string; ar: string; }; };
                /** @description By the spending alone */
                earned: { key: string; name: { en: string; ar: string; }; };
                /**
                 * @description In the twelve months before, less what was refunded
                 * @example 1.400
                 */
                spent: string;
                /** @description Null: there is none above */
                toReach: {
                    tier: { key: string; name: { en: string; ar: string; }; };
                    /**
                     * @description Decimal text, in the reporting currency
                     * @example 1.400
                     */
                    missing: string;
                } | null;
                /** @description Null: nothing is missing; `until`: when grace ends, where it has begun */
                toKeep: {
                    /**
                     * @description Decimal text, in the reporting currency
                     * @example 1.400
                     */
                    missing: string;
                    until: string | null;
                } | null;
            };
        };
        LoyaltyEntry: {
            seq: number;
            /** @description The customer at the time: after a merge, perhaps the other one */
            customerId: string;
            kind: "earn" | "redeem" | "adjust" | "expire" | "reserve" | "release" | "revert" | "merge";
            /** Format: date-time */
            at: string;
            actor: string;
            points: number;
            /** @description This and the next three: what there was afterwards */
            balance: number;
            pending: number;
            reserved: number;
            debt: number;
            orderId: string | null;
            why: {
                rule: "order" | "welcome" | "birthday" | "by_hand" | "vested" | "redeemed" | "captured" | "released" | "timed_out" | "offline" | "ended" | "refunded" | "cancelled" | "returned" | "merged" | "unmerged";
                version?: number;
                rate?: { points: number; per: number; };
                currency?: string;
                counted?: number;
                tier?: { key: string; times: string; };
                day?: { key: string; times: string; };
                lines?: { sku: string | null; category: string; amount: number; times: string; }[];
                exact?: string;
                rounding?: string;
                capped?: number;
                part?: { amount: number; of: number; };
                overdrawn?: number;
                paidDebt?: number;
                waits?: ("delivery" | "sale" | "proof" | "return_window")[];
                redemption?: string;
                without?: "unknown" | "over" | "worth";
            };
            /** @description Why so many points, in one line */
            text: string;
            note: string | null;
        };
        LoyaltyLiability: {
            /** Format: date-time */
            asOf: string;
            currency: string;
            months: {
                /** @description Null: they do not end */
                month: string | null;
                points: number;
                /**
                 * @description Decimal text, in the reporting currency
                 * @example 1.400
                 */
                worth: string;
            }[];
            pending: {
                points: number;
                /**
                 * @description Decimal text, in the reporting currency
                 * @example 1.400
                 */
                worth: string;
            };
            reserved: {
                points: number;
                /**
                 * @description Decimal text, in the reporting currency
                 * @example 1.400
                 */
                worth: string;
            };
            owedByCustomers: {
                points: number;
                /**
                 * @description Decimal text, in the reporting currency
                 * @example 1.400
                 */
                worth: string;
            };
            outstanding: {
                points: number;
                /**
                 * @description Decimal text, in the reporting currency
                 * @example 1.400
                 */
                worth: string;
            };
        };
        LoyaltyQuote: {
            earns: {
                points: number;
                /**
                 * @description When they can be spent
                 * @enum {string}
                 */
                pendingUntil: "at_once" | "delivered" | "return_window";
                /** @description Why so many, in one line */
                text: string;
            };
            mayRedeem: {
                points: number;
                /**
                 * @description Decimal text, in the reporting currency
                 * @example 1.400
                 */
                worth: string;
            };
            /** @description More wants a code or the member’s card */
            confirmAbove: number | null;
            least: number;
            balance: number;
            debt: number;
            currency: string;
        };
        LoyaltyReview: {
            /** Format: uuid */
            id: string;
            /** @description Of the monthly reviews */
            month: string | null;
            askedBy: string;
            /** Format: date-time */
            at: string;
            finishedAt: string | null;
            progress: { done: number; total: number; };
            raised: number;
            lowered: number;
            /** @description Customers with a grace that began */
            warned: number;
        };
        LoyaltySimulation: {
            days: number;
            orders: number;
            customers: number;
            /** @description What these orders earned when they were placed */
            given: number;
            present: {
                points: number;
                /**
                 * @description Decimal text, in the reporting currency
                 * @example 1.400
                 */
                worth: string;
            };
            wanted: {
                points: number;
                /**
                 * @description Decimal text, in the reporting currency
                 * @example 1.400
                 */
                worth: string;
            };
            difference: {
                points: number;
                /**
                 * @description Decimal text, in the reporting currency
                 * @example 1.400
                 */
                worth: string;
            };
            currency: string;
        };
        Merge: {
            /** Format: uuid */
            id: string;
            from: string;
            into: string;
            /** Format: date-time */
            mergedAt: string;
            mergedBy: string;
            /** @description Null once one of the two was erased */
            reason: string | null;
            choices: { [key: string]: "from" | "into"; };
            ordersMoved: number;
            loyaltyPointsMerged: number;
            /** @description Number of moved records by kind */
            moved: { [key: string]: number; };
            /** @description The merge record is unreadable, so the merge cannot be undone */
            damaged: boolean;
            undone: {
                /** Format: date-time */
                at: string;
                by: string;
                reason: string | null;
                /** @description Changes since the merge that need a manual check */
                needsHuman: {
                    customerId: string;
                    module: string;
                    what: "changed_since" | "taken_since" | "below_zero";
                    field: string;
                }[];
            } | null;
        };
        MessageTemplate: {
            name: "otp_code" | "mfa_code" | "verify_email" | "reset_password" | "password_changed" | "contact_changed" | "login_added" | "privacy_deadline" | "webhook_disabled" | "webhook_recovered" | "new_sign_in" | "confirm_marketing" | "staff_invitation";
            channel: "sms" | "email";
            language: "en" | "ar";
            subject: string | null;
            body: string;
            /** @description Whether the business changed the text */
            changed: boolean;
            placeholders: string[];
            required: string[];
            /** @description The text of the business is unreadable; the one shown is sent */
            damaged: boolean;
        };
        NamedMerge: {
            /** Format: uuid */
            id: string;
            from: string;
            into: string;
            /** Format: date-time */
            mergedAt: string;
            mergedBy: string;
            /** @description Null once one of the two was erased */
            reason: string | null;
            choices: { [key: string]: "from" | "into"; };
            ordersMoved: number;
            loyaltyPointsMerged: number;
            /** @description Number of moved records by kind */
            moved: { [key: string]: number; };
            /** @description The merge record is unreadable, so the merge cannot be undone */
            damaged: boolean;
            undone: {
                /** Format: date-time */
                at: string;
                by: string;
                reason: string | null;
                /** @description Changes since the merge that need a manual check */
                needsHuman: {
                    customerId: string;
                    module: string;
                    what: "changed_since" | "taken_since" | "below_zero";
                    field: string;
                }[];
            } | null;
            people: {
                /** @description Null once the person is erased */
                from: {
                    number: string;
                    /** @description Null for callers without `customers:read` */
                    name: string | null;
                    name2: string | null;
                } | null;
                /** @description Null once the person is erased */
                into: {
                    number: string;
                    /** @description Null for callers without `customers:read` */
                    name: string | null;
                    name2: string | null;
                } | null;
            };
        };
        NewAddress: {
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
            /** @description The fields of the business, by their keys; null removes a value */
            ownFields?: { [key: string]: boolean | number | string | null; };
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
        NewProposal: {
            /** Format: uuid */
            id: string;
            operation: string;
            input: { [key: string]: unknown; };
            purpose: string;
            /** @description The answer of the dry run */
            wouldAnswer: unknown;
            /** @description Of operation, input, rules, caller and versions of the customers: what is confirmed */
            hash: string;
            askedBy: string;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            expiresAt: string;
            damaged: boolean;
            /** @description How to read the data: as data */
            note: string;
        };
        Note: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actor: string;
            /** @description Null where it cannot be read */
            text: string | null;
            pinned: boolean;
            /** @description Written by the caller */
            own: boolean;
        };
        OfflineGrant: {
            customerId: string;
            balance: number;
            debt: number;
            /** @description What this till may redeem */
            points: number;
            /** @description So many points are worth such an amount; `least`: fewer are not redeemed */
            redeem: {
                points: number;
                /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                amount: number;
                least: number;
            };
            currency: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: password
             * @description Signed; goes with each redemption that is settled
             */
            snapshot: string;
        };
        OpeningSpan: { opens: string; closes: string; };
        Order: {
            id: string;
            /** @description Null in the answer to a visitor */
            customerId: string | null;
            source: string;
            externalId: string | null;
            channel: string;
            state: "placed" | "paid" | "delivered" | "refunded" | "cancelled";
            currency: string;
            /** @description Decimal text */
            total: string;
            /** @description Decimal text */
            refunded: string;
            rate: string | null;
            /** @description In the reporting currency; null: without a rate it does not count */
            counted: { /** @description Decimal text */ amount: string; currency: string; } | null;
            payment: ("cod" | "cash" | "card" | "transfer" | "wallet" | "other") | null;
            phoneProved: boolean;
            /** Format: date-time */
            placedAt: string;
            paidAt: string | null;
            deliveredAt: string | null;
            cancelledAt: string | null;
            lines: {
                position: number;
                sku: string | null;
                name: string | null;
                category: string | null;
                quantity: number;
                /** @description Decimal text */
                amount: string;
                data: { [key: string]: unknown; };
            }[];
            contact: { name: string | null; phone: string | null; email: string | null; } | null;
            delivery: { addressId: string | null; to: string | null; } | null;
            note: string | null;
            data: { [key: string]: unknown; };
            refunds: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                at: string;
                /** @description Decimal text */
                amount: string;
                reason: string | null;
                note: string | null;
                lines: { position: number; /** @description Decimal text */ amount: string; }[] | null;
            }[];
            /** @description What became of it: when, and recorded when and by which caller */
            history: {
                what: "placed" | "paid" | "delivered" | "cancelled" | "refunded";
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
                actor: string;
                reason: string | null;
                note: string | null;
                amount: string | null;
            }[];
            /** @description What is odd about it, in words. In a list only what the order itself tells */
            signals: { code: string; text: string; }[];
            /** @description What describes the person cannot be read */
            damaged: boolean;
        };
        OwnFields: {
            person: ({
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "text";
                /** @description Whether the search for customers looks into its first twelve words */
                searched?: boolean;
            } | {
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "number";
                /** @description Whether rules of segments may compare its size: its values are then kept readable beside the segment */
                compared?: boolean;
            } | {
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "date";
                /** @description Whether rules of segments may compare its size: its values are then kept readable beside the segment */
                compared?: boolean;
            } | { key: string; label: { en: string; ar: string; }; /** @constant */ type: "boolean"; } | {
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "choice";
                choices: { value: string; label: { en: string; ar: string; }; }[];
            })[];
            address: ({ key: string; label: { en: string; ar: string; }; /** @constant */ type: "text"; } | {
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "number";
            } | { key: string; label: { en: string; ar: string; }; /** @constant */ type: "date"; } | {
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "boolean";
            } | {
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "choice";
                choices: { value: string; label: { en: string; ar: string; }; }[];
            })[];
        };
        OwnLoyaltyEntry: {
            seq: number;
            /** @description The customer at the time: after a merge, perhaps the other one */
            customerId: string;
            kind: "earn" | "redeem" | "adjust" | "expire" | "reserve" | "release" | "revert" | "merge";
            /** Format: date-time */
            at: string;
            points: number;
            /** @description This and the next three: what there was afterwards */
            balance: number;
            pending: number;
            reserved: number;
            debt: number;
            orderId: string | null;
            why: {
                rule: "order" | "welcome" | "birthday" | "by_hand" | "vested" | "redeemed" | "captured" | "released" | "timed_out" | "offline" | "ended" | "refunded" | "cancelled" | "returned" | "merged" | "unmerged";
                version?: number;
                rate?: { points: number; per: number; };
                currency?: string;
                counted?: number;
                tier?: { key: string; times: string; };
                day?: { key: string; times: string; };
                lines?: { sku: string | null; category: string; amount: number; times: string; }[];
                exact?: string;
                rounding?: string;
                capped?: number;
                part?: { amount: number; of: number; };
                overdrawn?: number;
                paidDebt?: number;
                waits?: ("delivery" | "sale" | "proof" | "return_window")[];
                redemption?: string;
                without?: "unknown" | "over" | "worth";
            };
            /** @description Why so many points, in one line */
            text: string;
        };
        OwnOrder: {
            id: string;
            /** @description Null in the answer to a visitor */
            customerId: string | null;
            source: string;
            externalId: string | null;
            channel: string;
            state: "placed" | "paid" | "delivered" | "refunded" | "cancelled";
            currency: string;
            /** @description Decimal text */
            total: string;
            /** @description Decimal text */
            refunded: string;
            rate: string | null;
            /** @description In the reporting currency; null: without a rate it does not count */
            counted: { /** @description Decimal text */ amount: string; currency: string; } | null;
            payment: ("cod" | "cash" | "card" | "transfer" | "wallet" | "other") | null;
            phoneProved: boolean;
            /** Format: date-time */
            placedAt: string;
            paidAt: string | null;
            deliveredAt: string | null;
            cancelledAt: string | null;
            lines: {
                position: number;
                sku: string | null;
                name: string | null;
                category: string | null;
                quantity: number;
                /** @description Decimal text */
                amount: string;
                data: { [key: string]: unknown; };
            }[];
            contact: { name: string | null; phone: string | null; email: string | null; } | null;
            delivery: { addressId: string | null; to: string | null; } | null;
            note: string | null;
            data: { [key: string]: unknown; };
            refunds: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                at: string;
                /** @description Decimal text */
                amount: string;
                lines: { position: number; /** @description Decimal text */ amount: string; }[] | null;
            }[];
            /** @description What describes the person cannot be read */
            damaged: boolean;
        };
        OwnPrivacyExport: {
            /** Format: uuid */
            id: string;
            requestId: string | null;
            status: "waiting" | "ready" | "failed" | "expired";
            progress: { done: number; of: number; };
            language: "en" | "ar";
            bytes: number | null;
            failure: ("too_large" | "person_gone" | "gave_up") | null;
            /** Format: date-time */
            createdAt: string;
            readyAt: string | null;
            deleteAt: string | null;
        };
        OwnPrivacyRequest: {
            /** Format: uuid */
            id: string;
            kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
            /**
             * @description obsolete: the person was erased in the meantime
             * @enum {string}
             */
            status: "open" | "completed" | "refused" | "obsolete";
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            dueAt: string;
            extendedAt: string | null;
            closedAt: string | null;
            /** @description Null once the person is erased, like the three fields below */
            text: string | null;
            extensionReason: string | null;
            answer: string | null;
        };
        OwnProfile: {
            firstName: string;
            lastName: string | null;
            name2: string | null;
            preferredName: string | null;
            companyName: string | null;
            birthDate: string | null;
            phone: string | null;
            email: string | null;
            locale: "en" | "ar";
            country: string;
            phoneVerified: boolean;
            emailVerified: boolean;
            displayName: string | null;
            tier: "free" | "basic" | "premium" | "enterprise";
            loyaltyTier: string | null;
            loyaltyPoints: number;
            /** @description Processing is restricted: staff cannot change the customer */
            restricted: boolean;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        ParkedEvent: {
            /** Format: uuid */
            id: string;
            /** @description As its source calls it */
            eventId: string | null;
            source: string;
            type: string;
            /**
             * @description `waiting`: its order has not come yet
             * @enum {string}
             */
            state: "parked" | "waiting";
            reason: { code: string; text: string; };
            /** Format: date-time */
            happenedAt: string;
            /** Format: date-time */
            receivedAt: string;
            sentBy: string;
        };
        Passkey: {
            /** Format: uuid */
            id: string;
            name: string | null;
            /** @description Whether it is synced to other devices */
            synced: boolean;
            /** Format: date-time */
            createdAt: string;
            usedAt: string | null;
        };
        PaymentMethod: {
            id: string;
            provider: string | null;
            /** @description Shown to API keys only */
            token: string | null;
            brand: string | null;
            lastFour: string | null;
            expiryMonth: number | null;
            expiryYear: number | null;
            expired: boolean;
            /** Format: date-time */
            addedAt: string;
            damaged: boolean;
        };
        PlanCatalogue: {
            /** @description From the lowest up: this order alone decides which of several plans is the best */
            tiers: {
                key: "free" | "basic" | "premium" | "enterprise";
                name: { en: string; ar: string; };
                /** @default {} */
                features: { [key: string]: boolean | number | string; };
            }[];
            features: {
                key: string;
                name: { en: string; ar: string; };
                type: "boolean" | "number" | "choice" | "text";
                /**
                 * @description Of the type `choice`
                 * @default []
                 */
                choices: { key: string; name: { en: string; ar: string; }; }[];
                /** @description Where neither plan nor tier say anything */
                default: boolean | number | string;
            }[];
            plans: {
                key: string;
                name: { en: string; ar: string; };
                /** @default null */
                description: { en: string; ar: string; } | null;
                tier: "free" | "basic" | "premium" | "enterprise";
                cycle: "monthly" | "yearly" | "lifetime";
                /**
                 * @description The day of the month on which periods begin, in a shorter month its last; null: that of the start
                 * @default null
                 */
                anchorDay: number | null;
                /** @default {} */
                features: { [key: string]: boolean | number | string; };
                /**
                 * @description False: customers keep it, and others do not get it
                 * @default true
                 */
                offered: boolean;
            }[];
        };
        PlanPreview: {
            /** Format: date-time */
            at: string;
            tier: {
                from: { key: "free" | "basic" | "premium" | "enterprise"; name: { en: string; ar: string; }; };
                to: { key: "free" | "basic" | "premium" | "enterprise"; name: { en: string; ar: string; }; };
            };
            /** @description Those that are active */
            plans: { from: string[]; to: string[]; };
            renewalDate: string | null;
            /** @description Only those that change */
            features: {
                key: string;
                name: { en: string; ar: string; } | null;
                from: boolean | number | string;
                to: boolean | number | string;
            }[];
        };
        PointRules: {
            /** @description So many points for each such amount, in minor units of the reporting currency */
            earn: {
                points: number;
                /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                per: number;
            };
            /** @description An order below this earns nothing */
            minimum: number;
            /**
             * @description Of the whole order, once
             * @enum {string}
             */
            rounding: "down" | "nearest" | "up";
            multipliers: {
                tiers: { [key: string]: string; };
                categories: { [key: string]: string; };
                days: { [key: string]: string; };
            };
            /** @description The most that the orders of one day earn a customer */
            capPerDay: number | null;
            /** @description With the first order */
            welcome: number;
            /** @description Once a year, with the first order in the week of the birthday */
            birthday: number;
            /** @description So many points are worth such an amount; `least`: fewer are not redeemed */
            redeem: {
                points: number;
                /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                amount: number;
                least: number;
            };
            /** @description Null: points do not end */
            expiresAfterMonths: number | null;
            /**
             * @description When the points of an order can be spent; `return_window`: so many days after it was placed
             * @enum {string}
             */
            pendingUntil: "at_once" | "delivered" | "return_window";
            returnWindowDays: number;
            /** @description Points of a customer without a verified phone or e-mail stay pending until one is verified */
            provedOnly: boolean;
            /** @description Redeeming more wants a code or the member’s card. Null: never */
            confirmAbove: number | null;
            reservationMinutes: number;
            /** @description How many points of a customer all tills together may redeem while they are offline */
            offlineAllowance: number;
            /** @description How long ahead the end of points is announced */
            announceDays: number;
        };
        PreferenceSchema: {
            items: ({
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "boolean";
                default: boolean;
            } | {
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "choice";
                choices: { value: string; label: { en: string; ar: string; }; }[];
                default: string;
            } | {
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "text";
                default: string | null;
            } | {
                key: string;
                label: { en: string; ar: string; };
                /** @constant */
                type: "number";
                minimum?: number;
                maximum?: number;
                default: number | null;
            })[];
            topics: { key: string; label: { en: string; ar: string; }; default: boolean; }[];
            /** @description Time zone of quiet hours, such as Asia/Muscat; null for that of the business */
            timeZone: string | null;
        };
        Preferences: {
            customerId: string;
            /** @description Every preference of the schema; unset ones have their default */
            values: { [key: string]: boolean | number | string | null; };
            /** @description Values that the current schema does not offer. Kept, but without effect. */
            unfit: { key: string; because: "unknown" | "unfitting"; }[];
            communication: { [key: string]: { [key: string]: boolean; }; };
            /** @description What was said by or for the customer, such as `communication.sms.offers`; all else is the default */
            said: string[];
            /** @description In the time zone of the business; 22:00 to 07:00 is the night */
            quietHours: { from: string; to: string; } | null;
            timeZone: string;
            version: number;
            updatedAt: string | null;
            /** @description Unreadable; the customer is not contacted until it is repaired */
            damaged: boolean;
        };
        PrivacyExport: {
            /** Format: uuid */
            id: string;
            customerId: string;
            requestId: string | null;
            status: "waiting" | "ready" | "failed" | "expired";
            progress: { done: number; of: number; };
            language: "en" | "ar";
            bytes: number | null;
            failure: ("too_large" | "person_gone" | "gave_up") | null;
            /** Format: date-time */
            createdAt: string;
            readyAt: string | null;
            deleteAt: string | null;
        };
        PrivacyRequest: {
            /** Format: uuid */
            id: string;
            customerId: string;
            /** @description Null once the person is erased */
            person: {
                number: string;
                /** @description Null for callers without `customers:read` */
                name: string | null;
                name2: string | null;
            } | null;
            kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
            /**
             * @description obsolete: the person was erased in the meantime
             * @enum {string}
             */
            status: "open" | "completed" | "refused" | "obsolete";
            clock: "in_time" | "due_soon" | "overdue";
            pack: "gdpr" | "pdpl-oman" | "ccpa";
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            dueAt: string;
            extendedAt: string | null;
            /**
             * @description person: in their account
             * @enum {string}
             */
            askedBy: "person" | "staff";
            identityProof: ("contact_code" | "account" | "document" | "known_in_person" | "representative") | null;
            assignee: string | null;
            closedAt: string | null;
            closedBy: string | null;
            /** @description Null once the person is erased, like the three fields below */
            text: string | null;
            identityNote: string | null;
            extensionReason: string | null;
            answer: string | null;
            /** @description Unreadable; cannot be changed until it is repaired */
            damaged: boolean;
        };
        PrivacySettings: {
            /**
             * @description The applicable privacy law
             * @default pdpl-oman
             * @enum {string}
             */
            pack: "gdpr" | "pdpl-oman" | "ccpa";
            /**
             * @description Days before the deadline from which a request is due soon
             * @default 7
             */
            dueSoonDays: number;
            /**
             * @description Days until an export is deleted
             * @default 7
             */
            exportKeptDays: number;
            /**
             * @description Months of inactivity until a customer is flagged for review
             * @default 24
             */
            inactiveMonths: number;
            /**
             * @description Days of inactivity until a guest without name, contact, login, order, consent or address is erased
             * @default 30
             */
            guestsExpireDays: number;
            /**
             * @description The systems that must acknowledge every erasure
             * @default []
             */
            consumers: string[];
        };
        Proposal: {
            /** Format: uuid */
            id: string;
            operation: string;
            input: { [key: string]: unknown; };
            purpose: string;
            /** @description The answer of the dry run */
            wouldAnswer: unknown;
            /** @description Of operation, input, rules, caller and versions of the customers: what is confirmed */
            hash: string;
            askedBy: string;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            expiresAt: string;
            damaged: boolean;
        };
        Provider: {
            /** @description Part of the URLs; a renamed provider needs a new redirect URI */
            name: string;
            kind: "google" | "auth0" | "generic";
            /** @description The label of the button */
            label: string;
            /** Format: uri */
            issuer: string;
            clientId: string;
            scopes: string[];
            /** @description Whether to trust e-mails that the provider calls verified: signing in with one gives access to the customer with that e-mail */
            trustsEmail: boolean;
            /**
             * @description Whether signing in there again counts as recent authentication although the provider does not say when it was (no `auth_time`). Does not protect against another person at a browser that is still signed in there
             * @default false
             */
            provesWithoutTime: boolean;
            redirectUris: string[];
        };
        RecordedOrder: {
            id: string;
            /** @description Null in the answer to a visitor */
            customerId: string | null;
            source: string;
            externalId: string | null;
            channel: string;
            state: "placed" | "paid" | "delivered" | "refunded" | "cancelled";
            currency: string;
            /** @description Decimal text */
            total: string;
            /** @description Decimal text */
            refunded: string;
            rate: string | null;
            /** @description In the reporting currency; null: without a rate it does not count */
            counted: { /** @description Decimal text */ amount: string; currency: string; } | null;
            payment: ("cod" | "cash" | "card" | "transfer" | "wallet" | "other") | null;
            phoneProved: boolean;
            /** Format: date-time */
            placedAt: string;
            paidAt: string | null;
            deliveredAt: string | null;
            cancelledAt: string | null;
            lines: {
                position: number;
                sku: string | null;
                name: string | null;
                category: string | null;
                quantity: number;
                /** @description Decimal text */
                amount: string;
                data: { [key: string]: unknown; };
            }[];
            contact: { name: string | null; phone: string | null; email: string | null; } | null;
            delivery: { addressId: string | null; to: string | null; } | null;
            note: string | null;
            data: { [key: string]: unknown; };
            refunds: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                at: string;
                /** @description Decimal text */
                amount: string;
                reason: string | null;
                note: string | null;
                lines: { position: number; /** @description Decimal text */ amount: string; }[] | null;
            }[];
            /** @description What became of it: when, and recorded when and by which caller */
            history: {
                what: "placed" | "paid" | "delivered" | "cancelled" | "refunded";
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
                actor: string;
                reason: string | null;
                note: string | null;
                amount: string | null;
            }[];
            /** @description What is odd about it, in words. In a list only what the order itself tells */
            signals: { code: string; text: string; }[];
            /** @description What describes the person cannot be read */
            damaged: boolean;
            /** @description It was recorded all the same: a till, a key or an event tells what has happened */
            warnings: { code: string; text: string; }[];
        };
        Redemption: {
            id: string;
            customerId: string;
            points: number;
            /**
             * @description In the reporting currency, as decimal text
             * @example 1.400
             */
            worth: string;
            currency: string;
            state: "reserved" | "redeemed" | "released";
            /** @description Of the points, what was not there and became a debt */
            overdraft: number;
            /** @description What refunds gave back */
            returned: number;
            orderId: string | null;
            offline: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Until when reserved points are kept */
            expiresAt: string | null;
            closedAt: string | null;
            /** @description What is left to spend */
            balance: number;
            debt: number;
        };
        ResolvedFeature: {
            key: string;
            /** @description Null: only the customer’s own `features` know it */
            name: { en: string; ar: string; } | null;
            type: "boolean" | "number" | "choice" | "text";
            value: boolean | number | string;
            /** @description Of the type `choice`: what the business calls the value */
            valueName: { en: string; ar: string; } | null;
            /**
             * @description Which of them says so: the first of these that says anything
             * @enum {string}
             */
            source: "override" | "plan" | "tier" | "default";
            /** @description The key of that plan or tier */
            from: string | null;
        };
        Restriction: { customerId: string; restricted: boolean; since: string | null; };
        RetentionReview: {
            /** Format: uuid */
            id: string;
            customerId: string;
            /** @description Null once the person is erased */
            person: {
                number: string;
                /** @description Null for callers without `customers:read` */
                name: string | null;
                name2: string | null;
            } | null;
            /** Format: date-time */
            flaggedAt: string;
            /** Format: date-time */
            lastSeenAt: string;
        };
        SecondFactorNeeded: {
            mfa: {
                /** Format: password */
                challenge: string;
                /** Format: date-time */
                expiresAt: string;
                /** @description `enrol`: the role needs a second factor and has none yet; begin at /auth/mfa/totp */
                methods: ("totp" | "sms" | "recovery" | "enrol")[];
            };
        };
        SegmentAttribute: {
            key: string;
            label: string;
            type: string;
            /** @description May be counted in the last days alone */
            windowed: boolean;
            /** @description Kept as keyed tokens: rules name words, answers do not */
            sealed: boolean;
            operators: {
                is: "one_of" | "none_of" | "any_of" | "all_of" | "known" | "unknown" | "yes" | "no" | "at_least" | "at_most" | "within" | "longer_ago" | "before" | "on_or_after";
                wants: "words" | "number" | "days" | "day" | "nothing";
            }[];
            /** @description Null: any word */
            choices: { value: string; label: string; }[] | null;
        };
        SegmentComparison: {
            /** @description One of `GET /api/v1/segments/attributes` */
            attribute: string;
            is: "one_of" | "none_of" | "any_of" | "all_of" | "known" | "unknown" | "yes" | "no" | "at_least" | "at_most" | "within" | "longer_ago" | "before" | "on_or_after";
            /** @description Words for one_of, none_of, any_of and all_of; a number for at_least and at_most (money in minor units); days for within and longer_ago; a day for before and on_or_after */
            value?: number | string | string[];
            /** @description Only what happened in the last days counts */
            window?: { days: number; };
        };
        SegmentDefinitions: {
            /** @description In order: the first that fits is the segment of a customer */
            segments: { key: string; name: { en: string; ar: string; }; rule: components["schemas"]["SegmentRule"]; }[];
            /** @description The segment of all others */
            otherwise: { key: string; name: { en: string; ar: string; }; };
            /** @description Any number of them for each customer, beside the segment */
            tags: {
                key: string;
                name: { en: string; ar: string; };
                /** @description Null: given by hand only */
                rule: components["schemas"]["SegmentRule"] | null;
            }[];
        };
        SegmentPreview: {
            segments: { key: string; now: number; after: number; come: number; go: number; }[];
            tags: { key: string; now: number; after: number; come: number; go: number; }[];
            customers: number;
            changing: number;
            /** @description Some of those who would change, for callers who may read customers */
            sample: { customerId: string; number: string; name: string | null; from: string | null; to: string; }[];
            /** @description Milliseconds */
            took: number;
            secondsToApply: number;
            /** Format: date-time */
            asOf: string;
        };
        /** @description `{ all: […] }`, `{ any: […] }`, `{ not: … }`, or a comparison; see docs/segments.md */
        SegmentRule: { all: components["schemas"]["SegmentRule"][]; } | {
            any: components["schemas"]["SegmentRule"][];
        } | { not: components["schemas"]["SegmentRule"]; } | components["schemas"]["SegmentComparison"];
        Segments: {
            /** @description 0: nothing is decided, and customers have no segment */
            version: number;
            decidedAt: string | null;
            decidedBy: string | null;
            segments: {
                key: string;
                name: { en: string; ar: string; };
                rule: components["schemas"]["SegmentRule"];
                customers: number;
            }[];
            otherwise: { key: string; name: { en: string; ar: string; }; customers: number; };
            tags: {
                key: string;
                name: { en: string; ar: string; };
                rule: components["schemas"]["SegmentRule"] | null;
                customers: number;
            }[];
            /** @description How far the last change has come */
            applying: { /** Format: date-time */ since: string; done: number; total: number; changed: number; } | null;
            /**
             * Format: date-time
             * @description The counts are exact at this time
             */
            asOf: string;
        };
        SegmentsOfCustomer: {
            /** Format: date-time */
            at: string;
            /** @description Null: there were no rules at that time */
            segment: {
                key: string;
                name: { en: string; ar: string; } | null;
                /** Format: date-time */
                since: string;
                cause: string;
            } | null;
            tags: {
                key: string;
                name: { en: string; ar: string; } | null;
                /** Format: date-time */
                since: string;
                cause: string;
            }[];
            /** @description By the rules of now; null with `at` */
            explained: {
                /** @description In order, up to the one that fits */
                segments: components["schemas"]["Explained"][];
                tags: components["schemas"]["Explained"][];
            } | null;
            history: {
                key: string;
                name: { en: string; ar: string; } | null;
                /** Format: date-time */
                since: string;
                cause: string;
                isTag: boolean;
                until: string | null;
                version: number;
                from: string | null;
            }[];
        };
        SignedIn: {
            account: {
                /** Format: uuid */
                id: string;
                kind: "customer" | "staff";
                customerId: string | null;
                role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
            };
            session: { /** Format: uuid */ id: string; /** Format: date-time */ expiresAt: string; };
            /** @constant */
            tokenType?: "Bearer";
            /**
             * Format: password
             * @description Absent for cookie sessions
             */
            accessToken?: string;
            /** @description Seconds until the access token expires */
            expiresIn: number;
            /**
             * Format: password
             * @description Single-use: each refresh returns the next one
             */
            refreshToken?: string;
        };
        StaffMember: {
            /** Format: uuid */
            id: string;
            name: string | null;
            email: string;
            role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
            status: "invited" | "active" | "disabled";
            /** Format: date-time */
            createdAt: string;
            signedInAt: string | null;
        };
        Subscription: {
            id: string;
            planId: string;
            /** @description In the language of the caller */
            planName: string;
            planNames: { en: string; ar: string; };
            tier: "free" | "basic" | "premium" | "enterprise";
            status: "pending" | "active" | "paused" | "cancelled" | "expired";
            billingCycle: "monthly" | "yearly" | "lifetime";
            anchorDay: number | null;
            /** Format: date-time */
            startDate: string;
            endDate: string | null;
            /** @description When the next period begins; null: none does */
            renewalDate: string | null;
            cancelledAt: string | null;
            pausedAt: string | null;
            /** @description Null while it is paused: until it is resumed by hand */
            resumesAt: string | null;
            /** @description What becomes of it, unless it is revoked until then */
            scheduled: {
                /** @description Null: it ends */
                planId: string | null;
                planNames: { en: string; ar: string; } | null;
                billingCycle: ("monthly" | "yearly" | "lifetime") | null;
                /** Format: date-time */
                at: string;
            } | null;
            extra: { [key: string]: unknown; };
        };
        Subscriptions: {
            /** @description Of the best plan that is active */
            tier: { key: "free" | "basic" | "premium" | "enterprise"; name: { en: string; ar: string; }; };
            /** @description Those that have not ended first, then the latest */
            items: components["schemas"]["Subscription"][];
        };
        Tenant: {
            slug: string;
            name: string;
            /** @description The name in Arabic script */
            name2: string | null;
            country: string;
            locale: "en" | "ar";
            /** @description Time zone of days and quiet hours */
            timeZone: string;
            /** @description The chosen time zone; null for that of the country */
            ownTimeZone: string | null;
            version: number;
            /** @description The caller, in the format of the audit trail and of assignees */
            actor: string;
            /** @description The scopes of the caller */
            may: string[];
        };
        TierProgram: {
            tiers: {
                key: string;
                name: { en: string; ar: string; };
                /** @description What twelve months of spending reach it, in minor units of the reporting currency */
                from: number;
            }[];
            /**
             * @description How far one falls at a review
             * @enum {string}
             */
            downgrade: "one_step" | "by_value";
            /** @description How long a tier is kept after a review found too little; it is announced when that begins */
            graceDays: number;
        };
        Till: {
            /** Format: uuid */
            id: string;
            name: string;
            status: "waiting" | "paired" | "revoked";
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            pairedAt: string | null;
            /** @description Time of the last sign-in on this till */
            usedAt: string | null;
            revokedAt: string | null;
        };
        TimelineMoment: {
            /** Format: date-time */
            at: string;
            actor: string | null;
            /** @constant */
            kind: "order";
            what: "placed" | "cancelled" | "refunded";
            orderId: string;
            /** @description Decimal text */
            amount: string;
            currency: string;
            channel: string;
        } | {
            /** Format: date-time */
            at: string;
            actor: string | null;
            /** @constant */
            kind: "points";
            what: "earn" | "redeem" | "adjust" | "expire" | "reserve" | "release" | "revert" | "merge";
            points: number;
            balance: number;
            text: string;
            orderId: string | null;
        } | {
            /** Format: date-time */
            at: string;
            actor: string | null;
            /** @constant */
            kind: "consent";
            what: "requested" | "granted" | "withdrawn";
            purpose: string;
            title: string;
            version: number;
            source: "till" | "web" | "spoken" | "import" | "confirmation" | "unsubscribe" | "objection" | "erasure";
            /** @description False if the record was altered in the database; it then allows nothing */
            intact: boolean;
        } | {
            /** Format: date-time */
            at: string;
            actor: string | null;
            /** @constant */
            kind: "message";
            channel: string;
            template: string;
            status: string;
        } | {
            /** Format: date-time */
            at: string;
            actor: string | null;
            /** @constant */
            kind: "interaction";
            interaction: components["schemas"]["Interaction"];
        } | {
            /** Format: date-time */
            at: string;
            actor: string | null;
            /** @constant */
            kind: "note";
            note: components["schemas"]["Note"];
        } | {
            /** Format: date-time */
            at: string;
            actor: string | null;
            /** @constant */
            kind: "change";
            change: components["schemas"]["Change"];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string | null;
            /** @description The types of events that it gets; null for all */
            types: string[] | null;
            /** @description Only events about customers of these segments, and what every system must hear, such as erasures; null for all customers */
            segments: string[] | null;
            /**
             * @description `thin`: ids and facts · `full`: also the customer as read when the event is sent
             * @enum {string}
             */
            payload: "thin" | "full";
            enabled: boolean;
            disabledAt: string | null;
            /** @description `failing`: every attempt failed for five days · `gone`: it answered 410 */
            disabledBecause: ("by_hand" | "failing" | "gone") | null;
            /** @description The first failure after its last success */
            failingSince: string | null;
            /** @description The secrets that sign now, newest first; several while one is rotated */
            secrets: { /** Format: date-time */ createdAt: string; expiresAt: string | null; }[];
            /** @description Events to be sent */
            waiting: number;
            /** @description Events that were given up and can be sent again */
            dead: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            version: number;
            /** @description Its address and secrets are unreadable */
            damaged: boolean;
        };
        WebhookAttempt: {
            /** Format: date-time */
            at: string;
            tookMs: number;
            outcome: "delivered" | "refused" | "gone" | "redirected" | "timed_out" | "too_large" | "unreachable";
            /** @description Of the answer; null without one */
            status: number | null;
            test: boolean;
            /** @description Null where the person was erased, and for a payload with a customer to callers without `customers:contacts` */
            request: { headers: { [key: string]: string; }; body: string | null; } | null;
            /** @description Null where there was none, and where `request` is: it may repeat it */
            answer: { headers: { [key: string]: string; }; body: string | null; } | null;
            damaged: boolean;
        };
        WebhookDelivery: {
            eventId: string;
            type: string;
            customerId: string | null;
            /**
             * @description `dead`: given up after the last attempt, or the webhook was disabled; it can be sent again
             * @enum {string}
             */
            status: "waiting" | "sending" | "delivered" | "dead";
            attempts: number;
            /** @description Null also for an event that waits for an earlier one of the same customer */
            nextAttemptAt: string | null;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
        };
        WholeCustomer: {
            id: string;
            number: string;
            type: "guest" | "stub" | "full";
            status: "active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased";
            firstName: string;
            lastName: string | null;
            name2: string | null;
            preferredName: string | null;
            companyName: string | null;
            birthDate: string | null;
            avatarUrl: string | null;
            phone: string | null;
            email: string | null;
            notes: string | null;
            config: { [key: string]: unknown; };
            features: { [key: string]: unknown; };
            extra: { [key: string]: unknown; };
            ownFields: { [key: string]: boolean | number | string; };
            name: string;
            phoneVerified: boolean;
            emailVerified: boolean;
            contactsMasked: boolean;
            /** @description Processing is restricted: staff cannot change the customer */
            restricted: boolean;
            displayName: string | null;
            tier: "free" | "basic" | "premium" | "enterprise";
            loyaltyTier: string | null;
            segment: string | null;
            plan: string | null;
            locale: "en" | "ar";
            country: string;
            totalOrders: number;
            /** @description Decimal, in the currency of the tenant */
            totalSpent: string;
            loyaltyPoints: number;
            /** @description When they last ordered what was not cancelled */
            lastOrderAt: string | null;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            /** @description The record is partly unreadable; it cannot be changed until it is repaired */
            damaged: boolean;
            addresses: components["schemas"]["Address"][] | null;
            orders: components["schemas"]["Order"][] | null;
            signals: { code: string; text: string; }[] | null;
        };
        WholeParkedEvent: {
            /** Format: uuid */
            id: string;
            /** @description As its source calls it */
            eventId: string | null;
            source: string;
            type: string;
            /**
             * @description `waiting`: its order has not come yet
             * @enum {string}
             */
            state: "parked" | "waiting";
            reason: { code: string; text: string; };
            /** Format: date-time */
            happenedAt: string;
            /** Format: date-time */
            receivedAt: string;
            sentBy: string;
            data: unknown;
            readonly errors: { path: string; code: string; message: string; }[];
            damaged: boolean;
        };
        /** @description An error, as RFC 9457 has it */
        Problem: {
            type: string;
            /** @description For programs; it stays the same */
            code: string;
            status: number;
            /** @description For people, in the language that was asked for */
            title: string;
            instance?: string;
            /** @description Also in the header X-Request-Id */
            requestId: string;
            /** @description Every field that does not fit */
            errors?: { path: string; code: string; message: string; }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    /** Read the public details of the business */
    "tenants.business": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        /** @description The name in Arabic script */
                        name2: string | null;
                        country: string;
                        locale: "en" | "ar";
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the logo, colour and hours of the business */
    "tenants.face": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["BusinessFace"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change the logo, colour and hours of the business */
    "tenants.changeFace": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "logo": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
                 *       "colour": "#0f6b5d",
                 *       "hours": "Saturday to Thursday, 8 to 22",
                 *       "hours2": "من السبت إلى الخميس، 8 إلى 22",
                 *       "schedule": {
                 *         "sat": [
                 *           {
                 *             "opens": "08:00",
                 *             "closes": "22:00"
                 *           }
                 *         ],
                 *         "fri": [
                 *           {
                 *             "opens": "16:00",
                 *             "closes": "01:00"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    logo?: string | null;
                    colour?: string | null;
                    hours?: string | null;
                    hours2?: string | null;
                    schedule?: {
                        /** @default [] */
                        mon?: components["schemas"]["OpeningSpan"][];
                        /** @default [] */
                        tue?: components["schemas"]["OpeningSpan"][];
                        /** @default [] */
                        wed?: components["schemas"]["OpeningSpan"][];
                        /** @default [] */
                        thu?: components["schemas"]["OpeningSpan"][];
                        /** @default [] */
                        fri?: components["schemas"]["OpeningSpan"][];
                        /** @default [] */
                        sat?: components["schemas"]["OpeningSpan"][];
                        /** @default [] */
                        sun?: components["schemas"]["OpeningSpan"][];
                        /**
                         * @description Days without opening, as 2026-12-25
                         * @default []
                         */
                        closedOn?: string[];
                    } | null;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["BusinessFace"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the business and your permissions */
    "tenants.get": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Tenant"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change the name, country and time zone of the business */
    "tenants.change": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Al Mouj Laundry",
                 *       "name2": "مغسلة الموج",
                 *       "country": "OM"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    name2?: string | null;
                    country?: string;
                    locale?: "en" | "ar";
                    /** @description Such as Asia/Muscat; null for that of the country */
                    timeZone?: string | null;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Tenant"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the encryption key for offline data */
    "tenants.offlineKey": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** @description Opaque id of the key’s holder; always the same */
                        holder: string;
                        /**
                         * Format: password
                         * @description 256 bits, in base64url
                         */
                        key: string;
                        keepSeconds: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the roles and their permissions */
    "tenants.listRoles": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        scopes: {
                            scope: "settings:manage" | "keys:manage" | "customers:read" | "customers:write" | "customers:contacts" | "customers:reveal" | "customers:deactivate" | "customers:history" | "customers:export" | "customers:import" | "customers:statistics" | "views:share" | "addresses:read" | "addresses:write" | "messages:manage" | "consents:manage" | "consents:relay" | "customers:merge" | "staff:manage" | "staff:owners" | "tills:manage" | "duplicates:read" | "duplicates:decide" | "orders:read" | "orders:write" | "notes:read" | "events:manage" | "loyalty:read" | "loyalty:write" | "loyalty:manage" | "plans:read" | "plans:write" | "plans:manage" | "segments:read" | "segments:tag" | "segments:manage" | "privacy:read" | "privacy:manage" | "privacy:acknowledge" | "webhooks:read" | "webhooks:manage" | "audit:read" | "jobs:run" | "assistants:use" | "assistants:confirm";
                            allows: string;
                        }[];
                        roles: {
                            role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                            scopes: ("settings:manage" | "keys:manage" | "customers:read" | "customers:write" | "customers:contacts" | "customers:reveal" | "customers:deactivate" | "customers:history" | "customers:export" | "customers:import" | "customers:statistics" | "views:share" | "addresses:read" | "addresses:write" | "messages:manage" | "consents:manage" | "consents:relay" | "customers:merge" | "staff:manage" | "staff:owners" | "tills:manage" | "duplicates:read" | "duplicates:decide" | "orders:read" | "orders:write" | "notes:read" | "events:manage" | "loyalty:read" | "loyalty:write" | "loyalty:manage" | "plans:read" | "plans:write" | "plans:manage" | "segments:read" | "segments:tag" | "segments:manage" | "privacy:read" | "privacy:manage" | "privacy:acknowledge" | "webhooks:read" | "webhooks:manage" | "audit:read" | "jobs:run" | "assistants:use" | "assistants:confirm")[];
                            /** @description Whether you can assign it */
                            withinYours: boolean;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the API keys, newest first, including revoked ones */
    "tenants.listKeys": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["ApiKey"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Create an API key */
    "tenants.createKey": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Web shop",
                 *       "role": "cashier"
                 *     }
                 */
                "application/json": {
                    name: string;
                    role?: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                    scopes?: ("settings:manage" | "keys:manage" | "customers:read" | "customers:write" | "customers:contacts" | "customers:reveal" | "customers:deactivate" | "customers:history" | "customers:export" | "customers:import" | "customers:statistics" | "views:share" | "addresses:read" | "addresses:write" | "messages:manage" | "consents:manage" | "consents:relay" | "customers:merge" | "staff:manage" | "staff:owners" | "tills:manage" | "duplicates:read" | "duplicates:decide" | "orders:read" | "orders:write" | "notes:read" | "events:manage" | "loyalty:read" | "loyalty:write" | "loyalty:manage" | "plans:read" | "plans:write" | "plans:manage" | "segments:read" | "segments:tag" | "segments:manage" | "privacy:read" | "privacy:manage" | "privacy:acknowledge" | "webhooks:read" | "webhooks:manage" | "audit:read" | "jobs:run" | "assistants:use" | "assistants:confirm")[];
                    perMinute?: number;
                    /** @description If omitted, the key does not expire */
                    expiresInDays?: number;
                };
            };
        };
        responses: {
            201: {
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        scopes: string[];
                        /** @description Requests per minute; 0 for no limit */
                        perMinute: number;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        expiresAt: string | null;
                        revokedAt: string | null;
                        /** @description Whether its permissions are within yours; otherwise you cannot revoke it */
                        withinYours: boolean;
                        /** Format: password */
                        apiKey: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "api_key.beyond_yours" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Revoke an API key */
    "tenants.revokeKey": {
        parameters: { path: { keyId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["ApiKey"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "api_key.beyond_yours" | "api_key.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List and search customers */
    "customers.list": {
        parameters: {
            query?: {
                /** @description Name in either script, phone, e-mail or number, or part of one */
                q?: string;
                /** @description One or more of guest, stub, full, separated by commas or given several times */
                type?: string | string[];
                /** @description By default all except merged and erased */
                status?: string | string[];
                /** @description One or more of free, basic, premium, enterprise, separated by commas or given several times */
                tier?: string | string[];
                loyaltyTier?: string;
                /** @description The key of a segment */
                segment?: string;
                /** @description The key of a tag */
                tag?: string;
                /** @description Whether the phone or the e-mail is verified */
                verified?: "true" | "false";
                /** @description Whether processing is restricted */
                restricted?: "true" | "false";
                /** @description Whether the person has several logins */
                severalLogins?: "true" | "false";
                /** @description Whether the customer has an order that counts */
                ordered?: "true" | "false";
                /** @description At least so much in all, in the currency of the business */
                spentFrom?: string;
                createdFrom?: string;
                /** @description Up to, not including */
                createdTo?: string;
                /** @description By default creation date, or relevance with `q` */
                sort?: "created" | "updated" | "number" | "spent" | "orders" | "points" | "lastOrder" | "lastSeen";
                order?: "asc" | "desc";
                limit?: number;
                cursor?: string;
                total?: "none" | "estimated" | "exact";
                /** @description Whether to tell the tags of each customer */
                tags?: "true" | "false";
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["FoundCustomer"][];
                        nextCursor: string | null;
                        total: number | null;
                        totalIs: "exact" | "estimated" | "at_least" | "not_counted";
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "customer.query_too_short" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Create a customer */
    "customers.create": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "stub",
                 *       "firstName": "Aisha",
                 *       "lastName": "Al Balushi",
                 *       "name2": "عائشة البلوشي",
                 *       "phone": "9012 3456",
                 *       "locale": "ar"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description By default `stub` with a phone or an e-mail, else `guest`
                     * @enum {string}
                     */
                    type?: "guest" | "stub" | "full";
                    firstName?: string;
                    lastName?: string | null;
                    /** @description The name in Arabic script */
                    name2?: string | null;
                    preferredName?: string | null;
                    companyName?: string | null;
                    birthDate?: string | null;
                    avatarUrl?: string | null;
                    phone?: string | null;
                    email?: string | null;
                    notes?: string | null;
                    config?: { [key: string]: unknown; };
                    features?: { [key: string]: unknown; };
                    extra?: { [key: string]: unknown; };
                    /** @description The fields of the business, by their keys; null removes a value */
                    ownFields?: { [key: string]: boolean | number | string | null; };
                    locale?: "en" | "ar";
                    country?: string;
                    /** @description True: the contact was verified in another system. Audited. Needs `customers:import`. */
                    phoneVerified?: boolean;
                    /** @description True: the contact was verified in another system. Audited. Needs `customers:import`. */
                    emailVerified?: boolean;
                    /**
                     * @description Where the customer was entered, for the statistics; by default what the credential tells
                     * @enum {string}
                     */
                    channel?: "till" | "office" | "shop" | "app";
                    /** @description Legacy plan; fills the tier. Needs `customers:import`. */
                    plan?: string;
                    /**
                     * Format: date-time
                     * @description Creation date in another system. Needs `customers:import`.
                     */
                    createdAt?: string;
                    /** Format: password */
                    verificationToken?: string;
                    /** @description The code of /customers/send-otp, instead of a token */
                    otpCode?: string;
                    /** @description The handle from `send-otp`; keeps the attempts of this customer apart from others */
                    handle?: string;
                    /** @description Any of `values`, `communication` and `quietHours`; other keys are values: `{ "folding": "hanger" }` */
                    preferences?: {
                        values?: { [key: string]: boolean | number | string; };
                        communication?: { [key: string]: { [key: string]: boolean | null; }; };
                        /** @description In the time zone of the business; 22:00 to 07:00 is the night */
                        quietHours?: { from: string; to: string; } | null;
                    } & { [key: string]: boolean | number | string; };
                    addresses?: components["schemas"]["NewAddress"][];
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Customer"]; }; };
            default: { content: { "application/problem+json": { code: "address.check_unavailable" | "address.undeliverable" | "customer.email_needed" | "customer.email_taken" | "customer.guest_has_no_contacts" | "customer.import_only" | "customer.name_needed" | "customer.phone_needed" | "customer.phone_taken" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "preference.quiet_hours_empty" | "preference.unfit" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "verification.code_invalid" | "verification.token_invalid" | "verification_required" | "wrong_content_type"; }; }; };
        };
    };
    /** Find a customer by phone, e-mail or number */
    "customers.lookup": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "9012 3456"
                 *     }
                 */
                "application/json": {
                    /** @description In any common format; stored as E.164 */
                    phone?: string;
                    email?: string;
                    number?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Customer"]; }; };
            default: { content: { "application/problem+json": { code: "customer.none_with_email" | "customer.none_with_number" | "customer.none_with_phone" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Count customers by type, status, tier and time */
    "customers.statistics": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        total: number;
                        byType: { [key: string]: number; };
                        byStatus: { [key: string]: number; };
                        byTier: { [key: string]: number; };
                        phoneVerified: number;
                        newToday: number;
                        newThisWeek: number;
                        newThisMonth: number;
                        /**
                         * Format: date-time
                         * @description When it was counted
                         */
                        asOf: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Measure how complete the profiles are: name, phone and e-mail of all customers except guests */
    "customers.profileCompleteness": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        people: number;
                        having: { name: number; phone: number; email: number; };
                        /** @description 0 to 1; null if there are no customers */
                        completeness: number | null;
                        target: number;
                        reached: boolean;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Count new customers by day and type */
    "customers.customersByDay": {
        parameters: {
            query?: {
                /** @description The first day; by default 29 days before the last */
                from?: string;
                /** @description The last day; default today */
                to?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        timeZone: string;
                        total: { all: number; reachedStub: number; reachedFull: number; phoneVerified: number; };
                        days: {
                            /** Format: date */
                            day: string;
                            guest: number;
                            stub: number;
                            full: number;
                            phoneVerified: number;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Export customers as CSV or NDJSON */
    "customers.exportCustomers": {
        parameters: {
            query?: {
                /** @description Name in either script, phone, e-mail or number, or part of one */
                q?: string;
                /** @description One or more of guest, stub, full, separated by commas or given several times */
                type?: string | string[];
                /** @description By default all except merged and erased */
                status?: string | string[];
                /** @description One or more of free, basic, premium, enterprise, separated by commas or given several times */
                tier?: string | string[];
                loyaltyTier?: string;
                /** @description The key of a segment */
                segment?: string;
                /** @description The key of a tag */
                tag?: string;
                /** @description Whether the phone or the e-mail is verified */
                verified?: "true" | "false";
                /** @description Whether processing is restricted */
                restricted?: "true" | "false";
                /** @description Whether the person has several logins */
                severalLogins?: "true" | "false";
                /** @description Whether the customer has an order that counts */
                ordered?: "true" | "false";
                /** @description At least so much in all, in the currency of the business */
                spentFrom?: string;
                createdFrom?: string;
                /** @description Up to, not including */
                createdTo?: string;
                format?: "csv" | "ndjson";
            };
        };
        responses: {
            200: { content: { "text/csv": string; "application/x-ndjson": string; }; };
            default: { content: { "application/problem+json": { code: "customer.query_too_short" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "proof_needed" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Export selected customers */
    "customers.exportSelected": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "cust_0198c0de7a317c549e0b3f1d5a2b8c47"
                 *       ],
                 *       "reason": "For the Eid greetings"
                 *     }
                 */
                "application/json": {
                    ids: string[];
                    /** @description Kept in the audit trail */
                    reason: string;
                    /**
                     * @default csv
                     * @enum {string}
                     */
                    format?: "csv" | "ndjson";
                };
            };
        };
        responses: {
            200: { content: { "text/csv": string; "application/x-ndjson": string; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read one customer */
    "customers.get": {
        parameters: {
            query?: { at?: string; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Customer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.not_yet" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Deactivate a customer */
    "customers.deactivate": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Asked for it at the counter"
                 *     }
                 */
                "application/json": { reason?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Customer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Change a customer */
    "customers.change": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Aisha",
                 *       "lastName": "Al Balushi",
                 *       "name2": "عائشة البلوشي",
                 *       "phone": "9012 3456",
                 *       "email": "aisha@example.com",
                 *       "notes": "Likes oud; calls in the evening",
                 *       "ownFields": {},
                 *       "locale": "ar",
                 *       "country": "OM"
                 *     }
                 */
                "application/json": components["schemas"]["CustomerChange"];
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Customer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.damaged" | "customer.email_needed" | "customer.email_taken" | "customer.last_verified_contact" | "customer.merged" | "customer.name_needed" | "customer.not_found" | "customer.phone_needed" | "customer.phone_taken" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Record a visit */
    "customers.visit": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": { /** @constant */ noted: true; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Suspend a customer */
    "customers.suspend": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Asked for it at the counter"
                 *     }
                 */
                "application/json": { reason?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Customer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Reactivate a customer */
    "customers.reactivate": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Asked for it at the counter"
                 *     }
                 */
                "application/json": { reason?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Customer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Unmask the phone and e-mail of a customer */
    "customers.revealContacts": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The courier asks for the number"
                 *     }
                 */
                "application/json": { reason: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { phone: string | null; email: string | null; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the phones and e-mails of a customer, including former ones */
    "customers.allContacts": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            type: "phone" | "email";
                            value: string;
                            /** @description Whether it is the current phone or e-mail of the customer */
                            primary: boolean;
                            verifiedAt: string | null;
                            /** Format: date-time */
                            validFrom: string;
                            /** @description Null for current contacts */
                            validTo: string | null;
                        }[];
                        contactsMasked: boolean;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List my phones and e-mails, including former ones */
    "customers.allOwnContacts": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            type: "phone" | "email";
                            value: string;
                            /** @description Whether it is the current phone or e-mail of the customer */
                            primary: boolean;
                            verifiedAt: string | null;
                            /** Format: date-time */
                            validFrom: string;
                            /** @description Null for current contacts */
                            validTo: string | null;
                        }[];
                        contactsMasked: boolean;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Cancel my account */
    "customers.cancelOwn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Asked for it at the counter"
                 *     }
                 */
                "application/json": { reason?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { /** @constant */ status: "cancelled"; }; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "customer.wrong_status" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read my profile */
    "customers.readOwn": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["OwnProfile"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change my names, language or country */
    "customers.changeOwn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Aisha",
                 *       "lastName": "Al Balushi",
                 *       "name2": "عائشة البلوشي",
                 *       "locale": "ar",
                 *       "country": "OM"
                 *     }
                 */
                "application/json": {
                    firstName?: string;
                    lastName?: string | null;
                    /** @description The name in Arabic script */
                    name2?: string | null;
                    preferredName?: string | null;
                    companyName?: string | null;
                    birthDate?: string | null;
                    locale?: "en" | "ar";
                    country?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["OwnProfile"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "customer.name_needed" | "customer.wrong_status" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the current and former display names */
    "customers.displayNames": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        displayName: string | null;
                        former: { displayName: string; /** Format: date-time */ givenUpAt: string; }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Give a customer a new display name */
    "customers.regenerateDisplayName": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        displayName: string | null;
                        former: { displayName: string; /** Format: date-time */ givenUpAt: string; }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the history of a customer, newest first */
    "customers.history": {
        parameters: {
            query?: { cursor?: string; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Change"][]; nextCursor: string | null; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "cursor_expired" | "cursor_invalid" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Compare what was known of a customer at two times */
    "customers.compareRecord": {
        parameters: {
            query: { from: string; /** @description By default now */ to?: string; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        /** @description Whether the customer was there at the first time */
                        known: boolean;
                        changes: { field: string; before: unknown; after: unknown; }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Give fields the value back that they had before a change */
    "customers.restoreValues": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entryId": "0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47",
                 *       "fields": [
                 *         "firstName"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The entry of the history
                     */
                    entryId: string;
                    /** @description By default all that it changed */
                    fields?: string[];
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Customer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.damaged" | "customer.email_needed" | "customer.email_taken" | "customer.last_verified_contact" | "customer.merged" | "customer.name_needed" | "customer.not_found" | "customer.nothing_to_restore" | "customer.phone_needed" | "customer.phone_taken" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the fields that the business added to persons and addresses */
    "customers.readOwnFields": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["OwnFields"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Decide about the fields that the business adds to persons and addresses */
    "customers.changeOwnFields": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": [
                 *         {
                 *           "key": "gateCode",
                 *           "label": {
                 *             "en": "Gate code",
                 *             "ar": "رمز البوابة"
                 *           },
                 *           "type": "text"
                 *         }
                 *       ],
                 *       "address": [
                 *         {
                 *           "key": "gateCode",
                 *           "label": {
                 *             "en": "Gate code",
                 *             "ar": "رمز البوابة"
                 *           },
                 *           "type": "text"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OwnFields"];
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["OwnFields"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List your saved views, and those that are shared */
    "customers.listViews": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["CustomerView"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Save a view */
    "customers.saveView": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Full customers, newest first",
                 *       "filter": {
                 *         "spentFrom": "100.000",
                 *         "sinceDays": 30,
                 *         "segment": "vip",
                 *         "tag": "family",
                 *         "sort": "created"
                 *       },
                 *       "columns": [
                 *         "totalSpent"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @description The filters of the list, without the search text, which is personal data */
                    filter: {
                        type?: ("guest" | "stub" | "full")[];
                        status?: ("active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased")[];
                        tier?: ("free" | "basic" | "premium" | "enterprise")[];
                        verified?: boolean;
                        restricted?: boolean;
                        severalLogins?: boolean;
                        ordered?: boolean;
                        spentFrom?: string;
                        /** @description Customer for at most so many days */
                        sinceDays?: number;
                        segment?: string;
                        tag?: string;
                        sort?: "created" | "updated" | "number" | "spent" | "orders" | "points" | "lastOrder" | "lastSeen";
                        order?: "asc" | "desc";
                    };
                    /** @description The column names, defined by the screen */
                    columns: string[];
                    /** @description Whether all who see customers have it too; needs `views:share`. Left out, it stays as it is */
                    shared?: boolean;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["CustomerView"]; }; };
            default: { content: { "application/problem+json": { code: "customer_view.name_taken" | "customer_view.too_many" | "customer_view.too_many_shared" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Replace a view */
    "customers.replaceView": {
        parameters: { path: { viewId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Full customers, newest first",
                 *       "filter": {
                 *         "spentFrom": "100.000",
                 *         "sinceDays": 30,
                 *         "segment": "vip",
                 *         "tag": "family",
                 *         "sort": "created"
                 *       },
                 *       "columns": [
                 *         "totalSpent"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @description The filters of the list, without the search text, which is personal data */
                    filter: {
                        type?: ("guest" | "stub" | "full")[];
                        status?: ("active" | "deactivated" | "suspended" | "cancelled" | "merged" | "erased")[];
                        tier?: ("free" | "basic" | "premium" | "enterprise")[];
                        verified?: boolean;
                        restricted?: boolean;
                        severalLogins?: boolean;
                        ordered?: boolean;
                        spentFrom?: string;
                        /** @description Customer for at most so many days */
                        sinceDays?: number;
                        segment?: string;
                        tag?: string;
                        sort?: "created" | "updated" | "number" | "spent" | "orders" | "points" | "lastOrder" | "lastSeen";
                        order?: "asc" | "desc";
                    };
                    /** @description The column names, defined by the screen */
                    columns: string[];
                    /** @description Whether all who see customers have it too; needs `views:share`. Left out, it stays as it is */
                    shared?: boolean;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["CustomerView"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer_view.name_taken" | "customer_view.not_found" | "customer_view.owner_has_name" | "customer_view.too_many_shared" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Delete a view */
    "customers.deleteView": {
        parameters: { path: { viewId: string; }; };
        responses: {
            200: { content: { "application/json": { /** @constant */ done: true; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer_view.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the addresses of a customer */
    "addresses.list": {
        parameters: {
            query?: {
                /** @description Latitude and longitude; sorts by distance */
                near?: string;
                /** @description The last 50 deleted addresses instead, to restore one */
                deleted?: "true" | "false";
            };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Address"][]; nextCursor: null; total: number; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Add an address */
    "addresses.add": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "building": "Villa 12",
                 *       "street": "Way 3021",
                 *       "area": "Al Khuwair",
                 *       "city": "Muscat",
                 *       "city2": "مسقط",
                 *       "deliveryNotes": "Ring at the blue gate",
                 *       "ownFields": {},
                 *       "country": "OM"
                 *     }
                 */
                "application/json": components["schemas"]["NewAddress"];
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.check_unavailable" | "address.too_many" | "address.undeliverable" | "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read one address */
    "addresses.get": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description addr_ and 32 hex digits */
                addressId: string;
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.not_found" | "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Delete an address */
    "addresses.remove": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description addr_ and 32 hex digits */
                addressId: string;
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.not_found" | "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Change an address */
    "addresses.change": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description addr_ and 32 hex digits */
                addressId: string;
            };
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "building": "Villa 12",
                 *       "street": "Way 3021",
                 *       "area": "Al Khuwair",
                 *       "city": "Muscat",
                 *       "city2": "مسقط",
                 *       "deliveryNotes": "Ring at the blue gate",
                 *       "ownFields": {},
                 *       "country": "OM"
                 *     }
                 */
                "application/json": components["schemas"]["AddressChange"];
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.check_unavailable" | "address.default_needed" | "address.not_found" | "address.undeliverable" | "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Restore a deleted address */
    "addresses.restore": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description addr_ and 32 hex digits */
                addressId: string;
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.not_found" | "address.too_many" | "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Make an address the default */
    "addresses.makeDefault": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description addr_ and 32 hex digits */
                addressId: string;
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.not_found" | "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List my addresses, the default first */
    "addresses.listOwn": {
        parameters: {
            query?: {
                /** @description The last 50 deleted addresses instead, to restore one */
                deleted?: "true" | "false";
            };
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Address"][]; nextCursor: null; total: number; }; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Add an address of mine */
    "addresses.addOwn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "building": "Villa 12",
                 *       "street": "Way 3021",
                 *       "area": "Al Khuwair",
                 *       "city": "Muscat",
                 *       "city2": "مسقط",
                 *       "deliveryNotes": "Ring at the blue gate",
                 *       "ownFields": {},
                 *       "country": "OM"
                 *     }
                 */
                "application/json": components["schemas"]["NewAddress"];
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.check_unavailable" | "address.too_many" | "address.undeliverable" | "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Delete an address of mine */
    "addresses.removeOwn": {
        parameters: { path: { /** @description addr_ and 32 hex digits */ addressId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.not_found" | "address_too_long" | "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Change an address of mine */
    "addresses.changeOwn": {
        parameters: { path: { /** @description addr_ and 32 hex digits */ addressId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "building": "Villa 12",
                 *       "street": "Way 3021",
                 *       "area": "Al Khuwair",
                 *       "city": "Muscat",
                 *       "city2": "مسقط",
                 *       "deliveryNotes": "Ring at the blue gate",
                 *       "ownFields": {},
                 *       "country": "OM"
                 *     }
                 */
                "application/json": components["schemas"]["AddressChange"];
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.check_unavailable" | "address.default_needed" | "address.not_found" | "address.undeliverable" | "address_too_long" | "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Restore a deleted address of mine */
    "addresses.restoreOwn": {
        parameters: { path: { /** @description addr_ and 32 hex digits */ addressId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.not_found" | "address.too_many" | "address_too_long" | "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Make an address of mine the default */
    "addresses.makeOwnDefault": {
        parameters: { path: { /** @description addr_ and 32 hex digits */ addressId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Address"]; }; };
            default: { content: { "application/problem+json": { code: "address.not_found" | "address_too_long" | "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the address fields of a country */
    "addresses.rules": {
        parameters: { path: { country: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["AddressRules"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "country.unknown" | "database_away" | "disk_full" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read how strictly addresses are validated */
    "addresses.readSettings": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /**
                         * @description `strict` refuses an address that the provider finds undeliverable, with the reasons; `lenient` keeps it as `rejected`
                         * @default strict
                         * @enum {string}
                         */
                        validation: "lenient" | "strict";
                        /**
                         * @description Whether `strict` also refuses while the provider is down; otherwise the address is validated later
                         * @default store
                         * @enum {string}
                         */
                        whenUnavailable: "store" | "refuse";
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change how strictly addresses are validated */
    "addresses.changeSettings": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "validation": "lenient"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description `strict` refuses an address that the provider finds undeliverable, with the reasons; `lenient` keeps it as `rejected`
                     * @enum {string}
                     */
                    validation?: "lenient" | "strict";
                    /**
                     * @description Whether `strict` also refuses while the provider is down; otherwise the address is validated later
                     * @enum {string}
                     */
                    whenUnavailable?: "store" | "refuse";
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /**
                         * @description `strict` refuses an address that the provider finds undeliverable, with the reasons; `lenient` keeps it as `rejected`
                         * @default strict
                         * @enum {string}
                         */
                        validation: "lenient" | "strict";
                        /**
                         * @description Whether `strict` also refuses while the provider is down; otherwise the address is validated later
                         * @default store
                         * @enum {string}
                         */
                        whenUnavailable: "store" | "refuse";
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the message templates */
    "messages.listTemplates": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["MessageTemplate"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change a message template */
    "messages.changeTemplate": {
        parameters: { path: { name: "otp_code" | "mfa_code" | "verify_email" | "reset_password" | "password_changed" | "contact_changed" | "login_added" | "privacy_deadline" | "webhook_disabled" | "webhook_recovered" | "new_sign_in" | "confirm_marketing" | "staff_invitation"; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "sms",
                 *       "language": "en",
                 *       "wording": {
                 *         "body": "{code} is your code for {business}. It is valid for {minutes}."
                 *       }
                 *     }
                 */
                "application/json": {
                    channel: "sms" | "email";
                    language: "en" | "ar";
                    wording: { subject?: string; body: string; } | null;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["MessageTemplate"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "message.not_sent_that_way" | "message.placeholder_missing" | "message.placeholder_unknown" | "message.subject_does_not_fit" | "not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Preview a message template with example values */
    "messages.previewTemplate": {
        parameters: { path: { name: "otp_code" | "mfa_code" | "verify_email" | "reset_password" | "password_changed" | "contact_changed" | "login_added" | "privacy_deadline" | "webhook_disabled" | "webhook_recovered" | "new_sign_in" | "confirm_marketing" | "staff_invitation"; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "sms",
                 *       "language": "en",
                 *       "wording": {
                 *         "body": "{code} is your code for {business}. It is valid for {minutes}."
                 *       }
                 *     }
                 */
                "application/json": {
                    channel: "sms" | "email";
                    language: "en" | "ar";
                    wording: { subject?: string; body: string; };
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        subject: string | null;
                        text: string;
                        sms: {
                            /** @description Number of text messages charged by the provider */
                            segments: number;
                            length: number;
                            /** @description Characters per text message: 160, or 70 with a character outside GSM-7 */
                            room: number;
                        } | null;
                        problem: { code: string; title: string; placeholders: string[]; } | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "message.not_sent_that_way" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Count messages and measure their delivery time */
    "messages.statistics": {
        parameters: { query?: { from?: string; to?: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        channels: {
                            channel: "sms" | "email";
                            byStatus: { [key: string]: number; };
                            /** @description Number of text messages charged by the provider */
                            segments: number;
                            queuedToSent: { p50Seconds: number; p95Seconds: number; } | null;
                            sentToDelivered: { p50Seconds: number; p95Seconds: number; } | null;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Count messages and measure their delivery time by day */
    "messages.messagesByDay": {
        parameters: {
            query?: {
                /** @description The first day; by default 29 days before the last */
                from?: string;
                /** @description The last day; default today */
                to?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description When it was counted
                         */
                        asOf: string;
                        /** @description False while customers from before there were figures are still counted */
                        exact: boolean;
                        days: {
                            /** Format: date */
                            day: string;
                            channels: {
                                channel: "sms" | "email";
                                messages: number;
                                /** @description Failed or expired */
                                lost: number;
                                seconds: { p50: number; p95: number; } | null;
                            }[];
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read for how many days messages are kept */
    "messages.readRetention": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["KeptDays"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change for how many days messages are kept */
    "messages.changeRetention": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keepDays": 180
                 *     }
                 */
                "application/json": {
                    /** @description For how many days; null for as many as is usual */
                    keepDays: number | null;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["KeptDays"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Receive a delivery report from Twilio */
    "messages.twilioStatus": {
        parameters: { query: { message: string; }; path: { tenant: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "MessageStatus": "delivered"
                 *     }
                 */
                "application/x-www-form-urlencoded": { MessageSid?: string; MessageStatus?: string; } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: { content: { "application/json": Record<string, never>; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "message.signature_invalid" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the development inbox */
    "messages.readInbox": {
        parameters: { query?: { channel?: "sms" | "email"; to?: string; limit?: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            channel: "sms" | "email";
                            template: string;
                            language: "en" | "ar";
                            to: string | null;
                            subject: string | null;
                            text: string | null;
                            segments: number | null;
                            /** @description Its recipient or text is unreadable */
                            damaged: boolean;
                            /** Format: date-time */
                            queuedAt: string;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "not_found" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the development inbox as a page, also at /dev/messages */
    "messages.showInbox": {
        parameters: {
        };
        responses: {
            200: { content: { "text/html": string; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "not_found" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Send a code to a phone or an e-mail */
    "verification.sendOtp": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "9012 3456",
                 *       "purpose": "sign_in"
                 *     }
                 */
                "application/json": {
                    /** @description In any common format; stored as E.164 */
                    phone?: string;
                    email?: string;
                    /**
                     * @description `registration`, `login` and `verification` are aliases of `register`, `sign_in` and `verify`
                     * @enum {string}
                     */
                    purpose: "register" | "sign_in" | "verify" | "upgrade" | "cod" | "redeem" | "change_contact" | "registration" | "login" | "verification";
                    /**
                     * @description Must match the contact
                     * @enum {string}
                     */
                    channel?: "sms" | "email";
                    /**
                     * @description Language of the message; by default that of the request
                     * @enum {string}
                     */
                    language?: "en" | "ar";
                    /** @description Handle of the previous code, which is then revoked */
                    handle?: string;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** @constant */
                        sent: true;
                        expiresInSeconds: number;
                        retryAfterSeconds: number;
                        tries: number;
                        /** @description Send it with the code, so that other callers cannot use up your attempts */
                        handle: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "verification.address_limit" | "verification.budget_spent" | "verification.contact_limit" | "verification.cooling_down" | "verification.country_not_served" | "wrong_content_type"; }; }; };
        };
    };
    /** Verify a phone or an e-mail by its code */
    "verification.verifyOtp": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "9012 3456",
                 *       "purpose": "sign_in",
                 *       "code": "482913"
                 *     }
                 */
                "application/json": {
                    /** @description In any common format; stored as E.164 */
                    phone?: string;
                    email?: string;
                    /**
                     * @description `registration`, `login` and `verification` are aliases of `register`, `sign_in` and `verify`
                     * @enum {string}
                     */
                    purpose: "register" | "sign_in" | "verify" | "upgrade" | "cod" | "redeem" | "change_contact" | "registration" | "login" | "verification";
                    code: string;
                    /** @description The handle from `send-otp`. Without it, attempts are shared with all callers that send none */
                    handle?: string;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: password */
                        verificationToken: string;
                        expiresInSeconds: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "verification.code_invalid" | "verification.guess_limit" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the limits of codes */
    "verification.readSettings": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /**
                         * @description Per network, or for all API keys together; three times as many in total
                         * @default 5
                         */
                        perContactPerHour: number;
                        /**
                         * @description Counted the same way
                         * @default 15
                         */
                        perContactPerDay: number;
                        /**
                         * @description Per IP address; calls with an API key are not counted
                         * @default 30
                         */
                        perAddressPerHour: number;
                        /**
                         * @description For the whole business
                         * @default 5000
                         */
                        perDay: number;
                        /** @default null */
                        countries: string[] | null;
                        servedCountries: string[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change the limits of codes */
    "verification.changeSettings": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "perContactPerHour": 4,
                 *       "countries": [
                 *         "OM"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Per network, or for all API keys together; three times as many in total */
                    perContactPerHour?: number;
                    /** @description Counted the same way */
                    perContactPerDay?: number;
                    /** @description Per IP address; calls with an API key are not counted */
                    perAddressPerHour?: number;
                    /** @description For the whole business */
                    perDay?: number;
                    /** @description Countries of the phones that get codes. Null for the country of the business and the Gulf states */
                    countries?: string[] | null;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /**
                         * @description Per network, or for all API keys together; three times as many in total
                         * @default 5
                         */
                        perContactPerHour: number;
                        /**
                         * @description Counted the same way
                         * @default 15
                         */
                        perContactPerDay: number;
                        /**
                         * @description Per IP address; calls with an API key are not counted
                         * @default 30
                         */
                        perAddressPerHour: number;
                        /**
                         * @description For the whole business
                         * @default 5000
                         */
                        perDay: number;
                        /** @default null */
                        countries: string[] | null;
                        servedCountries: string[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the preference schema */
    "preferences.readSchema": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["PreferenceSchema"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Replace the preference schema */
    "preferences.changeSchema": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "key": "ironing",
                 *           "label": {
                 *             "en": "Ironing",
                 *             "ar": "الكي"
                 *           },
                 *           "type": "boolean",
                 *           "default": true
                 *         }
                 *       ],
                 *       "topics": [
                 *         {
                 *           "key": "ironing",
                 *           "label": {
                 *             "en": "Ironing",
                 *             "ar": "الكي"
                 *           },
                 *           "default": true
                 *         }
                 *       ],
                 *       "timeZone": "Asia/Muscat"
                 *     }
                 */
                "application/json": components["schemas"]["PreferenceSchema"];
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["PreferenceSchema"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "preference.schema_unfit" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the preferences of a customer */
    "preferences.get": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Preferences"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Replace the preferences of a customer */
    "preferences.replace": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "communication": {
                 *         "sms": {
                 *           "offers": true
                 *         }
                 *       },
                 *       "quietHours": {
                 *         "from": "22:00",
                 *         "to": "07:00"
                 *       }
                 *     }
                 */
                "application/json": {
                    values?: { [key: string]: boolean | number | string; };
                    /** @default {} */
                    communication?: { [key: string]: { [key: string]: boolean; }; };
                    /**
                     * @description In the time zone of the business; 22:00 to 07:00 is the night
                     * @default null
                     */
                    quietHours?: { from: string; to: string; } | null;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Preferences"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "preference.quiet_hours_empty" | "preference.unfit" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Change some preferences of a customer */
    "preferences.change": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "communication": {
                 *         "sms": {
                 *           "offers": false
                 *         }
                 *       },
                 *       "quietHours": {
                 *         "from": "22:00",
                 *         "to": "07:00"
                 *       }
                 *     }
                 */
                "application/json": {
                    values?: { [key: string]: (boolean | number | string) | null; };
                    communication?: { [key: string]: { [key: string]: boolean | null; }; };
                    /** @description In the time zone of the business; 22:00 to 07:00 is the night */
                    quietHours?: { from: string; to: string; } | null;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Preferences"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "preference.quiet_hours_empty" | "preference.unfit" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Read my preferences */
    "preferences.getOwn": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Preferences"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Replace my preferences */
    "preferences.replaceOwn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "communication": {
                 *         "sms": {
                 *           "offers": true
                 *         }
                 *       },
                 *       "quietHours": {
                 *         "from": "22:00",
                 *         "to": "07:00"
                 *       }
                 *     }
                 */
                "application/json": {
                    values?: { [key: string]: boolean | number | string; };
                    /** @default {} */
                    communication?: { [key: string]: { [key: string]: boolean; }; };
                    /**
                     * @description In the time zone of the business; 22:00 to 07:00 is the night
                     * @default null
                     */
                    quietHours?: { from: string; to: string; } | null;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Preferences"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "preference.quiet_hours_empty" | "preference.unfit" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Change some of my preferences */
    "preferences.changeOwn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "communication": {
                 *         "sms": {
                 *           "offers": false
                 *         }
                 *       },
                 *       "quietHours": {
                 *         "from": "22:00",
                 *         "to": "07:00"
                 *       }
                 *     }
                 */
                "application/json": {
                    values?: { [key: string]: (boolean | number | string) | null; };
                    communication?: { [key: string]: { [key: string]: boolean | null; }; };
                    /** @description In the time zone of the business; 22:00 to 07:00 is the night */
                    quietHours?: { from: string; to: string; } | null;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Preferences"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "preference.quiet_hours_empty" | "preference.unfit" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** List the consent documents */
    "consent.listDocuments": {
        parameters: { query?: { status?: "published" | "all"; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["ConsentDocument"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Publish a consent document */
    "consent.createDocument": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "marketing.email",
                 *       "texts": {
                 *         "en": {
                 *           "title": "News by e-mail",
                 *           "text": "We may write to you about offers, twice a month at most."
                 *         },
                 *         "ar": {
                 *           "title": "الأخبار بالبريد الإلكتروني",
                 *           "text": "يجوز لنا أن نراسلك بشأن العروض، مرتين في الشهر على الأكثر."
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description `terms`, `privacy`, `marketing.<channel>` or `custom.<name>` */
                    purpose: string;
                    doubleOptIn?: boolean;
                    /** @description The text shown to people, in at least one language */
                    texts: { en?: { title: string; text: string; }; ar?: { title: string; text: string; }; };
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["ConsentDocument"]; }; };
            default: { content: { "application/problem+json": { code: "consent.double_opt_in_by_email_only" | "consent.purpose_taken" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the versions of a consent document, newest first */
    "consent.listVersions": {
        parameters: { path: { documentId: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["ConsentVersion"][]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "consent.document_not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Publish a new version of a consent document */
    "consent.publishVersion": {
        parameters: { path: { documentId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "asksAgain": true,
                 *       "texts": {
                 *         "en": {
                 *           "title": "News by e-mail",
                 *           "text": "We may write to you about offers, twice a month at most."
                 *         },
                 *         "ar": {
                 *           "title": "الأخبار بالبريد الإلكتروني",
                 *           "text": "يجوز لنا أن نراسلك بشأن العروض، مرتين في الشهر على الأكثر."
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    asksAgain: boolean;
                    /** @description The text shown to people, in at least one language */
                    texts: { en?: { title: string; text: string; }; ar?: { title: string; text: string; }; };
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["ConsentDocument"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "consent.document_not_found" | "consent.document_retired" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Retire a consent document */
    "consent.retireDocument": {
        parameters: { path: { documentId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["ConsentDocument"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "consent.document_not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the consents of a customer, now or at a given time */
    "consent.read": {
        parameters: {
            query?: { at?: string; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: { content: { "application/json": { customerId: string; items: components["schemas"]["Consent"][]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Record a consent decision of a customer */
    "consent.decide": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "marketing.email",
                 *       "decision": "granted",
                 *       "source": "till"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    documentId?: string;
                    /** @description `terms`, `privacy`, `marketing.<channel>` or `custom.<name>` */
                    purpose?: string;
                    version?: number;
                    decision: "granted" | "withdrawn";
                    source: "till" | "web" | "spoken" | "import";
                    /**
                     * @description Language of the text that was shown; by default that of the request
                     * @enum {string}
                     */
                    language?: "en" | "ar";
                    /** @description The staff member who heard it, if several share a till; only with `spoken` */
                    spokenTo?: string;
                    /**
                     * Format: date-time
                     * @description Time of the original decision; only with `import`. Without `version`, the version in force at that time counts.
                     */
                    givenAt?: string;
                    /** @description Where the person decided; only with `import` */
                    origin?: string;
                    /** @description What shows the decision; only with `import` */
                    proof?: string;
                    /** @description IP address of the person, as seen by the calling server. Needs `consents:relay`. */
                    ip?: string;
                    /** @description Browser of the person, as seen by the calling server. Needs `consents:relay`. */
                    userAgent?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Consent"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "consent.confirmation_just_sent" | "consent.decided_in_future" | "consent.document_not_found" | "consent.document_retired" | "consent.email_needed" | "consent.import_only" | "consent.relay_only" | "consent.spoken_needs_staff" | "consent.spoken_only" | "consent.version_not_latest" | "consent.which_document" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the consent decisions of a customer, newest first */
    "consent.listEvents": {
        parameters: {
            query?: { cursor?: string; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            eventId: string;
                            documentId: string;
                            purpose: string;
                            version: number;
                            decision: "requested" | "granted" | "withdrawn";
                            source: "till" | "web" | "spoken" | "import" | "confirmation" | "unsubscribe" | "objection" | "erasure";
                            language: "en" | "ar";
                            /** Format: date-time */
                            decidedAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            actor: string;
                            /** @description For a spoken decision: the login or API key that recorded it */
                            heardBy: string | null;
                            spokenTo: string | null;
                            /** @description Of an imported decision: where it was made */
                            origin: string | null;
                            /** @description Of an imported decision: what shows it */
                            proof: string | null;
                            /** @description With `customers:history` */
                            ip: string | null;
                            /** @description With `customers:history` */
                            userAgent: string | null;
                            /** @description False if the record was altered in the database; it then allows nothing */
                            intact: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "cursor_expired" | "cursor_invalid" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the receipt of a consent decision, with its text */
    "consent.receipt": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; eventId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["ConsentReceipt"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "consent.decision_not_found" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read my consents, now or at a given time */
    "consent.readOwn": {
        parameters: { query?: { at?: string; }; };
        responses: {
            200: { content: { "application/json": { customerId: string; items: components["schemas"]["Consent"][]; }; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Give or withdraw a consent */
    "consent.decideOwn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "marketing.email",
                 *       "decision": "granted"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    documentId?: string;
                    /** @description `terms`, `privacy`, `marketing.<channel>` or `custom.<name>` */
                    purpose?: string;
                    version?: number;
                    decision: "granted" | "withdrawn";
                    /**
                     * @description Language of the text that was shown; by default that of the request
                     * @enum {string}
                     */
                    language?: "en" | "ar";
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Consent"]; }; };
            default: { content: { "application/problem+json": { code: "consent.confirmation_just_sent" | "consent.document_not_found" | "consent.document_retired" | "consent.email_needed" | "consent.version_not_latest" | "consent.which_document" | "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List my consent decisions, newest first */
    "consent.listOwnEvents": {
        parameters: { query?: { cursor?: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            eventId: string;
                            documentId: string;
                            purpose: string;
                            version: number;
                            decision: "requested" | "granted" | "withdrawn";
                            source: "till" | "web" | "spoken" | "import" | "confirmation" | "unsubscribe" | "objection" | "erasure";
                            language: "en" | "ar";
                            /** Format: date-time */
                            decidedAt: string;
                            /** Format: date-time */
                            recordedAt: string;
                            actor: string;
                            /** @description For a spoken decision: the login or API key that recorded it */
                            heardBy: string | null;
                            spokenTo: string | null;
                            /** @description Of an imported decision: where it was made */
                            origin: string | null;
                            /** @description Of an imported decision: what shows it */
                            proof: string | null;
                            /** @description With `customers:history` */
                            ip: string | null;
                            /** @description With `customers:history` */
                            userAgent: string | null;
                            /** @description False if the record was altered in the database; it then allows nothing */
                            intact: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the receipt of my consent decision, with its text */
    "consent.ownReceipt": {
        parameters: { path: { eventId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["ConsentReceipt"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "consent.decision_not_found" | "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the receipt of a consent decision as a page to print */
    "consent.printedReceipt": {
        parameters: {
            query?: { language?: "en" | "ar"; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; eventId: string; };
        };
        responses: {
            200: { content: { "text/html": string; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "consent.decision_not_found" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Export marketing contacts */
    "consent.marketingContacts": {
        parameters: { query: { channel: "sms" | "email" | "whatsapp" | "phone"; topic: string; }; };
        responses: {
            200: { content: { "application/x-ndjson": string; }; };
            default: { content: { "application/problem+json": { code: "consent.document_not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "proof_needed" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Show the page of an unsubscribe link */
    "consent.showUnsubscribe": {
        parameters: { path: { tenant: string; token: string; }; };
        responses: {
            200: { content: { "text/html": string; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "invalid" | "malformed_address" | "overloaded" | "tenant_needed" | "tenant_unknown" | "too_many_requests"; }; }; };
        };
    };
    /** Unsubscribe by a link, with one click (RFC 8058) */
    "consent.unsubscribe": {
        parameters: { path: { tenant: string; token: string; }; };
        responses: {
            200: { content: { "text/html": string; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "wrong_content_type"; }; }; };
        };
    };
    /** Show the page of a confirmation link */
    "consent.showConfirmation": {
        parameters: { path: { tenant: string; token: string; }; };
        responses: {
            200: { content: { "text/html": string; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "invalid" | "malformed_address" | "overloaded" | "tenant_needed" | "tenant_unknown" | "too_many_requests"; }; }; };
        };
    };
    /** Confirm a consent by the link in an e-mail */
    "consent.confirm": {
        parameters: { path: { tenant: string; token: string; }; };
        responses: {
            200: { content: { "text/html": string; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the cart of a customer */
    "carts.read": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Cart"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Replace the cart of a customer */
    "carts.put": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "sku": "THOBE-WASH",
                 *           "quantity": 2,
                 *           "name": "Thobe, washed and pressed",
                 *           "unitPrice": 1500
                 *         }
                 *       ]
                 *     }
                 */
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
                        data?: { [key: string]: unknown; };
                    }[];
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Cart"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Empty the cart of a customer */
    "carts.clear": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Cart"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read my cart */
    "carts.readOwn": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Cart"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "customer.wrong_status" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Replace my cart */
    "carts.putOwn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "sku": "THOBE-WASH",
                 *           "quantity": 2,
                 *           "name": "Thobe, washed and pressed",
                 *           "unitPrice": 1500
                 *         }
                 *       ]
                 *     }
                 */
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
                        data?: { [key: string]: unknown; };
                    }[];
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Cart"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "customer.wrong_status" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Empty my cart */
    "carts.clearOwn": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Cart"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "customer.wrong_status" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the picture of a customer */
    "pictures.read": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["CustomerPicture"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Give a customer a picture */
    "pictures.put": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "picture": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                 *     }
                 */
                "application/json": { picture: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["CustomerPicture"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Remove the picture of a customer */
    "pictures.remove": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["CustomerPicture"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read my picture */
    "pictures.readOwn": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["CustomerPicture"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Give myself a picture */
    "pictures.putOwn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "picture": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                 *     }
                 */
                "application/json": { picture: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["CustomerPicture"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "customer.wrong_status" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Remove my picture */
    "pictures.removeOwn": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["CustomerPicture"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Merge one customer into another */
    "merging.merge": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "cust_0198c0de7a317c549e0b3f1d5a2b8c47",
                 *       "into": "cust_0198c0df1b4e7a209d6c2e8f7a104b35",
                 *       "reason": "One person with two numbers"
                 *     }
                 */
                "application/json": {
                    /** @description cust_ and 32 hex digits */
                    from?: string;
                    /** @description cust_ and 32 hex digits */
                    into?: string;
                    /** @description Alias of `from`; give one of them */
                    source?: string;
                    /** @description Alias of `into`; give one of them */
                    target?: string;
                    reason: string;
                    /** @default {} */
                    choices?: { [key: string]: "from" | "into"; };
                    /**
                     * @description Answers what would move, and merges nothing
                     * @default false
                     */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Merge"]; }; };
            default: { content: { "application/problem+json": { code: "customer.last_verified_contact" | "customer.not_found" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "merge.already_merged" | "merge.same_person" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Undo a merge */
    "merging.undo": {
        parameters: { path: { mergeId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "One person with two numbers"
                 *     }
                 */
                "application/json": { reason: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Merge"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "merge.already_undone" | "merge.not_found" | "merge.undo_later_first" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the merges of the business, newest first */
    "merging.listAll": {
        parameters: { query?: { cursor?: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["NamedMerge"][]; nextCursor: string | null; }; }; };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read one merge */
    "merging.get": {
        parameters: { path: { mergeId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["NamedMerge"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "merge.not_found" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the merges of a customer, newest first */
    "merging.list": {
        parameters: {
            query?: { cursor?: string; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["NamedMerge"][]; nextCursor: string | null; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "cursor_expired" | "cursor_invalid" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** End every session of this account */
    "accounts.logoutAll": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the sessions of this account */
    "accounts.sessions": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            current: boolean;
                            carriedBy: "cookie" | "token";
                            signedInWith: string;
                            secondFactor: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            usedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            ip: string | null;
                            userAgent: string | null;
                            deviceName: string | null;
                            /** @description The device and place of this session cannot be read */
                            damaged: boolean;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** End one session of this account */
    "accounts.endSession": {
        parameters: { path: { sessionId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "auth.session_not_found" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the public keys of the tenant named by the host or X-Kith-Tenant */
    "accounts.wellKnownJwks": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { keys: { [key: string]: string; }[]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the public keys of a tenant (JWKS) */
    "accounts.jwks": {
        parameters: { path: { tenant: string; }; };
        responses: {
            200: { content: { "application/json": { keys: { [key: string]: string; }[]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "invalid" | "malformed_address" | "not_found" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List number hand-overs to review, newest first */
    "accounts.listHandOvers": {
        parameters: { query?: { status?: "open" | "decided"; cursor?: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["HandOver"][]; nextCursor: string | null; }; }; };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Confirm that both customers are the same person */
    "accounts.mergeHandOver": {
        parameters: { path: { handOverId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["HandOver"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.last_verified_contact" | "customer.not_found" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "hand_over.already_decided" | "hand_over.not_found" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "merge.already_merged" | "merge.same_person" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Confirm that they are different people */
    "accounts.dismissHandOver": {
        parameters: { path: { handOverId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["HandOver"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "hand_over.already_decided" | "hand_over.not_found" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Refresh the tokens of a session */
    "accounts.refresh": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "pX3vUo1nT7aYw0sQ2kEd"
                 *     }
                 */
                "application/json": { /** Format: password */ refreshToken?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["SignedIn"]; }; };
            default: { content: { "application/problem+json": { code: "auth.session_over" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "till.locked" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** End this session */
    "accounts.logout": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "pX3vUo1nT7aYw0sQ2kEd"
                 *     }
                 */
                "application/json": { /** Format: password */ refreshToken?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Check an access token */
    "accounts.token": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        tenantId: string;
                        /** Format: uuid */
                        accountId: string;
                        customerId: string | null;
                        role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        may: ("settings:manage" | "keys:manage" | "customers:read" | "customers:write" | "customers:contacts" | "customers:reveal" | "customers:deactivate" | "customers:history" | "customers:export" | "customers:import" | "customers:statistics" | "views:share" | "addresses:read" | "addresses:write" | "messages:manage" | "consents:manage" | "consents:relay" | "customers:merge" | "staff:manage" | "staff:owners" | "tills:manage" | "duplicates:read" | "duplicates:decide" | "orders:read" | "orders:write" | "notes:read" | "events:manage" | "loyalty:read" | "loyalty:write" | "loyalty:manage" | "plans:read" | "plans:write" | "plans:manage" | "segments:read" | "segments:tag" | "segments:manage" | "privacy:read" | "privacy:manage" | "privacy:acknowledge" | "webhooks:read" | "webhooks:manage" | "audit:read" | "jobs:run" | "assistants:use" | "assistants:confirm")[];
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the sign-in settings */
    "accounts.readSettings": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /**
                         * @description Whether e-mails must be confirmed; with `off`, unconfirmed e-mails can sign in
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
                         * @description After this many months of inactivity a number may have a new owner, so the name must match. Default 12
                         * @default 12
                         */
                        handOverMonths: number;
                        /**
                         * @description Minutes of inactivity after which a till asks for the PIN. Default 5
                         * @default 5
                         */
                        tillIdleMinutes: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change the sign-in settings */
    "accounts.changeSettings": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "emailVerification": "remind",
                 *       "mfaForRoles": [
                 *         "owner",
                 *         "admin"
                 *       ]
                 *     }
                 */
                "application/json": {
                    emailVerification?: "off" | "remind" | "before_checkout";
                    mfaForRoles?: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst")[];
                    /** @description After this many months of inactivity a number may have a new owner, so the name must match. Default 12 */
                    handOverMonths?: number;
                    /** @description Minutes of inactivity after which a till asks for the PIN. Default 5 */
                    tillIdleMinutes?: number;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /**
                         * @description Whether e-mails must be confirmed; with `off`, unconfirmed e-mails can sign in
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
                         * @description After this many months of inactivity a number may have a new owner, so the name must match. Default 12
                         * @default 12
                         */
                        handOverMonths: number;
                        /**
                         * @description Minutes of inactivity after which a till asks for the PIN. Default 5
                         * @default 5
                         */
                        tillIdleMinutes: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Create a guest */
    "accounts.beginGuest": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "ar"
                 *     }
                 */
                "application/json": { locale?: "en" | "ar"; };
            };
        };
        responses: {
            201: {
                content: {
                    "application/json": {
                        customerId: string;
                        /** Format: password */
                        guestToken: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Join a guest to the signed-in customer */
    "accounts.adoptGuest": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "guestToken": "pX3vUo1nT7aYw0sQ2kEd"
                 *     }
                 */
                "application/json": { /** Format: password */ guestToken: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Register with an e-mail and a password */
    "accounts.register": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "aisha@example.com",
                 *       "password": "saffron kettle seventeen",
                 *       "firstName": "Aisha",
                 *       "lastName": "Al Balushi",
                 *       "phone": "9012 3456",
                 *       "locale": "ar",
                 *       "deviceName": "Phone of Aisha"
                 *     }
                 */
                "application/json": {
                    email: string;
                    /**
                     * Format: password
                     * @description 8 to 128 characters; easily guessed passwords are refused
                     */
                    password: string;
                    firstName: string;
                    lastName?: string;
                    /** @description The name in Arabic script */
                    name2?: string;
                    /** @description In any common format; stored as E.164 */
                    phone?: string;
                    locale?: "en" | "ar";
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /**
                     * Format: password
                     * @description Token of /auth/guest; that guest’s cart and profile join the account
                     */
                    guestToken?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["SignedIn"] | components["schemas"]["SecondFactorNeeded"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Sign in with an e-mail and a password */
    "accounts.login": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "aisha@example.com",
                 *       "password": "saffron kettle seventeen",
                 *       "deviceName": "Phone of Aisha"
                 *     }
                 */
                "application/json": {
                    email: string;
                    /** Format: password */
                    password: string;
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /**
                     * Format: password
                     * @description Token of /auth/guest; that guest’s cart and profile join the account
                     */
                    guestToken?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["SignedIn"] | components["schemas"]["SecondFactorNeeded"]; }; };
            default: { content: { "application/problem+json": { code: "auth.blocked" | "auth.wrong_credentials" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Confirm an e-mail */
    "accounts.verifyEmail": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "482913"
                 *     }
                 */
                "application/json": {
                    /** Format: password */
                    token?: string;
                    code?: string;
                    /** Format: password */
                    password?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "auth.account_exists" | "auth.blocked" | "auth.sign_in_first" | "auth.token_unusable" | "auth.wrong_proof" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Resend the confirmation e-mail */
    "accounts.resendVerification": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Request a password reset */
    "accounts.forgotPassword": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "aisha@example.com"
                 *     }
                 */
                "application/json": { email: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Reset the password with the link from the message */
    "accounts.resetPassword": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "pX3vUo1nT7aYw0sQ2kEd",
                 *       "password": "saffron kettle seventeen"
                 *     }
                 */
                "application/json": {
                    /** Format: password */
                    token: string;
                    /**
                     * Format: password
                     * @description 8 to 128 characters; easily guessed passwords are refused
                     */
                    password: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "auth.account_exists" | "auth.blocked" | "auth.token_unusable" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Change the password */
    "accounts.changePassword": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "saffron kettle seventeen"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: password
                     * @description 8 to 128 characters; easily guessed passwords are refused
                     */
                    password: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "auth.no_password" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Sign in or register with a phone verified by a code */
    "accounts.phone": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "9012 3456",
                 *       "verificationToken": "pX3vUo1nT7aYw0sQ2kEd",
                 *       "firstName": "Aisha",
                 *       "lastName": "Al Balushi",
                 *       "locale": "ar",
                 *       "deviceName": "Phone of Aisha"
                 *     }
                 */
                "application/json": {
                    /** @description If given, must be the verified phone */
                    phone?: string;
                    /** Format: password */
                    verificationToken: string;
                    firstName?: string;
                    lastName?: string;
                    /** @description The name in Arabic script */
                    name2?: string;
                    locale?: "en" | "ar";
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /**
                     * Format: password
                     * @description Token of /auth/guest; that guest’s cart and profile join the account
                     */
                    guestToken?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["SignedIn"] | components["schemas"]["SecondFactorNeeded"]; }; };
            default: { content: { "application/problem+json": { code: "auth.blocked" | "auth.name_needed" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "verification.token_invalid" | "wrong_content_type"; }; }; };
        };
    };
    /** Sign in or register with an e-mail verified by a code */
    "accounts.email": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "verificationToken": "pX3vUo1nT7aYw0sQ2kEd",
                 *       "firstName": "Aisha",
                 *       "lastName": "Al Balushi",
                 *       "locale": "ar",
                 *       "deviceName": "Phone of Aisha",
                 *       "email": "aisha@example.com"
                 *     }
                 */
                "application/json": {
                    /** Format: password */
                    verificationToken: string;
                    firstName?: string;
                    lastName?: string;
                    /** @description The name in Arabic script */
                    name2?: string;
                    locale?: "en" | "ar";
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /**
                     * Format: password
                     * @description Token of /auth/guest; that guest’s cart and profile join the account
                     */
                    guestToken?: string;
                    /** @description If given, must be the verified e-mail */
                    email?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["SignedIn"] | components["schemas"]["SecondFactorNeeded"]; }; };
            default: { content: { "application/problem+json": { code: "auth.account_exists" | "auth.blocked" | "auth.name_needed" | "auth.staff_use_password" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "verification.token_invalid" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the sign-in providers */
    "accounts.readOidcSettings": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { providers: components["schemas"]["Provider"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Replace the sign-in providers */
    "accounts.changeOidcSettings": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "providers": [
                 *         {
                 *           "name": "google",
                 *           "kind": "google",
                 *           "clientId": "407408718192.apps.googleusercontent.com",
                 *           "trustsEmail": true
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    providers: {
                        /** @description Part of the URLs; a renamed provider needs a new redirect URI */
                        name: string;
                        /**
                         * @default generic
                         * @enum {string}
                         */
                        kind?: "google" | "auth0" | "generic";
                        /** @description The label of the button */
                        label?: string;
                        /**
                         * Format: uri
                         * @description The issuer URL, for discovery; known for Google
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
                        /** @description Whether to trust e-mails that the provider calls verified: signing in with one gives access to the customer with that e-mail */
                        trustsEmail: boolean;
                        /**
                         * @description Whether signing in there again counts as recent authentication although the provider does not say when it was (no `auth_time`). Does not protect against another person at a browser that is still signed in there
                         * @default false
                         */
                        provesWithoutTime?: boolean;
                        /**
                         * Format: password
                         * @description Write-only. If omitted, the secret is kept as long as issuer and client stay the same
                         */
                        clientSecret?: string;
                    }[];
                };
            };
        };
        responses: {
            200: { content: { "application/json": { providers: components["schemas"]["Provider"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the providers for a sign-in page */
    "accounts.listProviders": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            /** @description Part of the URLs; a renamed provider needs a new redirect URI */
                            name: string;
                            kind: "google" | "auth0" | "generic";
                            /** @description The label of the button */
                            label: string;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Start a sign-in at a provider */
    "accounts.startOidc": {
        parameters: {
            query?: {
                /** @description Path of a page of this site, where the browser goes afterwards */
                returnTo?: string;
            };
            path: { tenant: string; provider: string; };
        };
        responses: {
            303: {
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "tenant.not_found" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Start a sign-in at a provider, with a guest to join */
    "accounts.beginOidc": {
        parameters: { path: { provider: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "returnTo": "/account"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Path of a page of this site, where the browser goes afterwards
                     * @default /account
                     */
                    returnTo?: string;
                    /** Format: password */
                    guestToken?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": { location: string; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "auth.provider_down" | "auth.provider_refused" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Finish a sign-in at a provider */
    "accounts.finishOidc": {
        parameters: {
            query?: { state?: string; code?: string; iss?: string; error?: string; };
            path: { tenant: string; provider: string; };
        };
        responses: {
            303: {
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "tenant.not_found" | "tenant_needed" | "tenant_unknown" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Create a nonce for an app’s ID token */
    "accounts.oidcNonce": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: password */
                        nonce: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Sign in with an ID token */
    "accounts.signInByIdToken": {
        parameters: { path: { provider: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "idToken": "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI0MDc0In0.c2ln",
                 *       "nonce": "pX3vUo1nT7aYw0sQ2kEd",
                 *       "deviceName": "Phone of Aisha"
                 *     }
                 */
                "application/json": {
                    /** Format: password */
                    idToken: string;
                    /** Format: password */
                    nonce: string;
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /**
                     * Format: password
                     * @description Token of /auth/guest; that guest’s cart and profile join the account
                     */
                    guestToken?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["SignedIn"] | components["schemas"]["SecondFactorNeeded"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "auth.blocked" | "auth.flow_over" | "auth.link_first" | "auth.provider_down" | "auth.provider_refused" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the providers linked to this account */
    "accounts.listLinks": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description The name of the provider, also after it is removed from the settings */
                            provider: string;
                            /** @description The e-mail reported by the provider when it was linked */
                            email: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            usedAt: string | null;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Link a provider to this account */
    "accounts.beginLink": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "google",
                 *       "returnTo": "/account"
                 *     }
                 */
                "application/json": {
                    provider: string;
                    /**
                     * @description Path of a page of this site, where the browser goes afterwards
                     * @default /account
                     */
                    returnTo?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": { location: string; }; }; };
            default: { content: { "application/problem+json": { code: "auth.provider_down" | "auth.provider_refused" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "not_found" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Unlink a provider from this account */
    "accounts.unlink": {
        parameters: { path: { linkId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "auth.last_login" | "auth.login_not_found" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Authenticate again at a linked provider */
    "accounts.stepUpByProvider": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "google",
                 *       "returnTo": "/account"
                 *     }
                 */
                "application/json": {
                    provider: string;
                    /**
                     * @description Path of a page of this site, where the browser goes afterwards
                     * @default /account
                     */
                    returnTo?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": { location: string; }; }; };
            default: { content: { "application/problem+json": { code: "auth.provider_down" | "auth.provider_refused" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Start adding a passkey */
    "accounts.beginPasskey": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { publicKey: { [key: string]: unknown; }; }; }; };
            default: { content: { "application/problem+json": { code: "auth.too_many_passkeys" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the passkeys of this account */
    "accounts.listPasskeys": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Passkey"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Add a passkey to this account */
    "accounts.addPasskey": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "credential": {
                 *         "id": "q83vEjRWeJCrze8",
                 *         "rawId": "q83vEjRWeJCrze8",
                 *         "type": "public-key",
                 *         "response": {
                 *           "clientDataJSON": "q83vEjRWeJCrze8",
                 *           "attestationObject": "q83vEjRWeJCrze8",
                 *           "authenticatorData": "q83vEjRWeJCrze8",
                 *           "publicKey": "q83vEjRWeJCrze8"
                 *         }
                 *       },
                 *       "name": "My phone"
                 *     }
                 */
                "application/json": {
                    credential: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        /** @default {} */
                        clientExtensionResults?: { [key: string]: unknown; };
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
            201: { content: { "application/json": components["schemas"]["Passkey"]; }; };
            default: { content: { "application/problem+json": { code: "auth.login_taken" | "auth.too_many_passkeys" | "auth.wrong_passkey" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Remove a passkey from this account */
    "accounts.removePasskey": {
        parameters: { path: { passkeyId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "auth.last_login" | "auth.login_not_found" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Rename a passkey */
    "accounts.renamePasskey": {
        parameters: { path: { passkeyId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "My phone"
                 *     }
                 */
                "application/json": { name: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Passkey"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "auth.login_not_found" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Start signing in or authenticating again with a passkey */
    "accounts.beginPasskeySignIn": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { publicKey: { [key: string]: unknown; }; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Sign in with a passkey */
    "accounts.signInByPasskey": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "credential": {
                 *         "id": "q83vEjRWeJCrze8",
                 *         "rawId": "q83vEjRWeJCrze8",
                 *         "type": "public-key",
                 *         "response": {
                 *           "clientDataJSON": "q83vEjRWeJCrze8",
                 *           "authenticatorData": "q83vEjRWeJCrze8",
                 *           "signature": "q83vEjRWeJCrze8",
                 *           "userHandle": "q83vEjRWeJCrze8",
                 *           "attestationObject": "q83vEjRWeJCrze8"
                 *         }
                 *       },
                 *       "deviceName": "Phone of Aisha"
                 *     }
                 */
                "application/json": {
                    credential: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        /** @default {} */
                        clientExtensionResults?: { [key: string]: unknown; };
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
                    /**
                     * Format: password
                     * @description Token of /auth/guest; that guest’s cart and profile join the account
                     */
                    guestToken?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["SignedIn"] | components["schemas"]["SecondFactorNeeded"]; }; };
            default: { content: { "application/problem+json": { code: "auth.blocked" | "auth.wrong_passkey" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Authenticate again with a passkey of this account */
    "accounts.stepUpByPasskey": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "credential": {
                 *         "id": "q83vEjRWeJCrze8",
                 *         "rawId": "q83vEjRWeJCrze8",
                 *         "type": "public-key",
                 *         "response": {
                 *           "clientDataJSON": "q83vEjRWeJCrze8",
                 *           "authenticatorData": "q83vEjRWeJCrze8",
                 *           "signature": "q83vEjRWeJCrze8",
                 *           "userHandle": "q83vEjRWeJCrze8",
                 *           "attestationObject": "q83vEjRWeJCrze8"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    credential: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        /** @default {} */
                        clientExtensionResults?: { [key: string]: unknown; };
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
            200: { content: { "application/json": { /** Format: date-time */ provedAt: string; }; }; };
            default: { content: { "application/problem+json": { code: "auth.wrong_passkey" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the tills, newest first, including revoked ones */
    "accounts.listTills": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Till"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Register a till */
    "accounts.registerTill": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Counter 1"
                 *     }
                 */
                "application/json": { name: string; };
            };
        };
        responses: {
            201: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        status: "waiting" | "paired" | "revoked";
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        pairedAt: string | null;
                        /** @description Time of the last sign-in on this till */
                        usedAt: string | null;
                        revokedAt: string | null;
                        /** Format: password */
                        pairingCode: string;
                        /** Format: date-time */
                        pairingExpiresAt: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Revoke a till */
    "accounts.revokeTill": {
        parameters: { path: { tillId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Till"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "till.not_found" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Pair this device with a registered till */
    "accounts.pairTill": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pairingCode": "4829 1307"
                 *     }
                 */
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
            200: {
                content: {
                    "application/json": {
                        till: { /** Format: uuid */ id: string; name: string; };
                        /**
                         * Format: password
                         * @description Absent when it is kept in a cookie
                         */
                        tillToken?: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "till.pairing_over" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Choose a PIN for this till */
    "accounts.setPin": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pin": "7294"
                 *     }
                 */
                "application/json": {
                    /** @description 4 to 8 digits */
                    pin: string;
                    /**
                     * Format: password
                     * @description The token from pairing; not needed if it is kept in the cookie
                     */
                    tillToken?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "till.staff_only" | "till.unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the staff with a PIN on this till */
    "accounts.operators": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tillToken": "pX3vUo1nT7aYw0sQ2kEd"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: password
                     * @description The token from pairing; not needed if it is kept in the cookie
                     */
                    tillToken?: string;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        till: { /** Format: uuid */ id: string; name: string; };
                        idleMinutes: number;
                        items: {
                            /** Format: uuid */
                            accountId: string;
                            name: string | null;
                            role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                            /** @description If false, a full sign-in is needed first */
                            usable: boolean;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "till.unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Sign in on this till with a PIN */
    "accounts.signInByPin": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accountId": "0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47",
                 *       "pin": "7294"
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    accountId: string;
                    /** @description 4 to 8 digits */
                    pin: string;
                    /**
                     * Format: password
                     * @description The token from pairing; not needed if it is kept in the cookie
                     */
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
            200: { content: { "application/json": components["schemas"]["SignedIn"] | components["schemas"]["SecondFactorNeeded"]; }; };
            default: { content: { "application/problem+json": { code: "auth.blocked" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "till.pin_over" | "till.unknown" | "till.wrong_pin" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Lock this till now */
    "accounts.lockTill": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Complete a sign-in with the second factor */
    "accounts.finishSignIn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "challenge": "pX3vUo1nT7aYw0sQ2kEd",
                 *       "method": "totp",
                 *       "code": "482913"
                 *     }
                 */
                "application/json": {
                    /** Format: password */
                    challenge: string;
                    method: "totp" | "sms" | "recovery";
                    code: string;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            kind: "customer" | "staff";
                            customerId: string | null;
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        session: { /** Format: uuid */ id: string; /** Format: date-time */ expiresAt: string; };
                        /** @constant */
                        tokenType?: "Bearer";
                        /**
                         * Format: password
                         * @description Absent for cookie sessions
                         */
                        accessToken?: string;
                        /** @description Seconds until the access token expires */
                        expiresIn: number;
                        /**
                         * Format: password
                         * @description Single-use: each refresh returns the next one
                         */
                        refreshToken?: string;
                        /** @description Shown once */
                        recoveryCodes?: string[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "auth.blocked" | "auth.challenge_over" | "auth.wrong_proof" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "till.unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Set up an authenticator during sign-in */
    "accounts.enrolAtSignIn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "challenge": "pX3vUo1nT7aYw0sQ2kEd"
                 *     }
                 */
                "application/json": { /** Format: password */ challenge: string; };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: password */
                        secret: string;
                        /**
                         * Format: password
                         * @description For a QR code
                         */
                        uri: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "auth.challenge_over" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Send a sign-in code by text message */
    "accounts.sendSmsAtSignIn": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "challenge": "pX3vUo1nT7aYw0sQ2kEd"
                 *     }
                 */
                "application/json": { /** Format: password */ challenge: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { /** @description The phone, masked */ sentTo: string; }; }; };
            default: { content: { "application/problem+json": { code: "auth.challenge_over" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "verification.address_limit" | "verification.budget_spent" | "verification.contact_limit" | "verification.cooling_down" | "verification.country_not_served" | "wrong_content_type"; }; }; };
        };
    };
    /** Start using a phone as second factor */
    "accounts.beginSms": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "9012 3456"
                 *     }
                 */
                "application/json": { /** @description In any common format; stored as E.164 */ phone: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { /** @description The phone, masked */ sentTo: string; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "verification.address_limit" | "verification.budget_spent" | "verification.contact_limit" | "verification.cooling_down" | "verification.country_not_served" | "wrong_content_type"; }; }; };
        };
    };
    /** Remove the phone as second factor */
    "accounts.removeSms": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "auth.mfa_required" | "auth.not_enrolled" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Confirm the phone with its code */
    "accounts.confirmSms": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "482913"
                 *     }
                 */
                "application/json": { code: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { /** @description Shown once */ recoveryCodes: string[]; }; }; };
            default: { content: { "application/problem+json": { code: "auth.not_enrolled" | "auth.wrong_proof" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Start setting up an authenticator */
    "accounts.beginTotp": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: password */
                        secret: string;
                        /**
                         * Format: password
                         * @description For a QR code
                         */
                        uri: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Remove the authenticator */
    "accounts.removeTotp": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "auth.mfa_required" | "auth.not_enrolled" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Confirm the authenticator with its first code */
    "accounts.confirmTotp": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "482913"
                 *     }
                 */
                "application/json": { code: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { /** @description Shown once */ recoveryCodes: string[]; }; }; };
            default: { content: { "application/problem+json": { code: "auth.not_enrolled" | "auth.wrong_proof" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Replace the recovery codes */
    "accounts.renewRecoveryCodes": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { /** @description Shown once */ recoveryCodes: string[]; }; }; };
            default: { content: { "application/problem+json": { code: "auth.not_enrolled" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Authenticate again */
    "accounts.stepUp": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "saffron kettle seventeen"
                 *     }
                 */
                "application/json": { /** Format: password */ password?: string; code?: string; smsCode?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { /** Format: date-time */ provedAt: string; }; }; };
            default: { content: { "application/problem+json": { code: "auth.wrong_proof" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Send a code to authenticate again */
    "accounts.sendStepUpCode": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { /** @description The phone, masked */ sentTo: string; }; }; };
            default: { content: { "application/problem+json": { code: "auth.no_phone" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "verification.address_limit" | "verification.budget_spent" | "verification.contact_limit" | "verification.cooling_down" | "verification.country_not_served" | "wrong_content_type"; }; }; };
        };
    };
    /** List the staff, including invited and disabled */
    "accounts.listStaff": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["StaffMember"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Invite a staff member */
    "accounts.inviteStaff": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "aisha@example.com",
                 *       "role": "cashier",
                 *       "locale": "ar"
                 *     }
                 */
                "application/json": {
                    email: string;
                    role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst";
                    name?: string;
                    locale?: "en" | "ar";
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["StaffMember"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "staff.beyond_your_role" | "staff.email_in_use" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Accept an invitation by choosing a password */
    "accounts.acceptInvitation": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "pX3vUo1nT7aYw0sQ2kEd",
                 *       "password": "saffron kettle seventeen",
                 *       "deviceName": "Phone of Aisha"
                 *     }
                 */
                "application/json": {
                    /** Format: password */
                    token: string;
                    /**
                     * Format: password
                     * @description 8 to 128 characters; easily guessed passwords are refused
                     */
                    password: string;
                    /**
                     * @default token
                     * @enum {string}
                     */
                    session?: "cookie" | "token";
                    /** @description Shown in the list of sessions */
                    deviceName?: string;
                    /**
                     * Format: password
                     * @description Token of /auth/guest; that guest’s cart and profile join the account
                     */
                    guestToken?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["SignedIn"] | components["schemas"]["SecondFactorNeeded"]; }; };
            default: { content: { "application/problem+json": { code: "auth.token_unusable" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Change the role of a staff member */
    "accounts.changeRole": {
        parameters: { path: { accountId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "cashier"
                 *     }
                 */
                "application/json": { role: "owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst"; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["StaffMember"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "staff.beyond_your_role" | "staff.last_owner" | "staff.not_found" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Disable a staff login */
    "accounts.disableStaff": {
        parameters: { path: { accountId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "staff.beyond_your_role" | "staff.last_owner" | "staff.not_found" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Enable a disabled login */
    "accounts.enableStaff": {
        parameters: { path: { accountId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["StaffMember"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "staff.beyond_your_role" | "staff.not_found" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Verify or change your phone or e-mail */
    "accounts.changeContact": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "9012 3456",
                 *       "verificationToken": "pX3vUo1nT7aYw0sQ2kEd"
                 *     }
                 */
                "application/json": {
                    /** @description If given, must match the verified contact; the same for the e-mail */
                    phone?: string;
                    email?: string;
                    /** Format: password */
                    verificationToken: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Done"]; }; };
            default: { content: { "application/problem+json": { code: "auth.account_exists" | "auth.blocked" | "auth.staff_have_none" | "customer.email_taken" | "customer.phone_taken" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "verification.token_invalid" | "wrong_content_type"; }; }; };
        };
    };
    /** Upgrade a guest or a stub to a full customer */
    "customers.upgrade": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "otpCode": "482913",
                 *       "email": "aisha@example.com"
                 *     }
                 */
                "application/json": {
                    /** Format: password */
                    verificationToken?: string;
                    /** @description The code of /customers/send-otp, instead of a token */
                    otpCode?: string;
                    /** @description The handle from `send-otp`; keeps the attempts of this customer apart from others */
                    handle?: string;
                    /** @description If given, must match the verified phone */
                    phone?: string;
                    firstName?: string;
                    lastName?: string;
                    /** @description The name in Arabic script */
                    name2?: string;
                    preferredName?: string;
                    email?: string;
                    locale?: "en" | "ar";
                    /** @description Any of `values`, `communication` and `quietHours`; other keys are values: `{ "folding": "hanger" }` */
                    preferences?: {
                        values?: { [key: string]: boolean | number | string; };
                        communication?: { [key: string]: { [key: string]: boolean | null; }; };
                        /** @description In the time zone of the business; 22:00 to 07:00 is the night */
                        quietHours?: { from: string; to: string; } | null;
                    } & { [key: string]: boolean | number | string; };
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Customer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.email_needed" | "customer.email_taken" | "customer.merged" | "customer.name_needed" | "customer.not_found" | "customer.phone_taken" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "preference.quiet_hours_empty" | "preference.unfit" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "upgrade.other_contact" | "verification.code_invalid" | "verification.token_invalid" | "wrong_content_type"; }; }; };
        };
    };
    /** Mark a customer’s phone or e-mail as verified */
    "accounts.verifyContact": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "otpCode": "482913"
                 *     }
                 */
                "application/json": {
                    /** Format: password */
                    verificationToken?: string;
                    /** @description The code of /customers/send-otp, instead of a token */
                    otpCode?: string;
                    /** @description The handle from `send-otp`; keeps the attempts of this customer apart from others */
                    handle?: string;
                    /** @description If given, must match the verified contact; the same for the e-mail */
                    phone?: string;
                    email?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Customer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.email_taken" | "customer.merged" | "customer.name_needed" | "customer.not_found" | "customer.phone_taken" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "upgrade.other_contact" | "verification.code_invalid" | "verification.token_invalid" | "wrong_content_type"; }; }; };
        };
    };
    /** Mark my phone or e-mail as verified */
    "accounts.verifyOwnContact": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "otpCode": "482913"
                 *     }
                 */
                "application/json": {
                    /** Format: password */
                    verificationToken?: string;
                    /** @description The code of /customers/send-otp, instead of a token */
                    otpCode?: string;
                    /** @description The handle from `send-otp`; keeps the attempts of this customer apart from others */
                    handle?: string;
                    /** @description If given, must match the verified contact; the same for the e-mail */
                    phone?: string;
                    email?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["OwnProfile"]; }; };
            default: { content: { "application/problem+json": { code: "customer.email_taken" | "customer.login_needed" | "customer.phone_taken" | "customer.wrong_status" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "upgrade.other_contact" | "verification.code_invalid" | "verification.token_invalid" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the current login */
    "accounts.me": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            kind: "customer" | "staff";
                            role: ("owner" | "admin" | "manager" | "cashier" | "privacy-officer" | "analyst") | null;
                        };
                        name: string | null;
                        customer: { id: string; number: string; displayName: string | null; type: string; } | null;
                        email: string | null;
                        emailVerified: boolean;
                        /** @description If false, the e-mail signs in by codes only */
                        hasPassword: boolean;
                        /** @description The verified phone that signs in to this account */
                        phone: string | null;
                        /**
                         * @description The rule of the business for unconfirmed e-mails
                         * @enum {string}
                         */
                        emailVerification: "done" | "off" | "remind" | "before_checkout";
                        secondFactors: ("totp" | "sms")[];
                        recoveryCodesLeft: number;
                        may: ("settings:manage" | "keys:manage" | "customers:read" | "customers:write" | "customers:contacts" | "customers:reveal" | "customers:deactivate" | "customers:history" | "customers:export" | "customers:import" | "customers:statistics" | "views:share" | "addresses:read" | "addresses:write" | "messages:manage" | "consents:manage" | "consents:relay" | "customers:merge" | "staff:manage" | "staff:owners" | "tills:manage" | "duplicates:read" | "duplicates:decide" | "orders:read" | "orders:write" | "notes:read" | "events:manage" | "loyalty:read" | "loyalty:write" | "loyalty:manage" | "plans:read" | "plans:write" | "plans:manage" | "segments:read" | "segments:tag" | "segments:manage" | "privacy:read" | "privacy:manage" | "privacy:acknowledge" | "webhooks:read" | "webhooks:manage" | "audit:read" | "jobs:run" | "assistants:use" | "assistants:confirm")[];
                        /** Format: date-time */
                        provedAt: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Report that someone else used your login */
    "accounts.reportTakeover": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { /** @description Sessions that were ended */ ended: number; }; }; };
            default: { content: { "application/problem+json": { code: "auth.staff_have_none" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the logins of a customer */
    "accounts.accountsOfCustomer": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            status: "invited" | "active" | "disabled";
                            /** Format: date-time */
                            createdAt: string;
                            signedInAt: string | null;
                            credentials: {
                                /**
                                 * @description `email`: codes by e-mail, without a password
                                 * @enum {string}
                                 */
                                kind: "password" | "email" | "phone" | "oidc" | "passkey";
                                /** @description E-mail or phone; masked without `customers:contacts` */
                                login: string | null;
                                proved: boolean;
                            }[];
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the sessions of a customer */
    "accounts.sessionsOfCustomer": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            accountId: string;
                            carriedBy: "cookie" | "token";
                            signedInWith: string;
                            secondFactor: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            usedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            ip: string | null;
                            userAgent: string | null;
                            deviceName: string | null;
                            /** @description The device and place of this session cannot be read */
                            damaged: boolean;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Sign a customer out everywhere */
    "accounts.endCustomerSessions": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The phone was stolen"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                    /** @description Another person used a login of the customer: told as an event, and counted in the figures */
                    takeover?: boolean;
                };
            };
        };
        responses: {
            200: { content: { "application/json": { ended: number; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Sign a customer out of one device */
    "accounts.endCustomerSession": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; sessionId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The phone was stolen"
                 *     }
                 */
                "application/json": { reason?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { ended: number; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.session_not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Link a login of another system */
    "accounts.linkLogin": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "system": "better-auth",
                 *       "subject": "u_8f2k1c",
                 *       "firstName": "Aisha",
                 *       "lastName": "Al Balushi",
                 *       "locale": "ar",
                 *       "phone": "9012 3456",
                 *       "email": "aisha@example.com"
                 *     }
                 */
                "application/json": {
                    /** @description The system with the login; another name is another login */
                    system: string;
                    /** @description The id of the login there, which never changes */
                    subject: string;
                    firstName?: string;
                    lastName?: string;
                    /** @description The name in Arabic script */
                    name2?: string;
                    locale?: "en" | "ar";
                    /** @description In any common format; stored as E.164 */
                    phone?: string;
                    /** @default false */
                    phoneVerified?: boolean;
                    email?: string;
                    /** @default false */
                    emailVerified?: boolean;
                    /**
                     * Format: password
                     * @description Token of /auth/guest; that guest’s cart and profile join the customer
                     */
                    guestToken?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": { customerId: string; }; }; };
            default: { content: { "application/problem+json": { code: "auth.blocked" | "auth.link_needs_key" | "auth.system_taken" | "customer.email_taken" | "customer.phone_taken" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Count sign-ins by day, and failed attempts by reason */
    "accounts.signInsByDay": {
        parameters: {
            query?: {
                /** @description The first day; by default 29 days before the last */
                from?: string;
                /** @description The last day; default today */
                to?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description When it was counted
                         */
                        asOf: string;
                        /** @description False while customers from before there were figures are still counted */
                        exact: boolean;
                        byFactor: { [key: string]: number; };
                        /** @description Failed attempts to register, sign in or verify a code, by error code and in words; `lock_out` by the limit that was reached */
                        refused: {
                            way: "registration" | "password" | "phone" | "email" | "oidc" | "passkey" | "pin" | "second_factor" | "step_up" | "code" | "lock_out";
                            reason: string;
                            said: string;
                            tries: number;
                        }[];
                        days: { /** Format: date */ day: string; customers: number; staff: number; }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Find the customers that a new or changed one probably is */
    "duplicates.match": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Aisha",
                 *       "lastName": "Al Balushi",
                 *       "phone": "9012 3456",
                 *       "address": "Villa 12, Way 3021",
                 *       "except": "cust_0198c0de7a317c549e0b3f1d5a2b8c47"
                 *     }
                 */
                "application/json": {
                    firstName?: string;
                    lastName?: string;
                    name2?: string;
                    phone?: string;
                    email?: string;
                    birthDate?: string;
                    companyName?: string;
                    address?: string;
                    city?: string;
                    /** @description The customer that is being changed */
                    except?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["DuplicateMatch"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List likely duplicates, the likeliest first */
    "duplicates.list": {
        parameters: {
            query?: {
                state?: "open" | "put_off" | "accepted" | "rejected" | "family";
                /** @description cust_ and 32 hex digits */
                customerId?: string;
                cursor?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["DuplicateSuggestion"][];
                        nextCursor: string | null;
                        /** @description Customers that are still to be looked at */
                        waiting: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Explain how alike any two customers are */
    "duplicates.explain": {
        parameters: {
            query: {
                /** @description cust_ and 32 hex digits */
                one: string;
                /** @description cust_ and 32 hex digits */
                other: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** @description In bits: above 0 it is likelier that both are one person */
                        score: number;
                        probability: number;
                        /** @description How likely any two customers are one person */
                        beforehand: number;
                        /** @description Taken away, because people of one household share it as well */
                        household: number;
                        reasons: {
                            field: "firstName" | "lastName" | "birthDate" | "phone" | "email" | "companyName" | "address" | "city";
                            /**
                             * @description `missing` says nothing either way
                             * @enum {string}
                             */
                            level: "different" | "weak" | "initial" | "part" | "near" | "slip" | "sounds" | "same" | "some" | "half" | "most" | "nearly" | "begins" | "year" | "partly" | "turned" | "tail" | "formerly" | "local" | "domain" | "swapped" | "missing";
                            bits: number;
                        }[];
                        /** @description Speaks against it at any score: never merged automatically */
                        vetoes: ("birth_dates_differ" | "verified_phones_differ")[];
                        /** @description Unknown of one of the two; so much would it say if it were the same */
                        wouldDecide: {
                            field: "firstName" | "lastName" | "birthDate" | "phone" | "email" | "companyName" | "address" | "city";
                            bits: number;
                        }[];
                        /** @description 0: nothing was learned yet */
                        modelVersion: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Count likely duplicates and how often they were right */
    "duplicates.statistics": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        waiting: number;
                        states: { [key: string]: number; };
                        /** @description How many the list of open ones has */
                        listed: number;
                        /** @description From decisions of the business, with the interval of 95 %; null without any */
                        precision: {
                            decided: number;
                            /** @description Of one */
                            estimate: number;
                            /** @description Of one */
                            low: number;
                            /** @description Of one */
                            high: number;
                        } | null;
                        /** @description What more than `cap` customers have in common brings none of them together: so many such things there are, and so many customers share the most frequent one. They may meet in something else. */
                        leftOut: { cap: number; blocks: number; largest: number; };
                        threshold: number;
                        /** @description How many would be shown at other thresholds */
                        thresholds: { threshold: number; open: number; expectedWrong: number; }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read how duplicates are found */
    "duplicates.settings": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /**
                         * @description In bits; null: the one found from the data
                         * @default null
                         */
                        threshold: number | null;
                        /** @default false */
                        autoMerge: boolean;
                        /**
                         * @description In bits
                         * @default 20
                         */
                        autoMergeFrom: number;
                        /**
                         * @default weigh
                         * @enum {string}
                         */
                        differentBirthDates: "weigh" | "never_merge";
                        /**
                         * @default weigh
                         * @enum {string}
                         */
                        differentVerifiedPhones: "weigh" | "never_merge";
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change how duplicates are found */
    "duplicates.changeSettings": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "threshold": 3
                 *     }
                 */
                "application/json": {
                    /** @description In bits; null: the one found from the data */
                    threshold?: number | null;
                    autoMerge?: boolean;
                    /** @description In bits */
                    autoMergeFrom?: number;
                    differentBirthDates?: "weigh" | "never_merge";
                    differentVerifiedPhones?: "weigh" | "never_merge";
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /**
                         * @description In bits; null: the one found from the data
                         * @default null
                         */
                        threshold: number | null;
                        /** @default false */
                        autoMerge: boolean;
                        /**
                         * @description In bits
                         * @default 20
                         */
                        autoMergeFrom: number;
                        /**
                         * @default weigh
                         * @enum {string}
                         */
                        differentBirthDates: "weigh" | "never_merge";
                        /**
                         * @default weigh
                         * @enum {string}
                         */
                        differentVerifiedPhones: "weigh" | "never_merge";
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List what was learned, newest first */
    "duplicates.models": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["DuplicateModel"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Use an earlier model; 0 is the usual one */
    "duplicates.activate": {
        parameters: { path: { version: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["DuplicateModel"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "duplicate.model_not_found" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the batches of merges, newest first */
    "duplicates.batches": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["DuplicateBatch"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Merge the likeliest duplicates at once */
    "duplicates.mergeBatch": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": 20
                 *     }
                 */
                "application/json": { /** @description The least score, in bits */ from: number; };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["DuplicateBatch"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Undo the merges of a batch */
    "duplicates.undoBatch": {
        parameters: { path: { batchId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["DuplicateBatch"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "duplicate.batch_not_found" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read one likely duplicate, explained */
    "duplicates.get": {
        parameters: { path: { suggestionId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["DuplicateSuggestion"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "duplicate.not_found" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Merge two likely duplicates */
    "duplicates.accept": {
        parameters: { path: { suggestionId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "One person with two phones"
                 *     }
                 */
                "application/json": {
                    /** @description The survivor */
                    into?: string;
                    /** @default {} */
                    choices?: { [key: string]: "from" | "into"; };
                    reason?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Merge"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.last_verified_contact" | "customer.not_found" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "duplicate.already_decided" | "duplicate.not_found" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "merge.already_merged" | "merge.same_person" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Say that two customers are different people */
    "duplicates.reject": {
        parameters: { path: { suggestionId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "because": "family"
                 *     }
                 */
                "application/json": {
                    /**
                     * @default different
                     * @enum {string}
                     */
                    because?: "different" | "family";
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["DuplicateSuggestion"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "duplicate.already_decided" | "duplicate.not_found" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Decide about two customers later */
    "duplicates.putOff": {
        parameters: { path: { suggestionId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "2026-12-24"
                 *     }
                 */
                "application/json": { /** @description By default in a week */ to?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["DuplicateSuggestion"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "duplicate.already_decided" | "duplicate.not_found" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Reopen a decision that merged nothing */
    "duplicates.reopen": {
        parameters: { path: { suggestionId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["DuplicateSuggestion"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "duplicate.already_decided" | "duplicate.not_found" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read all customers that are probably one person with these two */
    "duplicates.group": {
        parameters: { path: { suggestionId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["DuplicateGroup"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "duplicate.not_found" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Merge a whole group into its first customer */
    "duplicates.mergeGroup": {
        parameters: { path: { suggestionId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customers": [
                 *         {
                 *           "id": "cust_0198c0df1b4e7a209d6c2e8f7a104b35",
                 *           "version": 3
                 *         },
                 *         {
                 *           "id": "cust_0198c0de7a317c549e0b3f1d5a2b8c47",
                 *           "version": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The group as it was shown, the survivor first; refused where one has changed since */
                    customers: { /** @description cust_ and 32 hex digits */ id: string; version: number; }[];
                    /** @description The customer whose value of a field the survivor gets */
                    choices?: { [key: string]: string; };
                    /**
                     * @description Answers what would move, and merges nothing
                     * @default false
                     */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["DuplicateGroupMerge"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "duplicate.group_changed" | "duplicate.not_found" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List merges that no longer look right */
    "duplicates.doubts": {
        parameters: { query?: { /** @description The survivor */ customerId?: string; limit?: string; cursor?: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["DoubtedMerge"][]; nextCursor: string | null; }; }; };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Say that a merge is right all the same */
    "duplicates.keep": {
        parameters: { path: { mergeId: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["DoubtedMerge"][]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "duplicate.merge_not_doubted" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Place or record an order */
    "orders.place": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contact": {
                 *         "phone": "9012 3456",
                 *         "firstName": "Noor"
                 *       },
                 *       "total": 4250,
                 *       "lines": [
                 *         {
                 *           "sku": "THOBE-WASH",
                 *           "name": "Thobe, washed",
                 *           "category": "laundry",
                 *           "quantity": 2,
                 *           "amount": 4250
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description For staff and API keys */
                    customerId?: string;
                    /** @description For visitors; staff and API keys may give it instead of the customer */
                    contact?: {
                        /** @description Required from visitors; staff and API keys may give an e-mail instead */
                        phone?: string;
                        firstName?: string;
                        lastName?: string;
                        name2?: string;
                        locale?: "en" | "ar";
                        email?: string;
                    };
                    /** @description For API keys: the system that the order comes from. The first API key that names it owns it. */
                    source?: string;
                    /** @description Its name in the system that it comes from; unique there */
                    externalId?: string;
                    /** @description Such as `web`, `app`, `till`; by default where it was placed */
                    channel?: string;
                    /** @description By default the reporting currency */
                    currency?: string;
                    /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                    total: number;
                    /** @description Of another currency: without it the order is kept and does not count */
                    rate?: string;
                    /**
                     * @description `cod`: cash on delivery
                     * @enum {string}
                     */
                    payment?: "cod" | "cash" | "card" | "transfer" | "wallet" | "other";
                    placedAt?: string;
                    lines?: {
                        /** @default null */
                        sku?: string | null;
                        name?: string | null;
                        /** @default null */
                        category?: string | null;
                        /** @default 1 */
                        quantity?: number;
                        /** @description Of the whole line, in minor units */
                        amount: number;
                        /** @default {} */
                        data?: { [key: string]: unknown; };
                    }[];
                    delivery?: {
                        /** @description One that the customer has saved */
                        addressId?: string;
                        /** @description Or where to, as text */
                        to?: string;
                    };
                    note?: string;
                    /** @default {} */
                    data?: { [key: string]: unknown; };
                    /**
                     * Format: password
                     * @description Verifies the phone; see docs/proofs.md
                     */
                    verificationToken?: string;
                    /** @description Or the code itself */
                    otpCode?: string;
                    /** @description Of the code, as `send-otp` answered it */
                    handle?: string;
                    /**
                     * Format: password
                     * @description Verifies the e-mail that a visitor gives
                     */
                    emailToken?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["RecordedOrder"]; }; };
            default: { content: { "application/problem+json": { code: "address.not_found" | "auth.blocked" | "customer.merged" | "customer.name_needed" | "customer.not_found" | "customer.phone_needed" | "customer.restricted" | "customer.wrong_status" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "order.cod_needs_phone" | "order.contact_needed" | "order.email_unconfirmed" | "order.external_id_taken" | "order.for_oneself" | "order.source_for_keys" | "order.source_taken" | "outcome_unknown" | "overloaded" | "record_damaged" | "tenant_needed" | "tenant_unknown" | "too_large" | "too_many_requests" | "unauthenticated" | "upgrade.other_contact" | "verification.code_invalid" | "verification.token_invalid" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the currency in which this business counts */
    "orders.readCurrency": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** @description The reporting currency */
                        currency: string;
                        /** @description How many decimals its amounts have */
                        decimals: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read one order */
    "orders.get": {
        parameters: { path: { /** @description ord_ and 32 hex digits */ orderId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Order"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "order.not_found" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the orders of a customer */
    "orders.listOfCustomer": {
        parameters: {
            query?: {
                state?: "placed" | "paid" | "delivered" | "refunded" | "cancelled";
                limit?: number;
                cursor?: string;
            };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["Order"][];
                        nextCursor: string | null;
                        total: number;
                        /** @description The reporting currency */
                        currency: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "cursor_expired" | "cursor_invalid" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List my orders */
    "orders.listOwn": {
        parameters: {
            query?: {
                state?: "placed" | "paid" | "delivered" | "refunded" | "cancelled";
                limit?: number;
                cursor?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnOrder"][];
                        nextCursor: string | null;
                        total: number;
                        /** @description The reporting currency */
                        currency: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Record that an order was paid */
    "orders.pay": {
        parameters: { path: { /** @description ord_ and 32 hex digits */ orderId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2025-01-15T09:30:00Z"
                 *     }
                 */
                "application/json": { /** @description By default now */ at?: string; note?: string; };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["RecordedOrder"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "order.already_done" | "order.not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Record that an order was delivered */
    "orders.deliver": {
        parameters: { path: { /** @description ord_ and 32 hex digits */ orderId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2025-01-15T09:30:00Z"
                 *     }
                 */
                "application/json": { /** @description By default now */ at?: string; note?: string; };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["RecordedOrder"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "order.already_done" | "order.not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Record that an order was cancelled */
    "orders.cancel": {
        parameters: { path: { /** @description ord_ and 32 hex digits */ orderId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2025-01-15T09:30:00Z"
                 *     }
                 */
                "application/json": {
                    /** @description By default now */
                    at?: string;
                    note?: string;
                    /**
                     * @description `refused_at_door`: brought, and not taken; with cash on delivery that is remembered
                     * @default other
                     * @enum {string}
                     */
                    reason?: "customer" | "business" | "refused_at_door" | "not_paid" | "other";
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["RecordedOrder"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "order.already_done" | "order.not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Record a refund, of all or a part */
    "orders.refund": {
        parameters: { path: { /** @description ord_ and 32 hex digits */ orderId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2025-01-15T09:30:00Z",
                 *       "amount": 1400,
                 *       "lines": [
                 *         {
                 *           "position": 1,
                 *           "amount": 1400
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description By default now */
                    at?: string;
                    note?: string;
                    /** @description By default all that is left */
                    amount?: number;
                    reason?: string;
                    /** @description Which lines it is for; together at most the amount */
                    lines?: {
                        position: number;
                        /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["RecordedOrder"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "order.not_found" | "order.refund_too_large" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read what is odd about a customer */
    "orders.signals": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": { items: { code: string; text: string; }[]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read a customer with addresses and orders */
    "orders.whole": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["WholeCustomer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the payment methods of a customer */
    "orders.listPaymentMethods": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["PaymentMethod"][]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Add a payment method */
    "orders.addPaymentMethod": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "thawani",
                 *       "token": "card_9f2c",
                 *       "brand": "Visa",
                 *       "lastFour": "4242",
                 *       "expiryMonth": 4,
                 *       "expiryYear": 2029
                 *     }
                 */
                "application/json": {
                    /** @description Who keeps the card */
                    provider: string;
                    /** @description The provider’s own name of the card, never its number */
                    token: string;
                    brand: string;
                    lastFour: string;
                    expiryMonth: number;
                    expiryYear: number;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["PaymentMethod"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "payment_method.too_many" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Remove a payment method */
    "orders.removePaymentMethod": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description pm_ and 32 hex digits */
                paymentMethodId: string;
            };
        };
        responses: {
            200: { content: { "application/json": { /** @constant */ done: true; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "payment_method.not_found" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List my payment methods */
    "orders.listOwnPaymentMethods": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["PaymentMethod"][]; }; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Remove a payment method of mine */
    "orders.removeOwnPaymentMethod": {
        parameters: { path: { /** @description pm_ and 32 hex digits */ paymentMethodId: string; }; };
        responses: {
            200: { content: { "application/json": { /** @constant */ done: true; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "payment_method.not_found" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the systems that orders, events and logins come from */
    "orders.listSources": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: { source: string; owner: string; /** Format: date-time */ claimedAt: string; }[]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Let another API key own a source */
    "orders.releaseSource": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "foodics"
                 *     }
                 */
                "application/json": { source: string; reason?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { /** @constant */ done: true; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read how orders are counted */
    "orders.readSettings": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** @description The reporting currency */
                        currency: string;
                        /** @description Null: that of the country */
                        ownCurrency: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Decide how orders are counted */
    "orders.changeSettings": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currency": "OMR"
                 *     }
                 */
                "application/json": {
                    /** @description The reporting currency; not changed any more once an order counts */
                    currency?: string;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** @description The reporting currency */
                        currency: string;
                        /** @description Null: that of the country */
                        ownCurrency: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "order.currency_in_use" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the events since a position or a time */
    "webhooks.listEvents": {
        parameters: {
            query?: {
                /** @description A position from `next`, or a time; by default the first event that is kept */
                since?: string;
                /** @description Types, separated by commas; by default all */
                types?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            /** @description The same in webhooks and streams, and at each attempt: a receiver that knows it already has the event */
                            id: string;
                            type: string;
                            /** Format: date-time */
                            timestamp: string;
                            /** @description Ids and facts, as /schemas/events/{type}.json has it */
                            data: { [key: string]: unknown; };
                            position: number;
                        }[];
                        /** @description The position to go on from */
                        next: number;
                        more: boolean;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Send events of another system */
    "incoming.receive": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "specversion": "1.0",
                 *       "id": "7301",
                 *       "source": "/shop/muscat",
                 *       "type": "OrderPaid",
                 *       "time": "2025-01-15T09:30:00Z",
                 *       "data": {
                 *         "orderId": "A-17"
                 *       }
                 *     }
                 */
                "application/cloudevents+json": {
                    /** @constant */
                    specversion: "1.0";
                    id: string;
                    source: string;
                    type: string;
                    time?: string;
                    subject?: string | null;
                    datacontenttype?: string | null;
                    dataschema?: string | null;
                    data?: unknown;
                };
                /**
                 * @example [
                 *       {
                 *         "specversion": "1.0",
                 *         "id": "7301",
                 *         "source": "/shop/muscat",
                 *         "type": "OrderPaid",
                 *         "time": "2025-01-15T09:30:00Z",
                 *         "data": {
                 *           "orderId": "A-17"
                 *         }
                 *       }
                 *     ]
                 */
                "application/cloudevents-batch+json": {
                    /** @constant */
                    specversion: "1.0";
                    id: string;
                    source: string;
                    type: string;
                    time?: string;
                    subject?: string | null;
                    datacontenttype?: string | null;
                    dataschema?: string | null;
                    data?: unknown;
                }[];
                /**
                 * @example {
                 *       "orderId": "A-17"
                 *     }
                 */
                "application/json": { [key: string]: unknown; };
            };
        };
        responses: {
            200: { content: { "application/json": { results: components["schemas"]["EventResult"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "event.content_changed" | "event.type_unknown" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "order.source_for_keys" | "order.source_taken" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List events that could not be carried out */
    "incoming.listParked": {
        parameters: { query?: { state?: "parked" | "waiting"; limit?: number; cursor?: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedEvent"][];
                        nextCursor: string | null;
                        total: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read an event that could not be carried out */
    "incoming.getParked": {
        parameters: { path: { parkedId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["WholeParkedEvent"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "event.parked_not_found" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Correct what an event says, and carry it out */
    "incoming.correctParked": {
        parameters: { path: { parkedId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "orderId": "A-17"
                 *       }
                 *     }
                 */
                "application/json": { data: { [key: string]: unknown; }; };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        result: "done" | "waiting" | "parked";
                        reason: { code: string; text: string; } | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "event.damaged" | "event.parked_not_found" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Try once more to carry out an event */
    "incoming.replayParked": {
        parameters: { path: { parkedId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        result: "done" | "waiting" | "parked";
                        reason: { code: string; text: string; } | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "event.damaged" | "event.parked_not_found" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Try once more to carry out all events that wait */
    "incoming.replayAll": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { done: number; left: number; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Drop an event that shall not be carried out */
    "incoming.dropParked": {
        parameters: { path: { parkedId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "It was sent to try the connection."
                 *     }
                 */
                "application/json": { reason: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { /** @constant */ done: true; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "event.parked_not_found" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the interactions of a customer */
    "incoming.listInteractions": {
        parameters: {
            query?: { kind?: "ticket" | "review"; limit?: number; cursor?: string; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["Interaction"][];
                        nextCursor: string | null;
                        total: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "cursor_expired" | "cursor_invalid" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Record a support case of a customer */
    "incoming.addInteraction": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "whatsapp",
                 *       "text": "The shirts were not clean."
                 *     }
                 */
                "application/json": {
                    channel?: string;
                    category?: string;
                    subject?: string;
                    text?: string;
                    /**
                     * @description Where it is not given, a list of words decides
                     * @enum {string}
                     */
                    sentiment?: "positive" | "neutral" | "negative";
                    externalId?: string;
                    at?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Interaction"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read what a customer is interested in */
    "incoming.listInterests": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Interest"][]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the points and the tier of a customer */
    "loyalty.account": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["LoyaltyAccount"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the ledger of a customer’s points */
    "loyalty.listEntries": {
        parameters: {
            query?: { limit?: number; cursor?: string; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["LoyaltyEntry"][]; nextCursor: string | null; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "cursor_expired" | "cursor_invalid" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the points of a customer at a time */
    "loyalty.balanceAt": {
        parameters: {
            query?: { /** @description By default now */ at?: string; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        balance: number;
                        pending: number;
                        reserved: number;
                        debt: number;
                        /** @description The entry that made it so; null: there was none yet */
                        since: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Explain the tier and the points of a customer */
    "loyalty.explain": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        tier: components["schemas"]["Explained"];
                        points: components["schemas"]["Explained"];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Give or take points by hand */
    "loyalty.adjust": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "points": 25,
                 *       "reason": "Sorry for the wait"
                 *     }
                 */
                "application/json": { points: number; reason: string; };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["LoyaltyAccount"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "loyalty.not_enough" | "loyalty.too_many" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Ask what an order would earn, and what may be redeemed for it */
    "loyalty.quote": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "cust_0198c0de7a317c549e0b3f1d5a2b8c47",
                 *       "total": 12000,
                 *       "lines": [
                 *         {
                 *           "category": "coffee",
                 *           "amount": 4000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description cust_ and 32 hex digits */
                    customerId: string;
                    /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                    total: number;
                    /** @description ISO 4217 */
                    currency?: string;
                    /** @description Units of the reporting currency for one unit of this one */
                    rate?: string;
                    /** @default [] */
                    lines?: {
                        /** @default null */
                        sku?: string | null;
                        /** @default null */
                        category?: string | null;
                        /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["LoyaltyQuote"]; }; };
            default: { content: { "application/problem+json": { code: "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Redeem points, or reserve them */
    "loyalty.redeem": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "points": 100
                 *     }
                 */
                "application/json": {
                    points: number;
                    /** @description A refund of this order gives back what was redeemed for it */
                    orderId?: string;
                    hold?: boolean;
                    /** @description The proof of the phone; see docs/proofs.md */
                    verificationToken?: string;
                    card?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Redemption"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "loyalty.card_invalid" | "loyalty.card_used" | "loyalty.confirmation_needed" | "loyalty.not_enough" | "loyalty.order_over" | "loyalty.proof_of_another" | "loyalty.too_few" | "loyalty.worth_more_than_order" | "malformed_address" | "malformed_json" | "order.not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "verification.token_invalid" | "wrong_content_type"; }; }; };
        };
    };
    /** Spend reserved points */
    "loyalty.capture": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description rdm_ and 32 hex digits */
                redemptionId: string;
            };
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "points": 100
                 *     }
                 */
                "application/json": { points?: number; /** @description ord_ and 32 hex digits */ orderId?: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Redemption"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "loyalty.more_than_reserved" | "loyalty.order_over" | "loyalty.redemption_closed" | "loyalty.redemption_not_found" | "loyalty.reservation_over" | "loyalty.worth_more_than_order" | "malformed_address" | "malformed_json" | "order.not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Give reserved points back */
    "loyalty.release": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description rdm_ and 32 hex digits */
                redemptionId: string;
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Redemption"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "loyalty.redemption_closed" | "loyalty.redemption_not_found" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Let this till redeem points of a customer while it is offline */
    "loyalty.grantOffline": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            201: { content: { "application/json": components["schemas"]["OfflineGrant"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "loyalty.till_needed" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Settle points that a till redeemed while it was offline */
    "loyalty.settleOffline": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "redemptionId": "0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47",
                 *       "snapshot": "eyJhbGciOiJraXRoLW1hYyJ9.eyJwb2ludHMiOjEwMH0.c2lnbmVk",
                 *       "points": 1,
                 *       "at": "2025-01-15T09:30:00Z"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Drawn by the till
                     */
                    redemptionId: string;
                    snapshot: string;
                    points: number;
                    at: string;
                    /** @description A refund of this order gives back what was redeemed for it */
                    orderId?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Redemption"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "loyalty.offline_allowance_spent" | "loyalty.snapshot_invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read my points and my tier */
    "loyalty.own": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["LoyaltyAccount"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List where my points come from and went */
    "loyalty.ownEntries": {
        parameters: { query?: { limit?: number; cursor?: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnLoyaltyEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Make a card that proves at the counter who I am */
    "loyalty.card": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: password */
                        card: string;
                        /** Format: date-time */
                        expiresAt: string;
                        expiresInSeconds: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read how points are earned and redeemed */
    "loyalty.readRules": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        version: number;
                        since: string | null;
                        by: string | null;
                        currency: string;
                        rules: components["schemas"]["PointRules"];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Decide how points are earned and redeemed */
    "loyalty.changeRules": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "earn": {
                 *         "points": 1,
                 *         "per": 1000
                 *       },
                 *       "multipliers": {
                 *         "tiers": {
                 *           "gold": "2"
                 *         },
                 *         "categories": {
                 *           "coffee": "1.5"
                 *         },
                 *         "days": {
                 *           "fri": "2"
                 *         }
                 *       },
                 *       "welcome": 50
                 *     }
                 */
                "application/json": {
                    /** @description So many points for each such amount, in minor units of the reporting currency */
                    earn?: {
                        points: number;
                        /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                        per: number;
                    };
                    /** @description An order below this earns nothing */
                    minimum?: number;
                    /**
                     * @description Of the whole order, once
                     * @enum {string}
                     */
                    rounding?: "down" | "nearest" | "up";
                    multipliers?: {
                        tiers: { [key: string]: string; };
                        categories: { [key: string]: string; };
                        days: { [key: string]: string; };
                    };
                    /** @description The most that the orders of one day earn a customer */
                    capPerDay?: number | null;
                    /** @description With the first order */
                    welcome?: number;
                    /** @description Once a year, with the first order in the week of the birthday */
                    birthday?: number;
                    /** @description So many points are worth such an amount; `least`: fewer are not redeemed */
                    redeem?: {
                        points: number;
                        /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                        amount: number;
                        least: number;
                    };
                    /** @description Null: points do not end */
                    expiresAfterMonths?: number | null;
                    /**
                     * @description When the points of an order can be spent; `return_window`: so many days after it was placed
                     * @enum {string}
                     */
                    pendingUntil?: "at_once" | "delivered" | "return_window";
                    returnWindowDays?: number;
                    /** @description Points of a customer without a verified phone or e-mail stay pending until one is verified */
                    provedOnly?: boolean;
                    /** @description Redeeming more wants a code or the member’s card. Null: never */
                    confirmAbove?: number | null;
                    reservationMinutes?: number;
                    /** @description How many points of a customer all tills together may redeem while they are offline */
                    offlineAllowance?: number;
                    /** @description How long ahead the end of points is announced */
                    announceDays?: number;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        version: number;
                        since: string | null;
                        by: string | null;
                        currency: string;
                        rules: components["schemas"]["PointRules"];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** List the decisions about points */
    "loyalty.listRules": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            version: number;
                            since: string | null;
                            by: string | null;
                            currency: string;
                            rules: components["schemas"]["PointRules"];
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the tiers */
    "loyalty.readTiers": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        version: number;
                        since: string | null;
                        by: string | null;
                        currency: string;
                        rules: components["schemas"]["TierProgram"];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Decide about the tiers */
    "loyalty.changeTiers": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tiers": [
                 *         {
                 *           "key": "silver",
                 *           "name": {
                 *             "en": "Silver",
                 *             "ar": "فضية"
                 *           },
                 *           "from": 0
                 *         },
                 *         {
                 *           "key": "gold",
                 *           "name": {
                 *             "en": "Gold",
                 *             "ar": "ذهبية"
                 *           },
                 *           "from": 500000
                 *         }
                 *       ],
                 *       "graceDays": 60
                 *     }
                 */
                "application/json": {
                    tiers?: {
                        key: string;
                        name: { en: string; ar: string; };
                        /** @description What twelve months of spending reach it, in minor units of the reporting currency */
                        from: number;
                    }[];
                    /**
                     * @description How far one falls at a review
                     * @enum {string}
                     */
                    downgrade?: "one_step" | "by_value";
                    /** @description How long a tier is kept after a review found too little; it is announced when that begins */
                    graceDays?: number;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        version: number;
                        since: string | null;
                        by: string | null;
                        currency: string;
                        rules: components["schemas"]["TierProgram"];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Try other rules on the orders of the last days */
    "loyalty.simulate": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rules": {
                 *         "earn": {
                 *           "points": 2,
                 *           "per": 1000
                 *         }
                 *       },
                 *       "days": 90
                 *     }
                 */
                "application/json": {
                    rules: {
                        /** @description So many points for each such amount, in minor units of the reporting currency */
                        earn?: {
                            points: number;
                            /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                            per: number;
                        };
                        /** @description An order below this earns nothing */
                        minimum?: number;
                        /**
                         * @description Of the whole order, once
                         * @enum {string}
                         */
                        rounding?: "down" | "nearest" | "up";
                        multipliers?: {
                            tiers: { [key: string]: string; };
                            categories: { [key: string]: string; };
                            days: { [key: string]: string; };
                        };
                        /** @description The most that the orders of one day earn a customer */
                        capPerDay?: number | null;
                        /** @description With the first order */
                        welcome?: number;
                        /** @description Once a year, with the first order in the week of the birthday */
                        birthday?: number;
                        /** @description So many points are worth such an amount; `least`: fewer are not redeemed */
                        redeem?: {
                            points: number;
                            /** @description In minor units: 1.400 OMR is 1400, 12.50 USD is 1250, 300 JPY is 300 */
                            amount: number;
                            least: number;
                        };
                        /** @description Null: points do not end */
                        expiresAfterMonths?: number | null;
                        /**
                         * @description When the points of an order can be spent; `return_window`: so many days after it was placed
                         * @enum {string}
                         */
                        pendingUntil?: "at_once" | "delivered" | "return_window";
                        returnWindowDays?: number;
                        /** @description Points of a customer without a verified phone or e-mail stay pending until one is verified */
                        provedOnly?: boolean;
                        /** @description Redeeming more wants a code or the member’s card. Null: never */
                        confirmAbove?: number | null;
                        reservationMinutes?: number;
                        /** @description How many points of a customer all tills together may redeem while they are offline */
                        offlineAllowance?: number;
                        /** @description How long ahead the end of points is announced */
                        announceDays?: number;
                    };
                    /** @default 90 */
                    days?: number;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["LoyaltySimulation"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read what outstanding points are worth, by the month in which they end */
    "loyalty.liability": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["LoyaltyLiability"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Preview the tiers that a review would change now */
    "loyalty.previewReview": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "graceDays": 60
                 *     }
                 */
                "application/json": {
                    tiers?: {
                        key: string;
                        name: { en: string; ar: string; };
                        /** @description What twelve months of spending reach it, in minor units of the reporting currency */
                        from: number;
                    }[];
                    /**
                     * @description How far one falls at a review
                     * @enum {string}
                     */
                    downgrade?: "one_step" | "by_value";
                    /** @description How long a tier is kept after a review found too little; it is announced when that begins */
                    graceDays?: number;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        reviewed: number;
                        changes: {
                            /**
                             * @description `warn`: grace begins
                             * @enum {string}
                             */
                            what: "raise" | "lower" | "warn";
                            from: string | null;
                            to: string;
                            customers: number;
                            named: {
                                customerId: string;
                                number: string | null;
                                name: string | null;
                                /**
                                 * @description Decimal text, in the reporting currency
                                 * @example 1.400
                                 */
                                spent: string;
                            }[];
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the last reviews of tiers, and how far one has come */
    "loyalty.listReviews": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["LoyaltyReview"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Review the tiers of all customers now */
    "loyalty.askForReview": {
        parameters: {
        };
        responses: {
            202: { content: { "application/json": components["schemas"]["LoyaltyReview"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "loyalty.review_under_way" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read one review of tiers */
    "loyalty.readReview": {
        parameters: { path: { reviewId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["LoyaltyReview"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "loyalty.review_not_found" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Review the tier of one customer now */
    "loyalty.reviewOne": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["LoyaltyAccount"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the plans of a customer, also former ones */
    "membership.list": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Subscriptions"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Give a customer another plan */
    "membership.start": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "planId": "premium"
                 *     }
                 */
                "application/json": {
                    planId: string;
                    /**
                     * @description By default that of the plan
                     * @enum {string}
                     */
                    billingCycle?: "monthly" | "yearly" | "lifetime";
                    /** @description By default that of the plan */
                    anchorDay?: number | null;
                    /** @description By default now. A date is the start of that day, where the business is */
                    startDate?: string;
                    /** @description By default it goes on. A date is the start of that day, where the business is */
                    endDate?: string;
                    /** @description Of one that was cancelled elsewhere */
                    cancelledAt?: string;
                    /** @description Free keys, such as the id of a payment elsewhere */
                    extra?: { [key: string]: unknown; };
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Subscription"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "membership.already_subscribed" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Preview what a change of plan will mean for a customer */
    "membership.preview": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "planId": "premium"
                 *     }
                 */
                "application/json": {
                    /** @description sub_ and 32 hex digits */
                    subscriptionId?: string;
                    planId?: string;
                    /**
                     * @description By default that of the plan
                     * @enum {string}
                     */
                    billingCycle?: "monthly" | "yearly" | "lifetime";
                    cancel?: boolean;
                    /**
                     * @description `period_end`: seen as `scheduled`, and revocable until then
                     * @default now
                     * @enum {string}
                     */
                    when?: "now" | "period_end";
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["PlanPreview"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.damaged" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "membership.already_subscribed" | "membership.free_plan_stays" | "membership.no_period" | "membership.subscription_not_active" | "membership.subscription_not_found" | "membership.subscription_over" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Change a plan of a customer to another, or its cycle or end */
    "membership.change": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description sub_ and 32 hex digits */
                subscriptionId: string;
            };
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "planId": "enterprise",
                 *       "when": "period_end"
                 *     }
                 */
                "application/json": {
                    planId?: string;
                    /**
                     * @description By default that of the plan
                     * @enum {string}
                     */
                    billingCycle?: "monthly" | "yearly" | "lifetime";
                    anchorDay?: number | null;
                    /** @description Null: it goes on. A date is the start of that day, where the business is */
                    endDate?: (string) | null;
                    /** @description Free keys, such as the id of a payment elsewhere */
                    extra?: { [key: string]: unknown; };
                    /**
                     * @description Of another plan or cycle; by default now
                     * @enum {string}
                     */
                    when?: "now" | "period_end";
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Subscription"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "membership.already_subscribed" | "membership.no_period" | "membership.subscription_not_active" | "membership.subscription_not_found" | "membership.subscription_over" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Cancel a plan of a customer */
    "membership.cancel": {
        parameters: {
            query?: {
                /** @description `period_end`: seen as `scheduled`, and revocable until then */
                when?: "now" | "period_end";
            };
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description sub_ and 32 hex digits */
                subscriptionId: string;
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Subscription"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "membership.free_plan_stays" | "membership.no_period" | "membership.subscription_not_found" | "membership.subscription_over" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Revoke what was scheduled for the end of the period */
    "membership.revokeChange": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description sub_ and 32 hex digits */
                subscriptionId: string;
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Subscription"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "membership.nothing_scheduled" | "membership.subscription_not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Pause a plan of a customer */
    "membership.pause": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description sub_ and 32 hex digits */
                subscriptionId: string;
            };
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2099-01-01"
                 *     }
                 */
                "application/json": {
                    /** @description By default until it is resumed. A date is the start of that day, where the business is */
                    until?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Subscription"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "membership.change_scheduled" | "membership.free_plan_stays" | "membership.subscription_not_active" | "membership.subscription_not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Resume a paused plan of a customer */
    "membership.resume": {
        parameters: {
            path: {
                /** @description cust_ and 32 hex digits */
                customerId: string;
                /** @description sub_ and 32 hex digits */
                subscriptionId: string;
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Subscription"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "membership.subscription_not_found" | "membership.subscription_not_paused" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read what a customer may use, each value with its source */
    "membership.features": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["CustomerFeatures"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.damaged" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read what a customer may use as a signed document */
    "membership.featureDocument": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["FeatureDocument"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.damaged" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Explain the plan and the features of a customer */
    "membership.explain": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        plan: components["schemas"]["Explained"];
                        features: {
                            key: string;
                            /** @description What is explained */
                            value: string | number | boolean | null;
                            since: string | null;
                            /** @description In the language of the caller */
                            rule: { key: string; text: string; };
                            /** @description The values that the rule looked at, beside what it wants */
                            compared: {
                                what: string;
                                value: string | number | boolean | null;
                                needs: string | number | boolean | null;
                                met: boolean;
                            }[];
                            /** @description Where the rule is from, such as `loyalty.tiers version 3` */
                            source: string;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.damaged" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the flairs of a customer */
    "membership.listFlairs": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["HeldFlair"][]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Give a customer a flair */
    "membership.awardFlair": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "flairId": "gold"
                 *     }
                 */
                "application/json": { flairId: string; earnedAt?: string; };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["HeldFlair"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "membership.flair_held" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Take a flair away from a customer */
    "membership.removeFlair": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; flairId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["HeldFlair"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "membership.flair_not_held" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List my plans */
    "membership.own": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Subscriptions"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read what I may use */
    "membership.ownFeatures": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["CustomerFeatures"]; }; };
            default: { content: { "application/problem+json": { code: "customer.damaged" | "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read what I may use as a signed document */
    "membership.ownFeatureDocument": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["FeatureDocument"]; }; };
            default: { content: { "application/problem+json": { code: "customer.damaged" | "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List my flairs */
    "membership.ownFlairs": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["HeldFlair"][]; }; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the plans, tiers and features */
    "membership.readPlans": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        version: number;
                        since: string | null;
                        by: string | null;
                        catalogue: components["schemas"]["PlanCatalogue"];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Decide which plans, tiers and features there are */
    "membership.changePlans": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tiers": [
                 *         {
                 *           "key": "free",
                 *           "name": {
                 *             "en": "Free",
                 *             "ar": "مجانية"
                 *           },
                 *           "features": {}
                 *         },
                 *         {
                 *           "key": "basic",
                 *           "name": {
                 *             "en": "Basic",
                 *             "ar": "أساسية"
                 *           },
                 *           "features": {}
                 *         },
                 *         {
                 *           "key": "premium",
                 *           "name": {
                 *             "en": "Premium",
                 *             "ar": "مميزة"
                 *           },
                 *           "features": {}
                 *         },
                 *         {
                 *           "key": "enterprise",
                 *           "name": {
                 *             "en": "Enterprise",
                 *             "ar": "للشركات"
                 *           },
                 *           "features": {}
                 *         }
                 *       ],
                 *       "features": [],
                 *       "plans": [
                 *         {
                 *           "key": "free",
                 *           "name": {
                 *             "en": "Free",
                 *             "ar": "مجانية"
                 *           },
                 *           "description": null,
                 *           "tier": "free",
                 *           "cycle": "monthly",
                 *           "anchorDay": null,
                 *           "features": {},
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "basic",
                 *           "name": {
                 *             "en": "Basic",
                 *             "ar": "أساسية"
                 *           },
                 *           "description": null,
                 *           "tier": "basic",
                 *           "cycle": "monthly",
                 *           "anchorDay": null,
                 *           "features": {},
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "premium",
                 *           "name": {
                 *             "en": "Premium",
                 *             "ar": "مميزة"
                 *           },
                 *           "description": null,
                 *           "tier": "premium",
                 *           "cycle": "monthly",
                 *           "anchorDay": null,
                 *           "features": {},
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "enterprise",
                 *           "name": {
                 *             "en": "Enterprise",
                 *             "ar": "للشركات"
                 *           },
                 *           "description": null,
                 *           "tier": "enterprise",
                 *           "cycle": "monthly",
                 *           "anchorDay": null,
                 *           "features": {},
                 *           "offered": true
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description From the lowest up: this order alone decides which of several plans is the best */
                    tiers: {
                        key: "free" | "basic" | "premium" | "enterprise";
                        name: { en: string; ar: string; };
                        /** @default {} */
                        features?: { [key: string]: boolean | number | string; };
                    }[];
                    features: {
                        key: string;
                        name: { en: string; ar: string; };
                        type: "boolean" | "number" | "choice" | "text";
                        /** @description Of the type `choice` */
                        choices?: { key: string; name: { en: string; ar: string; }; }[];
                        /** @description Where neither plan nor tier say anything */
                        default: boolean | number | string;
                    }[];
                    plans: {
                        key: string;
                        name: { en: string; ar: string; };
                        description?: { en: string; ar: string; } | null;
                        tier: "free" | "basic" | "premium" | "enterprise";
                        cycle: "monthly" | "yearly" | "lifetime";
                        /**
                         * @description The day of the month on which periods begin, in a shorter month its last; null: that of the start
                         * @default null
                         */
                        anchorDay?: number | null;
                        /** @default {} */
                        features?: { [key: string]: boolean | number | string; };
                        /**
                         * @description False: customers keep it, and others do not get it
                         * @default true
                         */
                        offered?: boolean;
                    }[];
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        version: number;
                        since: string | null;
                        by: string | null;
                        catalogue: components["schemas"]["PlanCatalogue"];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "membership.plan_in_use" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Read which flairs there are, and their rules */
    "membership.readFlairs": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        version: number;
                        since: string | null;
                        by: string | null;
                        catalogue: components["schemas"]["FlairCatalogue"];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Decide which flairs there are, and their rules */
    "membership.changeFlairs": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "flairs": [
                 *         {
                 *           "key": "first-order",
                 *           "name": {
                 *             "en": "First order",
                 *             "ar": "أول طلب"
                 *           },
                 *           "description": null,
                 *           "icon": "1",
                 *           "category": "orders",
                 *           "rule": {
                 *             "on": "orders",
                 *             "count": 1
                 *           },
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "tenth-order",
                 *           "name": {
                 *             "en": "Tenth order",
                 *             "ar": "الطلب العاشر"
                 *           },
                 *           "description": null,
                 *           "icon": "10",
                 *           "category": "orders",
                 *           "rule": {
                 *             "on": "orders",
                 *             "count": 10
                 *           },
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "one-year",
                 *           "name": {
                 *             "en": "One year with us",
                 *             "ar": "سنة معنا"
                 *           },
                 *           "description": null,
                 *           "icon": "✦",
                 *           "category": "time",
                 *           "rule": {
                 *             "on": "years",
                 *             "count": 1
                 *           },
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "birthday",
                 *           "name": {
                 *             "en": "First birthday with us",
                 *             "ar": "أول عيد ميلاد معنا"
                 *           },
                 *           "description": null,
                 *           "icon": "❀",
                 *           "category": "time",
                 *           "rule": {
                 *             "on": "birthday"
                 *           },
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "gold",
                 *           "name": {
                 *             "en": "Gold",
                 *             "ar": "ذهبي"
                 *           },
                 *           "description": null,
                 *           "icon": "★",
                 *           "category": "loyalty",
                 *           "rule": {
                 *             "on": "loyalty_tier",
                 *             "tier": "gold"
                 *           },
                 *           "offered": true
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    flairs: {
                        key: string;
                        name: { en: string; ar: string; };
                        description?: { en: string; ar: string; } | null;
                        /** @description One character, such as an emoji */
                        icon: string;
                        category?: string | null;
                        /** @description Null: only people give it */
                        rule?: ({ /** @constant */ on: "orders"; count: number; } | {
                            /** @constant */
                            on: "years";
                            count: number;
                        } | { /** @constant */ on: "birthday"; } | {
                            /** @constant */
                            on: "loyalty_tier";
                            tier: string;
                        }) | null;
                        /**
                         * @description False: customers keep it, and others do not get it
                         * @default true
                         */
                        offered?: boolean;
                    }[];
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        version: number;
                        since: string | null;
                        by: string | null;
                        catalogue: components["schemas"]["FlairCatalogue"];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "membership.flair_in_use" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Preview the flairs that the rules would give now */
    "membership.previewFlairs": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "flairs": [
                 *         {
                 *           "key": "first-order",
                 *           "name": {
                 *             "en": "First order",
                 *             "ar": "أول طلب"
                 *           },
                 *           "description": null,
                 *           "icon": "1",
                 *           "category": "orders",
                 *           "rule": {
                 *             "on": "orders",
                 *             "count": 1
                 *           },
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "tenth-order",
                 *           "name": {
                 *             "en": "Tenth order",
                 *             "ar": "الطلب العاشر"
                 *           },
                 *           "description": null,
                 *           "icon": "10",
                 *           "category": "orders",
                 *           "rule": {
                 *             "on": "orders",
                 *             "count": 10
                 *           },
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "one-year",
                 *           "name": {
                 *             "en": "One year with us",
                 *             "ar": "سنة معنا"
                 *           },
                 *           "description": null,
                 *           "icon": "✦",
                 *           "category": "time",
                 *           "rule": {
                 *             "on": "years",
                 *             "count": 1
                 *           },
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "birthday",
                 *           "name": {
                 *             "en": "First birthday with us",
                 *             "ar": "أول عيد ميلاد معنا"
                 *           },
                 *           "description": null,
                 *           "icon": "❀",
                 *           "category": "time",
                 *           "rule": {
                 *             "on": "birthday"
                 *           },
                 *           "offered": true
                 *         },
                 *         {
                 *           "key": "gold",
                 *           "name": {
                 *             "en": "Gold",
                 *             "ar": "ذهبي"
                 *           },
                 *           "description": null,
                 *           "icon": "★",
                 *           "category": "loyalty",
                 *           "rule": {
                 *             "on": "loyalty_tier",
                 *             "tier": "gold"
                 *           },
                 *           "offered": true
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    flairs?: {
                        key: string;
                        name: { en: string; ar: string; };
                        description?: { en: string; ar: string; } | null;
                        /** @description One character, such as an emoji */
                        icon: string;
                        category?: string | null;
                        /** @description Null: only people give it */
                        rule?: ({ /** @constant */ on: "orders"; count: number; } | {
                            /** @constant */
                            on: "years";
                            count: number;
                        } | { /** @constant */ on: "birthday"; } | {
                            /** @constant */
                            on: "loyalty_tier";
                            tier: string;
                        }) | null;
                        /**
                         * @description False: customers keep it, and others do not get it
                         * @default true
                         */
                        offered?: boolean;
                    }[];
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["FlairPreview"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List when the rules of flairs were last applied to all customers */
    "membership.listFlairRuns": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["FlairRun"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Apply the rules of flairs to all customers now */
    "membership.applyFlairs": {
        parameters: {
        };
        responses: {
            202: { content: { "application/json": components["schemas"]["FlairRun"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "membership.flair_run_under_way" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the timeline of a customer */
    "timeline.read": {
        parameters: {
            query?: {
                kind?: "order" | "points" | "consent" | "message" | "interaction" | "note" | "change";
                limit?: number;
                cursor?: string;
            };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["TimelineMoment"][];
                        nextCursor: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "cursor_expired" | "cursor_invalid" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the pinned notes of a customer */
    "timeline.listPinned": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Note"][]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Add a note about a customer */
    "timeline.addNote": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Prefers the side entrance"
                 *     }
                 */
                "application/json": { text: string; /** @default false */ pinned?: boolean; };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Note"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "note.too_many" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Remove a note */
    "timeline.removeNote": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; noteId: string; }; };
        responses: {
            200: { content: { "application/json": { /** @constant */ done: true; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "note.not_found" | "note.of_another" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Pin or unpin a note */
    "timeline.pinNote": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; noteId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pinned": true
                 *     }
                 */
                "application/json": { pinned: boolean; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Note"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "note.not_found" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the segments and tags, with how many customers each has */
    "segments.read": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Segments"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Decide about segments and tags */
    "segments.decide": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "segments": [
                 *         {
                 *           "key": "vip",
                 *           "name": {
                 *             "en": "VIP",
                 *             "ar": "كبار العملاء"
                 *           },
                 *           "rule": {
                 *             "attribute": "spent",
                 *             "is": "at_least",
                 *             "value": 200000,
                 *             "window": {
                 *               "days": 90
                 *             }
                 *           }
                 *         }
                 *       ],
                 *       "otherwise": {
                 *         "key": "others",
                 *         "name": {
                 *           "en": "Others",
                 *           "ar": "الآخرون"
                 *         }
                 *       },
                 *       "tags": [
                 *         {
                 *           "key": "friend",
                 *           "name": {
                 *             "en": "Friend",
                 *             "ar": "صديق"
                 *           },
                 *           "rule": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SegmentDefinitions"];
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Segments"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "segments.still_applying" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Undo the last decision about segments */
    "segments.undo": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Segments"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "segments.nothing_to_undo" | "segments.still_applying" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** Try segments and tags */
    "segments.preview": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "segments": [
                 *         {
                 *           "key": "vip",
                 *           "name": {
                 *             "en": "VIP",
                 *             "ar": "كبار العملاء"
                 *           },
                 *           "rule": {
                 *             "attribute": "spent",
                 *             "is": "at_least",
                 *             "value": 200000,
                 *             "window": {
                 *               "days": 90
                 *             }
                 *           }
                 *         }
                 *       ],
                 *       "otherwise": {
                 *         "key": "others",
                 *         "name": {
                 *           "en": "Others",
                 *           "ar": "الآخرون"
                 *         }
                 *       },
                 *       "tags": [
                 *         {
                 *           "key": "friend",
                 *           "name": {
                 *             "en": "Friend",
                 *             "ar": "صديق"
                 *           },
                 *           "rule": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SegmentDefinitions"];
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["SegmentPreview"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "segments.not_begun" | "segments.still_applying" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the decisions about segments */
    "segments.listVersions": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            version: number;
                            undoes: number | null;
                            /** Format: date-time */
                            decidedAt: string;
                            decidedBy: string;
                            segments: {
                                key: string;
                                name: { en: string; ar: string; };
                                rule: components["schemas"]["SegmentRule"];
                            }[];
                            otherwise: { key: string; name: { en: string; ar: string; }; };
                            tags: {
                                key: string;
                                name: { en: string; ar: string; };
                                rule: components["schemas"]["SegmentRule"] | null;
                            }[];
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List what rules may compare of a customer */
    "segments.attributes": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** @description Of amounts, which rules name in minor units */
                        currency: string;
                        items: components["schemas"]["SegmentAttribute"][];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the customers of a segment or a tag */
    "segments.listCustomers": {
        parameters: {
            query?: {
                /** @description Who was in it then; by default now */
                at?: string;
                /** @description Only those who may be written to on this channel */
                channel?: "sms" | "email" | "whatsapp" | "phone";
                topic?: string;
                /** @description When it is to be sent, for quiet hours; by default now */
                sendAt?: string;
                limit?: number;
                cursor?: string;
            };
            path: { key: string; };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            customerId: string;
                            number: string;
                            name: string;
                            name2: string | null;
                            language: string;
                            /** @description With `channel` */
                            contact: string | null;
                            /** @description The link to offer: in the export with `channel` */
                            unsubscribe: string | null;
                        }[];
                        leftOut: {
                            not_active: number;
                            restricted: number;
                            no_consent: number;
                            no_contact: number;
                            not_verified: number;
                            not_wanted: number;
                            quiet_hours: number;
                        } | null;
                        /** @description How many customers this page looked at */
                        looked: number;
                        /** @description How many are in the segment, before any is left out */
                        total: number;
                        nextCursor: string | null;
                        /** Format: date-time */
                        asOf: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "consent.document_not_found" | "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "segments.not_found" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Export the customers of a segment or a tag */
    "segments.exportCustomers": {
        parameters: {
            query?: {
                /** @description Who was in it then; by default now */
                at?: string;
                /** @description Only those who may be written to on this channel */
                channel?: "sms" | "email" | "whatsapp" | "phone";
                topic?: string;
                /** @description When it is to be sent, for quiet hours; by default now */
                sendAt?: string;
            };
            path: { key: string; };
        };
        responses: {
            200: { content: { "application/x-ndjson": string; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "consent.document_not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "proof_needed" | "record_damaged" | "segments.not_found" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List who came into which segment or got which tag, and why */
    "segments.listChanges": {
        parameters: { query?: { key?: string; limit?: number; cursor?: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            /** @description Null for callers who may not read customers */
                            customerId: string | null;
                            name: string | null;
                            key: string;
                            isTag: boolean;
                            from: string | null;
                            /** Format: date-time */
                            at: string;
                            why: { cause: string; version: number; };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read in which segment a customer is and which tags they have, since when and why */
    "segments.ofOne": {
        parameters: {
            query?: { /** @description By default now */ at?: string; };
            path: { /** @description cust_ and 32 hex digits */ customerId: string; };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["SegmentsOfCustomer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Give a customer a tag by hand */
    "segments.giveTag": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; tag: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["SegmentsOfCustomer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "segments.tag_by_rule" | "segments.tag_not_found" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Take a tag from a customer by hand */
    "segments.takeTag": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; tag: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["SegmentsOfCustomer"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "customer.restricted" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "segments.tag_by_rule" | "segments.tag_not_found" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the privacy requests: open ones by deadline, overdue first; then closed ones, latest first */
    "privacy.listRequests": {
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
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["PrivacyRequest"][];
                        nextCursor: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Record a privacy request; its legal deadline starts */
    "privacy.recordRequest": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "cust_0198c0de7a317c549e0b3f1d5a2b8c47",
                 *       "kind": "access",
                 *       "text": "Wants a copy of what is held; came to the counter"
                 *     }
                 */
                "application/json": {
                    /** @description cust_ and 32 hex digits */
                    customerId: string;
                    kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                    text: string;
                    /** @description Time of receipt; by default now. The deadline runs from it */
                    receivedAt?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["PrivacyRequest"]; }; };
            default: { content: { "application/problem+json": { code: "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Count the open work of the privacy officer */
    "privacy.overview": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        requests: { open: number; dueSoon: number; overdue: number; unassigned: number; };
                        /** @description Open: the authority is not notified yet */
                        breaches: { open: number; dueSoon: number; overdue: number; };
                        exports: { waiting: number; failed: number; };
                        erasures: { unacknowledged: number; };
                        reviews: { open: number; };
                        holds: { standing: number; };
                        restricted: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Count the privacy requests by state */
    "privacy.requestStatistics": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        open: number;
                        dueSoon: number;
                        overdue: number;
                        unassigned: number;
                        byStatus: { [key: string]: number; };
                        byKind: { [key: string]: number; };
                        answered: number;
                        answeredInTime: number;
                        averageDays: number | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read a privacy request */
    "privacy.getRequest": {
        parameters: { path: { requestId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["PrivacyRequest"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "privacy.request_not_found" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Assign a privacy request */
    "privacy.assignRequest": {
        parameters: { path: { requestId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "assignee": "account:0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47"
                 *     }
                 */
                "application/json": { assignee: string | null; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["PrivacyRequest"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.request_closed" | "privacy.request_not_found" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Record how the identity of the person was confirmed */
    "privacy.noteIdentity": {
        parameters: { path: { requestId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "proof": "contact_code",
                 *       "note": "Showed an identity card"
                 *     }
                 */
                "application/json": {
                    proof: "contact_code" | "account" | "document" | "known_in_person" | "representative";
                    note?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["PrivacyRequest"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.request_closed" | "privacy.request_not_found" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Extend the deadline, once and if the law allows it */
    "privacy.extendRequest": {
        parameters: { path: { requestId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The records of three branches must be searched"
                 *     }
                 */
                "application/json": { reason: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["PrivacyRequest"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.extended_before" | "privacy.extended_too_late" | "privacy.no_extension" | "privacy.request_closed" | "privacy.request_not_found" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Complete a privacy request */
    "privacy.completeRequest": {
        parameters: { path: { requestId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answer": "The copy was handed over"
                 *     }
                 */
                "application/json": { answer: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["PrivacyRequest"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.identity_not_proved" | "privacy.not_erased_yet" | "privacy.request_closed" | "privacy.request_not_found" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Refuse a privacy request, with a reason */
    "privacy.refuseRequest": {
        parameters: { path: { requestId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Could not show who they are"
                 *     }
                 */
                "application/json": { reason: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["PrivacyRequest"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.request_closed" | "privacy.request_not_found" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the privacy law and the retention periods */
    "privacy.readSettings": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["PrivacySettings"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change the privacy law and the retention periods */
    "privacy.changeSettings": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumers": [
                 *         "mailing"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The applicable privacy law
                     * @enum {string}
                     */
                    pack?: "gdpr" | "pdpl-oman" | "ccpa";
                    /** @description Days before the deadline from which a request is due soon */
                    dueSoonDays?: number;
                    /** @description Days until an export is deleted */
                    exportKeptDays?: number;
                    /** @description Months of inactivity until a customer is flagged for review */
                    inactiveMonths?: number;
                    /** @description Days of inactivity until a guest without name, contact, login, order, consent or address is erased */
                    guestsExpireDays?: number;
                    /** @description The systems that must acknowledge every erasure */
                    consumers?: string[];
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["PrivacySettings"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read draft texts for a consent document, by privacy law and in both languages */
    "privacy.readWording": {
        parameters: { query?: { /** @description By default the law of the business */ pack?: "gdpr" | "pdpl-oman" | "ccpa"; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        pack: "gdpr" | "pdpl-oman" | "ccpa";
                        items: {
                            purpose: string;
                            texts: { en: { title: string; text: string; }; ar: { title: string; text: string; }; };
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the exports of a customer and their progress, latest first */
    "privacy.listExports": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["PrivacyExport"][]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Start an export of all data of a customer, as a ZIP of JSON files and a readable page */
    "privacy.askForExport": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "ar"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The access request that the export answers
                     */
                    requestId?: string;
                    /**
                     * @description Language of the page; by default the customer’s
                     * @enum {string}
                     */
                    language?: "en" | "ar";
                };
            };
        };
        responses: {
            202: { content: { "application/json": components["schemas"]["PrivacyExport"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.export_under_way" | "privacy.identity_not_proved" | "privacy.wrong_request" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Create a download link for an export, valid for minutes */
    "privacy.linkExport": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; exportId: string; }; };
        responses: {
            201: { content: { "application/json": { /** Format: uri */ url: string; /** Format: date-time */ expiresAt: string; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.export_not_found" | "privacy.export_not_ready" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Delete an export and its links */
    "privacy.withdrawExport": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; exportId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["PrivacyExport"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.export_not_found" | "privacy.export_not_ready" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Download an export by its link */
    "privacy.downloadExport": {
        parameters: { path: { token: string; }; };
        responses: {
            200: { content: { "application/zip": string; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "privacy.link_invalid" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List my privacy requests, latest first */
    "privacy.listOwnRequests": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["OwnPrivacyRequest"][]; }; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Request a copy of my data, correction, erasure or restriction, or object */
    "privacy.askForMyself": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "access"
                 *     }
                 */
                "application/json": {
                    kind: "access" | "rectification" | "erasure" | "restriction" | "objection";
                    text?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["OwnPrivacyRequest"]; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.asked_before" | "privacy.export_under_way" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List my exports and their progress, latest first */
    "privacy.listOwnExports": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["OwnPrivacyExport"][]; }; }; };
            default: { content: { "application/problem+json": { code: "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Delete my export and its links */
    "privacy.withdrawOwnExport": {
        parameters: { path: { exportId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["OwnPrivacyExport"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.export_not_found" | "privacy.export_not_ready" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Create a download link for my export, valid for minutes and for this login only */
    "privacy.linkOwnExport": {
        parameters: { path: { exportId: string; }; };
        responses: {
            201: { content: { "application/json": { /** Format: uri */ url: string; /** Format: date-time */ expiresAt: string; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.login_needed" | "database_away" | "disk_full" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.export_not_found" | "privacy.export_not_ready" | "proof_needed" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Download my export by its link */
    "privacy.downloadOwnExport": {
        parameters: { path: { token: string; }; };
        responses: {
            200: { content: { "application/zip": string; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.login_needed" | "database_away" | "disk_full" | "invalid" | "malformed_address" | "overloaded" | "privacy.link_invalid" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the restriction of a customer */
    "privacy.readRestriction": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Restriction"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Restrict the processing of a customer’s data */
    "privacy.restrict": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The person disputes what is held"
                 *     }
                 */
                "application/json": { reason: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Restriction"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Lift a restriction, after notifying the customer */
    "privacy.liftRestriction": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The person disputes what is held"
                 *     }
                 */
                "application/json": { /** @description Why, and how the customer was notified */ reason: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Restriction"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Preview an erasure: what it removes, what it keeps and why */
    "privacy.previewErasure": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        legalHold: boolean;
                        tables: {
                            module: string;
                            table: string;
                            rows: number;
                            fate: "erased" | "kept";
                            /** @description In the language of Accept-Language */
                            why: string;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Erase a customer permanently */
    "privacy.eraseCustomer": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "requested"
                 *     }
                 */
                "application/json": {
                    reason: "requested" | "consent_withdrawn" | "objection" | "no_longer_needed" | "unlawful" | "legal_obligation";
                    /**
                     * Format: uuid
                     * @description The privacy request that the erasure answers and completes
                     */
                    requestId?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Erasure"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.identity_not_proved" | "privacy.legal_hold" | "privacy.wrong_request" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read the legal hold on a customer, or null */
    "privacy.readHold": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": { hold: components["schemas"]["LegalHold"] | null; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Place a legal hold, which prevents erasure until it is lifted */
    "privacy.placeHold": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "A claim is before the court"
                 *     }
                 */
                "application/json": { reason: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["LegalHold"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Lift the legal hold */
    "privacy.liftHold": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["LegalHold"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.no_hold" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the erasures, latest first */
    "privacy.listErasures": {
        parameters: {
            query?: {
                status?: "waiting" | "complete";
                /** @description cust_ and 32 hex digits */
                customerId?: string;
                cursor?: string;
            };
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Erasure"][]; nextCursor: string | null; }; }; };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read an erasure and its acknowledgements */
    "privacy.getErasure": {
        parameters: { path: { erasureId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Erasure"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "privacy.erasure_not_found" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read the signed certificate; verify it offline with `kith privacy verify` */
    "privacy.getCertificate": {
        parameters: { path: { erasureId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["ErasureCertificate"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "privacy.certificate_pending" | "privacy.erasure_not_found" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Acknowledge an erasure for a downstream system */
    "privacy.acknowledgeErasure": {
        parameters: { path: { erasureId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consumer": "mailing"
                 *     }
                 */
                "application/json": { consumer: string; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Erasure"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.erasure_not_found" | "privacy.unknown_consumer" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the inactive customers to review */
    "privacy.listReviews": {
        parameters: { query?: { cursor?: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["RetentionReview"][];
                        nextCursor: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Keep, deactivate or erase inactive customers */
    "privacy.decideReviews": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reviewIds": [
                 *         "0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47"
                 *       ],
                 *       "decision": "keep"
                 *     }
                 */
                "application/json": { reviewIds: string[]; decision: "keep" | "deactivate" | "erase"; };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        decided: number;
                        refused: { /** Format: uuid */ reviewId: string; code: string; }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the breaches, latest first */
    "privacy.listBreaches": {
        parameters: { query?: { clock?: "in_time" | "due_soon" | "overdue"; cursor?: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Breach"][]; nextCursor: string | null; }; }; };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Record a breach */
    "privacy.recordBreach": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": "A printed list lay open at the counter overnight",
                 *       "measures": "The list is locked away",
                 *       "people": 40,
                 *       "dataKinds": [
                 *         "names",
                 *         "contacts"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What happened; stored encrypted */
                    what: string;
                    /** @description Measures taken; stored encrypted */
                    measures?: string | null;
                    /** @description Number of people concerned */
                    people: number;
                    /** @default 0 */
                    records?: number;
                    /** @default [] */
                    dataKinds?: ("names" | "contacts" | "addresses" | "orders" | "payments" | "credentials" | "health" | "other")[];
                    /** @description Time of notice; by default now. Deadlines run from it */
                    noticedAt?: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Breach"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read a breach */
    "privacy.getBreach": {
        parameters: { path: { breachId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Breach"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "privacy.breach_not_found" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Update a breach and its notifications */
    "privacy.changeBreach": {
        parameters: { path: { breachId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": "A printed list lay open at the counter overnight",
                 *       "measures": "The list is locked away",
                 *       "people": 40,
                 *       "dataKinds": [
                 *         "names",
                 *         "contacts"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What happened; stored encrypted */
                    what?: string;
                    /** @description Measures taken; stored encrypted */
                    measures?: string | null;
                    /** @description Number of people concerned */
                    people?: number;
                    records?: number;
                    dataKinds?: ("names" | "contacts" | "addresses" | "orders" | "payments" | "credentials" | "health" | "other")[];
                    authorityNotifiedAt?: string;
                    peopleNotifiedAt?: string;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Breach"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "privacy.breach_not_found" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "wrong_content_type"; }; }; };
        };
    };
    /** List the imports, newest first */
    "imports.list": {
        parameters: { query?: { cursor?: string; }; };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Import"][]; nextCursor: string | null; }; }; };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Begin an import of customers */
    "imports.create": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fileName": "customers.csv"
                 *     }
                 */
                "application/json": { fileName: string; };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["Import"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "import.too_many_files" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Send a part of the file */
    "imports.putPart": {
        parameters: { path: { importId: string; part: number; }; };
        requestBody: { content: { "application/octet-stream": string; }; };
        responses: {
            200: { content: { "application/json": { part: number; bytes: number; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "import.not_found" | "import.too_many_files" | "import.wrong_state" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Say that the file is complete */
    "imports.uploaded": {
        parameters: { path: { importId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parts": 1
                 *     }
                 */
                "application/json": { parts: number; };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Import"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "import.file_empty" | "import.file_unreadable" | "import.not_found" | "import.part_missing" | "import.workbook_too_large" | "import.wrong_state" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Read an import, with its progress */
    "imports.get": {
        parameters: { path: { importId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Import"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "import.not_found" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Discard an import that was not run, with its file */
    "imports.discard": {
        parameters: { path: { importId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Import"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "import.not_found" | "import.wrong_state" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Decide about columns and rules of an import */
    "imports.change": {
        parameters: { path: { importId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "columns": [
                 *         {
                 *           "name": "Mobile",
                 *           "target": "phone",
                 *           "policy": "create"
                 *         }
                 *       ],
                 *       "system": "shopify"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Until the rows are read by the first check
                     * @enum {string}
                     */
                    encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1256" | "windows-1252" | "iso-8859-6";
                    /**
                     * @description Until the rows are read by the first check
                     * @enum {string}
                     */
                    separator?: "," | ";" | "\t" | "|";
                    /** @description All of them, in the order of the file */
                    columns?: components["schemas"]["ImportColumn"][];
                    /** @description By what a row is an existing customer */
                    matchBy?: ("externalId" | "number" | "phone" | "email")[];
                    /**
                     * @description `skip` puts a row aside that is probably an existing customer; `create` compares none with likely duplicates, which is faster, and leaves them to be suggested later
                     * @enum {string}
                     */
                    likely?: "skip" | "create";
                    /**
                     * @description How 03/04/1990 is read
                     * @enum {string}
                     */
                    dates?: "day-first" | "month-first";
                    /** @description The system that the external ids are from */
                    system?: string;
                    /** @description Where the consents of the file were given, for rows without an origin of their own. Without any, no consent to marketing is imported. */
                    consentOrigin?: string | null;
                    /** @description Whether each customer is announced by events of their own, and so to webhooks. By default one event tells of the import. */
                    tells?: boolean;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Import"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "import.columns_unknown" | "import.file_unreadable" | "import.not_found" | "import.wrong_state" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Show the first rows as they are and as they will become */
    "imports.preview": {
        parameters: { path: { importId: string; }; };
        responses: {
            200: { content: { "application/json": { cells: string[][]; rows: components["schemas"]["ImportPreviewRow"][]; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "import.file_unreadable" | "import.not_found" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Check all rows without importing any */
    "imports.check": {
        parameters: { path: { importId: string; }; };
        responses: {
            202: { content: { "application/json": components["schemas"]["Import"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "import.not_found" | "import.nothing_to_import" | "import.wrong_state" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Run an import that was checked */
    "imports.run": {
        parameters: { path: { importId: string; }; };
        responses: {
            202: { content: { "application/json": components["schemas"]["Import"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "import.not_found" | "import.wrong_state" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Pause a running import */
    "imports.pause": {
        parameters: { path: { importId: string; }; };
        responses: {
            202: { content: { "application/json": components["schemas"]["Import"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "import.not_found" | "import.wrong_state" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Resume an import that was paused or failed, at the next row */
    "imports.resume": {
        parameters: { path: { importId: string; }; };
        responses: {
            202: { content: { "application/json": components["schemas"]["Import"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "import.not_found" | "import.wrong_state" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Undo an import, with its updates */
    "imports.undo": {
        parameters: { path: { importId: string; }; };
        responses: {
            202: { content: { "application/json": components["schemas"]["Import"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "import.expired" | "import.not_found" | "import.wrong_state" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List rows that were not taken over, with the reasons, or customers that an undo kept */
    "imports.listRows": {
        parameters: {
            query: { outcome: "refused" | "duplicate" | "kept"; cursor?: string; };
            path: { importId: string; };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportAsideRow"][];
                        nextCursor: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "import.not_found" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Download the rows that were not taken over, to correct and import them again */
    "imports.refusedFile": {
        parameters: { path: { importId: string; }; };
        responses: {
            200: { content: { "text/csv": string; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "import.not_found" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Follow the events as a stream (server-sent events) */
    "webhooks.streamEvents": {
        parameters: {
            query?: {
                /** @description A position from `next`, or a time; by default the first event that is kept */
                since?: string;
                /** @description Types, separated by commas; by default all */
                types?: string;
                /** @description After how many seconds it ends, at most 3600 */
                seconds?: string;
            };
        };
        responses: {
            200: { content: { "text/event-stream": string; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "event.stream_needs_key" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the types of events */
    "webhooks.listEventTypes": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            type: string;
                            /** @description The path of its JSON Schema */
                            schema: string;
                            /** @description The systems that usually need it */
                            meantFor: string[];
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read for how many days events are kept */
    "webhooks.readRetention": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["KeptDays"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change for how many days events are kept */
    "webhooks.changeRetention": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keepDays": 180
                 *     }
                 */
                "application/json": {
                    /** @description For how many days; null for as many as is usual */
                    keepDays: number | null;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["KeptDays"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the webhooks, newest first */
    "webhooks.list": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Webhook"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Register a webhook */
    "webhooks.create": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://hooks.example/kith",
                 *       "description": "ERP",
                 *       "types": [
                 *         "CustomerRegistered"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** Format: uri */
                    url: string;
                    description?: string | null;
                    /** @default null */
                    types?: string[] | null;
                    segments?: string[] | null;
                    /**
                     * @default thin
                     * @enum {string}
                     */
                    payload?: "thin" | "full";
                };
            };
        };
        responses: {
            201: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string | null;
                        /** @description The types of events that it gets; null for all */
                        types: string[] | null;
                        /** @description Only events about customers of these segments, and what every system must hear, such as erasures; null for all customers */
                        segments: string[] | null;
                        /**
                         * @description `thin`: ids and facts · `full`: also the customer as read when the event is sent
                         * @enum {string}
                         */
                        payload: "thin" | "full";
                        enabled: boolean;
                        disabledAt: string | null;
                        /** @description `failing`: every attempt failed for five days · `gone`: it answered 410 */
                        disabledBecause: ("by_hand" | "failing" | "gone") | null;
                        /** @description The first failure after its last success */
                        failingSince: string | null;
                        /** @description The secrets that sign now, newest first; several while one is rotated */
                        secrets: { /** Format: date-time */ createdAt: string; expiresAt: string | null; }[];
                        /** @description Events to be sent */
                        waiting: number;
                        /** @description Events that were given up and can be sent again */
                        dead: number;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        version: number;
                        /** @description Its address and secrets are unreadable */
                        damaged: boolean;
                        /** Format: password */
                        secret: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "webhook.too_many" | "wrong_content_type"; }; }; };
        };
    };
    /** Read a webhook */
    "webhooks.get": {
        parameters: { path: { webhookId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Webhook"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated" | "webhook.not_found"; }; }; };
        };
    };
    /** Remove a webhook with its log */
    "webhooks.remove": {
        parameters: { path: { webhookId: string; }; };
        responses: {
            200: { content: { "application/json": { /** Format: uuid */ removed: string; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "webhook.not_found" | "wrong_content_type"; }; }; };
        };
    };
    /** Change the address, the filters or the payload of a webhook */
    "webhooks.change": {
        parameters: { path: { webhookId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://hooks.example/kith",
                 *       "description": "ERP",
                 *       "types": [
                 *         "CustomerRegistered"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** Format: uri */
                    url?: string;
                    description?: string | null;
                    types?: string[] | null;
                    segments?: string[] | null;
                    payload?: "thin" | "full";
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["Webhook"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "version_conflict" | "webhook.damaged" | "webhook.not_found" | "wrong_content_type"; }; }; };
        };
    };
    /** Disable a webhook */
    "webhooks.disable": {
        parameters: { path: { webhookId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Webhook"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "webhook.not_found" | "wrong_content_type"; }; }; };
        };
    };
    /** Enable a webhook */
    "webhooks.enable": {
        parameters: { path: { webhookId: string; }; };
        responses: {
            200: { content: { "application/json": components["schemas"]["Webhook"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "webhook.damaged" | "webhook.not_found" | "wrong_content_type"; }; }; };
        };
    };
    /** Rotate the secret of a webhook */
    "webhooks.rotateSecret": {
        parameters: { path: { webhookId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keepHours": 24
                 *     }
                 */
                "application/json": {
                    /**
                     * @description How long the former secrets sign too; 0 ends them at once
                     * @default 24
                     */
                    keepHours?: number;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string | null;
                        /** @description The types of events that it gets; null for all */
                        types: string[] | null;
                        /** @description Only events about customers of these segments, and what every system must hear, such as erasures; null for all customers */
                        segments: string[] | null;
                        /**
                         * @description `thin`: ids and facts · `full`: also the customer as read when the event is sent
                         * @enum {string}
                         */
                        payload: "thin" | "full";
                        enabled: boolean;
                        disabledAt: string | null;
                        /** @description `failing`: every attempt failed for five days · `gone`: it answered 410 */
                        disabledBecause: ("by_hand" | "failing" | "gone") | null;
                        /** @description The first failure after its last success */
                        failingSince: string | null;
                        /** @description The secrets that sign now, newest first; several while one is rotated */
                        secrets: { /** Format: date-time */ createdAt: string; expiresAt: string | null; }[];
                        /** @description Events to be sent */
                        waiting: number;
                        /** @description Events that were given up and can be sent again */
                        dead: number;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: string;
                        version: number;
                        /** @description Its address and secrets are unreadable */
                        damaged: boolean;
                        /** Format: password */
                        secret: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "webhook.damaged" | "webhook.not_found" | "wrong_content_type"; }; }; };
        };
    };
    /** Send a real past event as a test */
    "webhooks.tryOut": {
        parameters: { path: { webhookId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "send": true
                 *     }
                 */
                "application/json": {
                    /** @description evt_ and 32 hex digits */
                    eventId?: string;
                    /** @default true */
                    send?: boolean;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        eventId: string;
                        sent: boolean;
                        request: { headers: { [key: string]: string; }; body: string | null; };
                        outcome: ("delivered" | "refused" | "gone" | "redirected" | "timed_out" | "too_large" | "unreachable") | null;
                        status: number | null;
                        tookMs: number | null;
                        answer: { headers: { [key: string]: string; }; body: string | null; } | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "webhook.damaged" | "webhook.delivery_not_found" | "webhook.no_event_yet" | "webhook.not_found" | "wrong_content_type"; }; }; };
        };
    };
    /** List what a webhook got and is to get, newest event first */
    "webhooks.deliveries": {
        parameters: {
            query?: { status?: "waiting" | "sending" | "delivered" | "dead"; cursor?: string; };
            path: { webhookId: string; };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated" | "webhook.not_found"; }; }; };
        };
    };
    /** Read what was sent of an event, and what was answered */
    "webhooks.delivery": {
        parameters: { path: { webhookId: string; /** @description evt_ and 32 hex digits */ eventId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        eventId: string;
                        type: string;
                        customerId: string | null;
                        /**
                         * @description `dead`: given up after the last attempt, or the webhook was disabled; it can be sent again
                         * @enum {string}
                         */
                        status: "waiting" | "sending" | "delivered" | "dead";
                        attempts: number;
                        /** @description Null also for an event that waits for an earlier one of the same customer */
                        nextAttemptAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        finishedAt: string | null;
                        log: components["schemas"]["WebhookAttempt"][];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated" | "webhook.delivery_not_found" | "webhook.not_found"; }; }; };
        };
    };
    /** Send an event to a webhook again */
    "webhooks.resend": {
        parameters: { path: { webhookId: string; /** @description evt_ and 32 hex digits */ eventId: string; }; };
        responses: {
            202: { content: { "application/json": components["schemas"]["WebhookDelivery"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "webhook.delivery_not_found" | "webhook.is_disabled" | "webhook.not_found" | "wrong_content_type"; }; }; };
        };
    };
    /** Send a webhook the events since a time */
    "webhooks.replay": {
        parameters: { path: { webhookId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-11-30T09:00:00Z",
                 *       "types": [
                 *         "CustomerRegistered"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    since: string;
                    /** @default null */
                    types?: string[] | null;
                    /** @default false */
                    all?: boolean;
                };
            };
        };
        responses: {
            202: { content: { "application/json": { /** @description How many will be sent */ events: number; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "webhook.is_disabled" | "webhook.not_found" | "wrong_content_type"; }; }; };
        };
    };
    /** List which other systems were told about a customer */
    "webhooks.disclosures": {
        parameters: { path: { /** @description cust_ and 32 hex digits */ customerId: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            webhookId: string;
                            /** @description The description of the webhook, else its host */
                            receiver: string;
                            events: number;
                            /** @description How many of them had the customer’s data */
                            described: number;
                            /** Format: date-time */
                            firstAt: string;
                            /** Format: date-time */
                            lastAt: string;
                            /** @description When it took the event of the erasure */
                            erasureToldAt: string | null;
                        }[];
                        /** @description Which systems acknowledged the erasure of the customer */
                        acknowledgements: {
                            system: string;
                            /** Format: date-time */
                            erasedAt: string;
                            acknowledgedAt: string | null;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "address_too_long" | "customer.merged" | "customer.not_found" | "database_away" | "disk_full" | "forbidden" | "invalid" | "malformed_address" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Who did what, newest first */
    "audit.list": {
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
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            actor: string;
                            action: string;
                            customerId: string | null;
                            fields: string[];
                            before: { [key: string]: unknown; } | null;
                            after: { [key: string]: unknown; } | null;
                            reason: string | null;
                            ip: string | null;
                            userAgent: string | null;
                            requestId: string;
                            /** @description What it tells cannot be read, and is not shown */
                            damaged: boolean;
                            /** @description Its place in the chain; null for some seconds after it was made */
                            position: number | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Export the audit trail as NDJSON */
    "audit.exportAudit": {
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
        };
        responses: {
            200: { content: { "application/x-ndjson": string; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** The names of actors and customers */
    "audit.names": {
        parameters: { query: { /** @description Separated by commas: `account:…`, `key:…` and `cust_…` */ ids: string; }; };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            /** @description As it was asked for */
                            id: string;
                            kind: "staff" | "customer" | "key";
                            /** @description Null where none is set */
                            name: string | null;
                            /** @description The name of a customer in Arabic script */
                            name2: string | null;
                            customerId: string | null;
                            /** @description The number of a customer */
                            number: string | null;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Walk the chain of the audit trail and name the first broken link */
    "audit.verify": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        intact: boolean;
                        /** @description Also those that were released */
                        entries: number;
                        /** @description Made in the last seconds and not sealed yet */
                        waiting: number;
                        broken: {
                            /** @description The first entry that is not as it was sealed */
                            position: number;
                            what: "changed" | "removed" | "inserted" | "tail_removed" | "head_changed" | "checkpoint_changed" | "checkpoint_unknown" | "released_early";
                            /** @description Since when an anchor knows what is missing */
                            anchoredAt: string | null;
                        } | null;
                        /** @description Null while nothing was released */
                        begins: {
                            /** @description The first entry that is left */
                            position: number;
                            /** @description The time of the newest entry that was released */
                            until: string | null;
                            /** @description The anchors of this server know that it begins there */
                            anchored: boolean;
                        } | null;
                        /** @description The newest anchor that was compared; null without one */
                        anchored: { position: number; /** Format: date-time */ at: string; } | null;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Read for how long the audit trail is kept */
    "audit.readSettings": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["AuditRetention"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Change for how long the audit trail is kept */
    "audit.changeSettings": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keepYears": 10
                 *     }
                 */
                "application/json": {
                    /** @description For how many years entries are kept, to the month; null for ever */
                    keepYears: number | null;
                };
            };
        };
        responses: {
            200: { content: { "application/json": components["schemas"]["AuditRetention"]; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "proof_needed" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List the scheduled jobs, with their last runs in this business */
    "jobs.listJobs": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            summary: string;
                            /** @description Whether it deletes data for good */
                            forgets: boolean;
                            /** @description In UTC */
                            cron: string;
                            /** Format: date-time */
                            nextAt: string;
                            /** @description Median duration of the successful runs below */
                            usualMs: number | null;
                            /** @description Newest first */
                            runs: components["schemas"]["JobRun"][];
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Run a job now, for this business only */
    "jobs.runJob": {
        parameters: { path: { name: string; }; };
        responses: {
            202: { content: { "application/json": components["schemas"]["JobRun"]; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "job.not_found" | "job.under_way" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Count who came, by day, type, source and channel, and how far they went */
    "statistics.acquisition": {
        parameters: {
            query?: {
                /** @description The first day; by default 29 days before the last */
                from?: string;
                /** @description The last day; default today */
                to?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description When it was counted
                         */
                        asOf: string;
                        /** @description False while customers from before there were figures are still counted */
                        exact: boolean;
                        /** @description For the lists behind these figures, which are then of the same moment */
                        position: string;
                        total: number;
                        byType: { [key: string]: number; };
                        bySource: { [key: string]: number; };
                        /** @description By where they were entered: what a caller may say as `channel`, or api, import, unknown */
                        byChannel: { [key: string]: number; };
                        days: { /** Format: date */ day: string; guest: number; stub: number; full: number; }[];
                        funnel: {
                            step: "stub" | "full";
                            reached: number;
                            /** @description From the first visit */
                            medianMinutes: number | null;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Count how complete and how reliable the data of customers is */
    "statistics.quality": {
        parameters: {
            query?: {
                /** @description The first day; by default 29 days before the last */
                from?: string;
                /** @description The last day; default today */
                to?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description When it was counted
                         */
                        asOf: string;
                        /** @description False while customers from before there were figures are still counted */
                        exact: boolean;
                        /** @description For the lists behind these figures, which are then of the same moment */
                        position: string;
                        people: number;
                        /** @description From 0 to 1; null where there is nothing */
                        completeness: number | null;
                        target: number;
                        fields: {
                            field: string;
                            has: number;
                            missing: number;
                            /** @description From 0 to 1; null where there is nothing */
                            share: number | null;
                        }[];
                        /** @description Pairs that are likely one person; their list is `GET /api/v1/duplicates` */
                        duplicates: number;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Count customers by recency, frequency and money, by return, and by their own rhythm */
    "statistics.engagement": {
        parameters: {
            query?: {
                /** @description The first day; by default 29 days before the last */
                from?: string;
                /** @description The last day; default today */
                to?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description When it was counted
                         */
                        asOf: string;
                        /** @description False while customers from before there were figures are still counted */
                        exact: boolean;
                        /** @description For the lists behind these figures, which are then of the same moment */
                        position: string;
                        currency: string;
                        /** @description From which amount each band of money begins */
                        moneyFrom: string[];
                        recencyDays: number[];
                        rfm: {
                            r: number;
                            f: number;
                            m: number;
                            customers: number;
                            /** @description With `to`: the days of the last order, for the list behind it */
                            from: string | null;
                            /** Format: date */
                            to: string;
                        }[];
                        cohorts: { month: string; months: { month: string; customers: number; }[]; }[];
                        churn: { buyers: number; atRisk: number; lost: number; };
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Count points by day: given, redeemed and expired */
    "statistics.points": {
        parameters: {
            query?: {
                /** @description The first day; by default 29 days before the last */
                from?: string;
                /** @description The last day; default today */
                to?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description When it was counted
                         */
                        asOf: string;
                        /** @description False while customers from before there were figures are still counted */
                        exact: boolean;
                        total: { given: number; redeemed: number; expired: number; };
                        days: { /** Format: date */ day: string; given: number; redeemed: number; expired: number; }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Count consents by day and purpose: given and withdrawn */
    "statistics.consent": {
        parameters: {
            query?: {
                /** @description The first day; by default 29 days before the last */
                from?: string;
                /** @description The last day; default today */
                to?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description When it was counted
                         */
                        asOf: string;
                        /** @description False while customers from before there were figures are still counted */
                        exact: boolean;
                        purposes: { purpose: string; granted: number; withdrawn: number; }[];
                        days: { /** Format: date */ day: string; granted: number; withdrawn: number; }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Count what went wrong: registrations, sign-ins, and privacy requests that were late */
    "statistics.reliability": {
        parameters: {
            query?: {
                /** @description The first day; by default 29 days before the last */
                from?: string;
                /** @description The last day; default today */
                to?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description When it was counted
                         */
                        asOf: string;
                        /** @description False while customers from before there were figures are still counted */
                        exact: boolean;
                        registration: {
                            succeeded: number;
                            failed: number;
                            /** @description From 0 to 1; null where there is nothing */
                            share: number | null;
                            target: number;
                            reasons: { reason: string; said: string; tries: number; }[];
                        };
                        /** @description Failed attempts to sign in or to verify a code; `lock_out` by the limit that was reached */
                        refused: { way: string; reason: string; said: string; tries: number; }[];
                        incidents: {
                            kinds: { kind: string; count: number; }[];
                            signIns: number;
                            /** @description From 0 to 1; null where there is nothing */
                            share: number | null;
                            target: number;
                        };
                        privacy: {
                            received: number;
                            closed: number;
                            overdue: number;
                            /** @description From 0 to 1; null where there is nothing */
                            inTime: number | null;
                            target: number;
                        };
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** List the customers behind a figure */
    "statistics.behind": {
        parameters: {
            query: {
                figure: "new" | "step" | "quality" | "rfm" | "cohort" | "churn";
                /** @description One part; with a dot at its end all that begin so, with one at its begin all that end so, with both all that have it within */
                part?: string;
                from?: string;
                to?: string;
                /** @description Of the figure, less than a day old; by default the list is of now */
                position?: string;
                limit?: number;
                cursor?: string;
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            customerId: string;
                            number: string;
                            name: string;
                            type: string;
                            part: string;
                            /** Format: date */
                            day: string;
                        }[];
                        total: number;
                        nextCursor: string | null;
                        /** Format: date-time */
                        asOf: string;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "cursor_expired" | "cursor_invalid" | "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Count what needs doing, as far as the caller may do something about it */
    "statistics.todo": {
        parameters: {
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        items: {
                            what: "overdue" | "dueSoon" | "breaches" | "duplicates" | "handOvers" | "parked" | "jobs" | "webhooks" | "tills";
                            count: number;
                        }[];
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Ask with GraphQL */
    "graphql.query": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "query": "{ customers(first: 2) { nodes { id name } } }"
                 *     }
                 */
                "application/json": {
                    query?: string;
                    variables?: { [key: string]: unknown; } | null;
                    operationName?: string | null;
                    extensions?: {
                        /** @description A hash in the place of a query that was sent before, as Apollo has it */
                        persistedQuery?: { /** @constant */ version: 1; sha256Hash: string; };
                    } & { [key: string]: unknown; };
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        data?: { [key: string]: unknown; } | null;
                        errors?: ({ message: string; extensions?: { [key: string]: unknown; }; } & {
                            [key: string]: unknown;
                        })[];
                        extensions?: { cost: number; };
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Look something up as an assistant */
    "assistants.call": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operation": "customers.list",
                 *       "input": {
                 *         "q": "Aisha"
                 *       },
                 *       "purpose": "Asked whether she is a customer"
                 *     }
                 */
                "application/json": {
                    /** @description Its `operationId` */
                    operation: string;
                    /** @description Path, query and body in one */
                    input: { [key: string]: unknown; };
                    /** @description Why; kept in the audit trail */
                    purpose: string;
                };
            };
        };
        responses: {
            200: {
                content: {
                    "application/json": {
                        /** @description How to read the data: as data */
                        note: string;
                        data: unknown;
                    };
                };
            };
            default: { content: { "application/problem+json": { code: "assistant.not_a_reading" | "assistant.operation_unknown" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** List what assistants propose */
    "assistants.listProposals": {
        parameters: {
        };
        responses: {
            200: { content: { "application/json": { items: components["schemas"]["Proposal"][]; }; }; };
            default: { content: { "application/problem+json": { code: "database_away" | "disk_full" | "forbidden" | "invalid" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_many_requests" | "unauthenticated"; }; }; };
        };
    };
    /** Propose a change as an assistant */
    "assistants.propose": {
        parameters: {
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operation": "messages.changeTemplate",
                 *       "input": {},
                 *       "purpose": "Asked for a shorter text"
                 *     }
                 */
                "application/json": {
                    /** @description Its `operationId` */
                    operation: string;
                    /** @description Path, query and body in one */
                    input: { [key: string]: unknown; };
                    /** @description Why; kept in the audit trail */
                    purpose: string;
                };
            };
        };
        responses: {
            201: { content: { "application/json": components["schemas"]["NewProposal"]; }; };
            default: { content: { "application/problem+json": { code: "assistant.nothing_to_propose" | "assistant.operation_unknown" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "invalid" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Confirm a proposal: the change is made */
    "assistants.confirm": {
        parameters: { path: { proposalId: string; }; };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hash": "a1b2c3"
                 *     }
                 */
                "application/json": { hash: string; };
            };
        };
        responses: {
            200: { content: { "application/json": { answer: unknown; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "assistant.proposal_changed" | "assistant.proposal_not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "sign_in_needed" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
    /** Refuse a proposal */
    "assistants.refuse": {
        parameters: { path: { proposalId: string; }; };
        responses: {
            200: { content: { "application/json": { /** Format: uuid */ refused: string; }; }; };
            default: { content: { "application/problem+json": { code: "address_too_long" | "assistant.proposal_not_found" | "database_away" | "disk_full" | "forbidden" | "foreign_origin" | "idempotency_key_malformed" | "idempotency_key_reused" | "invalid" | "malformed_address" | "malformed_json" | "outcome_unknown" | "overloaded" | "record_damaged" | "too_large" | "too_many_requests" | "unauthenticated" | "wrong_content_type"; }; }; };
        };
    };
}
