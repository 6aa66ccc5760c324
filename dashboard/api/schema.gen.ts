export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workspace one is signed in to */
        get: operations["readSession"];
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the sample company for a workspace of your own, made on the first call */
        post: operations["openOwnWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handoff/excluded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HandoffController_excluded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handoff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HandoffController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A place for files, kept for a day */
        post: operations["openUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import/{id}/file/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** One CSV file, as the body */
        put: operations["uploadFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put everything back to what it was before the last import of a source */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import/{id}/guess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A mapping to start from, guessed from the headers and first rows */
        post: operations["guessMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an import would do; nothing is written */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an import goes */
        get: operations["readImport"];
        put?: never;
        /** Import the files; GET tells how it goes */
        post: operations["importFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import/undoable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last import of each source of files, which can be undone */
        get: operations["listUndoable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KpiController_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KpiController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kpi/{id}/handoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KpiController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dimension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KpiController_dimensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/match/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tickets, subscriptions and responses that lead to no known account */
        get: operations["listUnmatched"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people have placed by hand, the latest first */
        get: operations["listPlacements"];
        /** Place something with an account, or apart; it outlives every sync */
        put: operations["place"];
        post?: never;
        /** Leave something to the rules again */
        delete: operations["unplace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/match/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts by a part of their name or domain */
        get: operations["findAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RiskController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReportController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ReportController_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReportController_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MailController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MailController_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source/kind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of sources, and what each must be told */
        get: operations["listSourceKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources, their streams, and how fresh they are */
        get: operations["listSources"];
        put?: never;
        /** Test a connection and keep it; its secrets are sealed and never answered */
        post: operations["connectSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a source was told, without its secrets */
        get: operations["readSourceSettings"];
        /** Change what a source was told; tested before it is kept */
        put: operations["changeSource"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the tool whether credentials and permissions still hold */
        post: operations["testSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnect a source and delete all that was read from it */
        delete: operations["forgetSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the fields of a source mean, its versions, and the fields that were seen */
        get: operations["readMapping"];
        /** Keep a mapping as a new version, and read the stored records by it */
        put: operations["changeMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source/{id}/mapping/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the records last read would give under another mapping; nothing is changed */
        post: operations["previewMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source/{id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records that are not as documented, with the reason */
        get: operations["listRejected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a source on from where it stopped; GET /api/source shows how it goes */
        post: operations["syncSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the run that reads a source to stop at its next page; what it has read stays */
        post: operations["cancelSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook/{workspaceId}/{sourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A vendor's signed message; what it names is read soon after */
        post: operations["receiveWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Session: {
            workspace: {
                name: string;
                /** @description IANA name; days, weeks and months are cut in it */
                timeZone: string;
                /** @description True while it shows the sample company */
                sample: boolean;
                currency: string;
                /** @description 0 Sunday, 1 Monday, 6 Saturday */
                weekStart: number;
                /** @description Month in which the fiscal year starts, 1 to 12 */
                fiscalStart: number;
            };
        };
        NewWorkspace: {
            name: string;
            /** @description IANA name; days, weeks and months are cut in it */
            timeZone: string;
            currency: string;
        };
        ExcludedAnswer: {
            total: number;
            reasons: {
                reason: string;
                count: number;
            }[];
            items: components["schemas"]["ExcludedDeal"][];
            next: string | null;
        };
        ExcludedDeal: {
            /** @description Source and deal */
            id: string;
            name: string | null;
            accountName: string | null;
            /** Format: date-time */
            wonAt: string | null;
            reason: string;
            record: components["schemas"]["EvidenceRecord"] | null;
        };
        EvidenceRecord: {
            sourceId: string;
            sourceName: string;
            kind: string;
            stream: string;
            recordId: string;
            /** @description Where a person sees it in the source tool; null when the source has no such page */
            url: string | null;
            deleted: boolean;
        };
        HandoffAnswer: {
            known: components["schemas"]["Known"];
            sample: boolean;
            id: string;
            name: string;
            account: {
                id: string;
                name: string;
                domain: string | null;
                links: components["schemas"]["AccountLink"][];
            };
            deal: components["schemas"]["EvidenceRecord"];
            /** Format: date-time */
            wonAt: string;
            /** @description 'stage history' or 'close date' */
            t0Source: string;
            segment: string;
            /** @description The sales rep */
            owner: string | null;
            csm: string | null;
            amount: number | null;
            arr: number | null;
            currency: string | null;
            dimensions: {
                [key: string]: string;
            };
            /** @description The customer is still here, and onboarding or first value is still to come */
            open: boolean;
            moments: {
                name: string;
                label: string;
                /** Format: date-time */
                at: string | null;
            }[];
            brief: {
                section: string;
                label: string;
                /** Format: date-time */
                filledAt: string | null;
            }[];
            clocks: components["schemas"]["ClockReading"][];
            /** @description The running clock that breaks first */
            next: components["schemas"]["ClockReading"] | null;
            timeline: components["schemas"]["TimelineEvent"][];
        };
        Known: {
            /** Format: date-time */
            asOf: string;
            /**
             * Format: date-time
             * @description Through when every source has been read; null before the first full sync
             */
            dataAsOf: string | null;
            /**
             * Format: date-time
             * @description The earlier of the two; null before the first full sync
             */
            observedUntil: string | null;
            timeZone: string;
        };
        AccountLink: {
            record: components["schemas"]["EvidenceRecord"];
            /** @description Of the company, in its source */
            externalId: string;
            name: string | null;
            /** @description Why it belongs to the account */
            reason: string | null;
        };
        ClockReading: {
            /** @enum {string} */
            id: "owner-named" | "welcome" | "next-steps" | "internal-meeting" | "knowledge-transfer" | "kickoff" | "promise-conversation" | "quiet-period" | "onboarding" | "first-value";
            name: string;
            state: components["schemas"]["ClockState"];
            /** @description It counts on; a breached clock can still run */
            running: boolean;
            /** @description "No kickoff call after 19 days (target 14)" */
            words: string;
            stopsWhen: string;
            targetHours: number;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description Present with state breached: it stopped late
             */
            stoppedAt: string | null;
            /** @description Of its time, 0 and up; null for a target of 0 hours or a clock not started */
            usedShare: number | null;
            /** @description From start to stop, or to the moment observed; null when not started */
            hours: number | null;
        };
        /**
         * @description ended: the customer left before it stopped or ran out
         * @enum {string}
         */
        ClockState: "met" | "running" | "at risk" | "breached" | "not started" | "ended";
        TimelineEvent: {
            kind: string;
            label: string;
            /** Format: date-time */
            at: string;
            title: string | null;
            detail: string | null;
            /** @description The customer's own words, where words are the evidence */
            evidence: string | null;
            /** @description False: it is known, but came after all sources were read, and counts nowhere yet */
            counted: boolean;
            record: components["schemas"]["EvidenceRecord"];
        };
        Upload: {
            /** Format: uuid */
            id: string;
        };
        UploadedFile: {
            name: string;
            bytes: number;
        };
        UndoBody: {
            sourceId: string;
        };
        /** @description Records that are gone again, those that are as they were, and handoffs that differ */
        ImportUndone: {
            removedCount: number;
            restoredCount: number;
            changedHandoffs: number;
        };
        GuessedMapping: {
            mapping: {
                [key: string]: unknown;
            };
            /** @description What to check */
            notes: string[];
        };
        ImportBody: {
            mapping: {
                [key: string]: unknown;
            };
        };
        ImportPreview: {
            files: {
                stream: string;
                rowCount: number;
                newCount: number;
                changedCount: number;
                unchangedCount: number;
                /** @description Null: rows missing in the file stay */
                goneCount: number | null;
                rejectedCount: number;
                /** @description Why the first of them are refused */
                reasons: string[];
                first: {
                    key: string;
                    facts: {
                        table: string;
                        row: {
                            [key: string]: unknown;
                        };
                    }[];
                }[];
            }[];
        };
        ImportState: {
            /** @enum {string} */
            state: "uploading" | "importing" | "done" | "failed";
            sourceId: string | null;
            /** @description What became of each file */
            lines: string[];
            error: string | null;
        };
        UndoableImports: {
            imports: {
                sourceId: string;
                name: string;
                /** Format: date-time */
                importedAt: string;
            }[];
        };
        KpiAnswers: {
            scope: components["schemas"]["Scope"];
            handoffs: number;
            kpis: components["schemas"]["KpiAnswer"][];
        };
        Scope: {
            period: components["schemas"]["Period"];
            /** Format: date-time */
            asOf: string;
            /**
             * Format: date-time
             * @description Through when every source has been read; null before the first sync
             */
            dataAsOf: string | null;
            /** @description Age of the data at the as-of moment */
            ageMinutes: number | null;
            timeZone: string;
            filters: {
                dimension: string;
                values: string[];
            }[];
            by: string | null;
            /** @enum {string} */
            interval: "week" | "month" | "quarter";
            currency: string;
            sample: boolean;
            /** @description Version by which it was counted */
            definition: number;
            /**
             * @description How hours were counted
             * @enum {string}
             */
            time: "wall" | "working";
        };
        Period: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        KpiAnswer: {
            kpi: components["schemas"]["Kpi"];
            measure: components["schemas"]["Measure"];
            /**
             * Format: date
             * @description When the whole period will have matured; null once it has
             */
            maturesOn: string | null;
            details: components["schemas"]["Detail"][];
            /** @description They add up to n, or say in their label what they are part of */
            outcomes: components["schemas"]["Outcome"][];
            signal: components["schemas"]["Signal"];
            comparison: components["schemas"]["Comparison"] | null;
            trend: components["schemas"]["TrendPoint"][];
            /** @description Null unless `by` was asked */
            breakdown: components["schemas"]["Group"][] | null;
            /** @description Cumulative incidence by day; null for KPIs that are not times */
            curve: components["schemas"]["CurvePoint"][] | null;
        };
        Kpi: {
            id: string;
            name: string;
            question: string;
            definition: string;
            statistic: string;
            unit: components["schemas"]["Unit"];
            /** @enum {string} */
            better: "lower" | "higher";
            /** @description By segment, in the unit of the KPI; `all` for segments that are not named */
            targets: {
                [key: string]: number | null;
            };
            headline: boolean;
            /** @description A handoff is mature when this many days have passed since it was won */
            windowDays: number;
            version: number;
        };
        /** @enum {string} */
        Unit: "days" | "hours" | "share" | "per 100 handoffs" | "points";
        Measure: {
            value: number | null;
            /** @description 95 % lower limit */
            low: number | null;
            /** @description 95 % upper limit; null with a value means not bounded by the data */
            high: number | null;
            /** @description Handoffs the number rests on; the list behind it has exactly as many */
            n: number;
            /** @description How many of n have had their whole window */
            mature: number;
            /** @description True from 5 to 29: the interval is to be read before the value */
            wide: boolean;
            /** @description Why there is no value, in words */
            why: string | null;
        };
        Detail: {
            id: string;
            label: string;
            unit: components["schemas"]["Unit"];
            measure: components["schemas"]["Measure"];
        };
        Outcome: {
            outcome: string;
            label: string;
            count: number;
        };
        Signal: {
            clear: boolean;
            /** @description "no clear change" unless a rule fires */
            words: string;
            rule: string | null;
            period: components["schemas"]["Period"] | null;
        };
        Comparison: {
            /** @description What it is compared with: "previous 90 days" */
            name: string;
            period: components["schemas"]["Period"];
            measure: components["schemas"]["Measure"];
            /** @description In the unit of the KPI, shares in points of 1; null when either side is immature or small */
            difference: number | null;
            low: number | null;
            high: number | null;
            clear: boolean;
            words: string;
        };
        TrendPoint: {
            period: components["schemas"]["Period"];
            label: string;
            measure: components["schemas"]["Measure"];
            /** @description False: drawn hollow, "so far", no delta, left out of limits */
            mature: boolean;
            /** Format: date */
            maturesOn: string | null;
            /** @description From the earlier mature periods; null while there are too few */
            limits: components["schemas"]["ControlLimits"] | null;
            /** @description A rule fires at this period */
            outside: boolean;
        };
        ControlLimits: {
            low: number | null;
            center: number;
            high: number | null;
        };
        Group: {
            /** @description Null: the handoff has no value for it */
            value: string | null;
            label: string;
            measure: components["schemas"]["Measure"];
        };
        CurvePoint: {
            day: number;
            share: number;
            low: number;
            high: number;
            atRisk: number;
        };
        OneKpiAnswer: {
            scope: components["schemas"]["Scope"];
            answer: components["schemas"]["KpiAnswer"];
        };
        HandoffList: {
            scope: components["schemas"]["Scope"];
            kpi: components["schemas"]["Kpi"];
            /** @description As many as the number says */
            total: number;
            /** @description Ask with `after` for the page that follows; null on the last */
            next: string | null;
            items: components["schemas"]["ListedHandoff"][];
        };
        ListedHandoff: {
            id: string;
            name: string;
            account: string;
            /** Format: date-time */
            wonAt: string;
            segment: string;
            owner: string | null;
            csm: string | null;
            amount: number | null;
            currency: string | null;
            outcome: string;
            /** @description The outcome in words */
            label: string;
            /** @description Its own number: days so far or until the event, episodes, score; null when it has none */
            value: number | null;
            mature: boolean;
        };
        Dimensions: {
            scope: components["schemas"]["Scope"];
            dimensions: components["schemas"]["Dimension"][];
        };
        Dimension: {
            name: string;
            label: string;
            values: {
                value: string | null;
                label: string;
                count: number;
            }[];
            /** @description How many values are left out, the rarest */
            more: number;
        };
        UnmatchedList: {
            /** @description Tickets of the whole list: they count in no KPI */
            ticketCount: number;
            subscriptionCount: number;
            responseCount: number;
            /** @description Entries of the whole list */
            count: number;
            /** @description Sources with deals; 0: there is nothing to match with yet */
            dealSources: number;
            unmatched: {
                kind: components["schemas"]["Placeable"];
                sourceId: string;
                externalId: string;
                sourceName: string;
                name: string | null;
                /** @description Domain of a company, address of a person */
                address: string | null;
                ticketCount: number;
                subscriptionCount: number;
                responseCount: number;
                /** Format: date-time */
                latestAt: string | null;
                /** @description Where a person sees it in its tool */
                url: string | null;
                /** @description Accounts of a like name, which is not enough to match by itself */
                suggestions: {
                    /** Format: uuid */
                    accountId: string;
                    name: string;
                    /** @description What is alike */
                    why: string;
                }[];
            }[];
        };
        /**
         * @description What can be placed by hand
         * @enum {string}
         */
        Placeable: "company" | "person" | "ticket" | "subscription" | "survey response";
        Placements: {
            /** @description Of all decisions */
            count: number;
            placements: {
                kind: components["schemas"]["Placeable"];
                sourceId: string;
                externalId: string;
                sourceName: string;
                /** @description Null when its source no longer holds it */
                name: string | null;
                /**
                 * Format: uuid
                 * @description Null: it stands apart, or the company it was given to is gone
                 */
                accountId: string | null;
                accountName: string | null;
                apart: boolean;
                /** Format: date-time */
                decidedAt: string;
            }[];
        };
        AccountsFound: {
            accounts: {
                /** Format: uuid */
                id: string;
                name: string;
                domain: string | null;
                handoffCount: number;
            }[];
        };
        Placed: {
            /** @description Handoffs that are new, different or gone by it */
            changedHandoffs: number;
        };
        RiskAnswer: {
            known: components["schemas"]["Known"];
            sample: boolean;
            /** @description Of the workspace */
            currency: string;
            /** @description The rule by which handoffs are looked at */
            considered: {
                /** @description Open handoffs that were looked at, under the filter */
                openCount: number;
                /** Format: date-time */
                wonSince: string | null;
                /** @description Open handoffs won before that, not looked at */
                olderCount: number;
                /** @description Clocks left out because no source records what stops them */
                unmeasured: string[];
                words: string;
            };
            /** @description Handoffs at risk under the filter */
            total: number;
            /** @description Accounts they belong to */
            accounts: number;
            /** @description Sum at risk by currency; handoffs without an amount are in none */
            amounts: {
                currency: string | null;
                amount: number;
                count: number;
            }[];
            withoutAmount: number;
            /** @description Handoffs at risk by CSM, whatever CSM is asked for */
            csms: {
                name: string | null;
                count: number;
            }[];
            items: components["schemas"]["RiskItem"][];
            next: string | null;
        };
        RiskItem: {
            handoffId: string;
            handoffName: string;
            accountId: string;
            accountName: string;
            segment: string;
            /** Format: date-time */
            wonAt: string;
            /** @description The sales rep */
            owner: string | null;
            csm: string | null;
            /** @description ARR where known, else the amount of the deal */
            amountAtRisk: number | null;
            /** @enum {string|null} */
            amountKind: "arr" | "amount" | null;
            currency: string | null;
            /** @description Breached before at risk, then the longest target first */
            reasons: components["schemas"]["RiskReason"][];
            /** @description The clock that breaks next; null when all that run have broken */
            next: components["schemas"]["ClockReading"] | null;
        };
        RiskReason: {
            clock: components["schemas"]["ClockReading"];
            /** @description "No kickoff call after 19 days (target 14)" */
            words: string;
            /** @description What it has been missing since: the won deal, the last contact, the gap found */
            record: components["schemas"]["EvidenceRecord"] | null;
            recordLabel: string | null;
        };
        ReportsAnswer: {
            reports: components["schemas"]["Report"][];
            /**
             * @description outbox: mails are written to a folder
             * @enum {string}
             */
            transport: "smtp" | "outbox";
        };
        Report: {
            /** Format: uuid */
            id: string;
            name: string;
            recipients: string[];
            timeZone: string;
            /** @description Cron, five fields, in the time zone */
            schedule: string;
            /** @description "every Monday at 08:00"; null for a schedule we have no words for */
            scheduleWords: string | null;
            active: boolean;
            /**
             * Format: date-time
             * @description The next slot; null while not active
             */
            nextAt: string | null;
            /** @description The newest mail of it */
            last: components["schemas"]["Mail"] | null;
        };
        Mail: {
            /** @description Also the left part of its Message-ID */
            id: string;
            /** Format: uuid */
            reportId: string;
            reportName: string;
            /**
             * Format: date-time
             * @description The moment it was due; also its as-of
             */
            slot: string;
            recipient: string;
            status: components["schemas"]["DeliveryStatus"];
            attempts: number;
            /** Format: date-time */
            sentAt: string | null;
            /** @description Null until it was composed */
            subject: string | null;
            /** @description Name in the outbox folder; null when it went by SMTP */
            outboxFile: string | null;
            error: string | null;
        };
        /** @enum {string} */
        DeliveryStatus: "pending" | "sending" | "sent" | "failed";
        SentAnswer: {
            /** Format: date-time */
            slot: string;
            mails: components["schemas"]["Mail"][];
        };
        MailsAnswer: {
            mails: components["schemas"]["Mail"][];
            next: string | null;
        };
        MailParts: {
            mail: components["schemas"]["Mail"];
            headers: {
                name: string;
                value: string;
            }[];
            /** @description To be shown in a sandboxed frame only */
            html: string | null;
            text: string | null;
            /** @description Why there is nothing to show, in words */
            why: string | null;
        };
        SourceKinds: {
            kinds: {
                kind: string;
                name: string;
                about: string;
                /** @description Read when somebody hands it over; not connected here */
                byHand: boolean;
                /** @description JSON Schema of its settings; `mapping` is a part of them */
                settings: {
                    [key: string]: unknown;
                };
                /** @description JSON Schema of its credentials; null where there are none */
                credentials: {
                    [key: string]: unknown;
                } | null;
            }[];
        };
        NewSource: {
            kind: string;
            /** @description The name of its kind unless said */
            name?: string;
            /** @default {} */
            settings: {
                [key: string]: unknown;
            };
            /** @description Write only: no answer ever holds them */
            credentials: unknown;
            /**
             * @description Cron in the time zone of the workspace; null: by hand
             * @default *\/15 * * * *
             */
            schedule: string | null;
        };
        SourceSettings: {
            id: string;
            kind: string;
            name: string;
            settings: {
                [key: string]: unknown;
            };
            schedule: string | null;
            hasCredentials: boolean;
            /** @description Where its vendor may send signed webhooks; null when it sends none that we take */
            webhookUrl: string | null;
        };
        SourceChange: {
            name?: string;
            /** @description Without `mapping`, which has a route of its own */
            settings?: {
                [key: string]: unknown;
            };
            /** @description Left out: those that are kept stay */
            credentials?: unknown;
            /** @description Cron in the time zone of the workspace; null: by hand */
            schedule?: string | null;
        };
        SourceTested: {
            /** @enum {boolean} */
            ok: true;
        };
        SourceForgotten: {
            records: number;
            /** @description Handoffs that are different or gone by it */
            changedHandoffs: number;
        };
        MappingAnswer: {
            /** @description What the fields mean now, defaults filled in */
            mapping: {
                [key: string]: unknown;
            };
            /** @description JSON Schema of a mapping */
            schema: {
                [key: string]: unknown;
            };
            /** @description The newest first */
            versions: {
                version: number;
                /** Format: date-time */
                savedAt: string;
                /**
                 * Format: date-time
                 * @description When stored records had been read by it; null while that is under way
                 */
                appliedAt: string | null;
                mapping: {
                    [key: string]: unknown;
                };
            }[];
            /** @description What the records last read hold */
            streams: {
                stream: string;
                fields: {
                    field: string;
                    /** @description At most three values, shortened */
                    samples: string[];
                }[];
            }[];
        };
        MappingBody: {
            mapping: {
                [key: string]: unknown;
            };
        };
        MappingPreview: {
            streams: {
                stream: string;
                /** @description Records that were tried: the last read */
                recordCount: number;
                /** @description Of these, with other facts than now */
                changedCount: number;
                /** @description Of these, that the new mapping cannot read */
                rejectedCount: number;
                reasons: {
                    reason: string;
                    count: number;
                }[];
                /** @description The changed ones first */
                records: {
                    externalId: string;
                    /** @description Null: it cannot be read now */
                    before: {
                        table: string;
                        row: {
                            [key: string]: unknown;
                        };
                    }[] | null;
                    /** @description Null: it could not be read */
                    after: {
                        table: string;
                        row: {
                            [key: string]: unknown;
                        };
                    }[] | null;
                    reason: string | null;
                    changed: boolean;
                }[];
            }[];
        };
        MappingSaved: {
            version: number;
            /** @description False: stored records are being read by it now */
            applied: boolean;
        };
        Sources: {
            /** @description The worst of all sources */
            state: components["schemas"]["SourceState"];
            /**
             * Format: date-time
             * @description Through when every source has been read; null before that
             */
            dataAsOf: string | null;
            sources: components["schemas"]["SourceStanding"][];
        };
        /** @enum {string} */
        SourceState: "action needed" | "error" | "late" | "never read" | "syncing" | "imported" | "on time";
        SourceStanding: {
            id: string;
            kind: string;
            /** @description Read when somebody hands it over; it has no schedule */
            byHand: boolean;
            name: string;
            /** @description Cron in the time zone of the workspace; null: by hand */
            schedule: string | null;
            /** @description How old its data may be; null: nothing is expected */
            periodMinutes: number | null;
            state: components["schemas"]["SourceState"];
            words: string;
            /** Format: date-time */
            lastSuccessAt: string | null;
            /** Format: date-time */
            readThroughAt: string | null;
            /** Format: date-time */
            nextRunAt: string | null;
            /** @description Records that are not as documented, still open */
            rejectedCount: number;
            streams: components["schemas"]["StreamStanding"][];
        };
        StreamStanding: {
            stream: string;
            /** @description Stored and not deleted in the source */
            records: number;
            /**
             * Format: date-time
             * @description When its last page was stored; null before the first
             */
            lastReadAt: string | null;
            /**
             * Format: date-time
             * @description Everything it knew then has been read
             */
            readThroughAt: string | null;
            /** @description Of the last run, as the next three */
            readCount: number;
            /** @description Null when the source does not say */
            expectedCount: number | null;
            /** @description New or changed */
            writtenCount: number;
            rejectedCount: number;
            /** @description Marked deleted, of the last run */
            goneCount: number;
            running: boolean;
            error: string | null;
            /** @description Why it was left out; null when it was read */
            note: string | null;
            /** @description What its source counted after the last run; null when it cannot say */
            standingExpectedCount: number | null;
            /** @description What is stored of it; another number is a drift */
            standingStoredCount: number | null;
        };
        RejectedPage: {
            /** @description Of all pages */
            count: number;
            rejected: {
                stream: string;
                externalId: string;
                reason: string;
                /** @description As it came */
                payload: unknown;
                /** Format: date-time */
                firstReadAt: string;
                /** Format: date-time */
                lastReadAt: string;
            }[];
            /** @description Ask with it as `after` for the next page; null on the last */
            next: string | null;
        };
        SyncStarted: {
            /** @enum {boolean} */
            started: true;
        };
        CancelAsked: {
            /** @enum {boolean} */
            asked: true;
        };
        Problem: {
            /** @description "about:blank": the status says which kind of problem it is */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong and what to do, in one sentence */
            detail: string;
            /** @description The path that was asked */
            instance: string;
            /** @description One sentence per wrong field */
            errors?: {
                field: string;
                detail: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openOwnWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkspace"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HandoffController_excluded: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Won deals that are no handoffs, each with the rule that says so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExcludedAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HandoffController_one: {
        parameters: {
            query?: {
                /** @description Default now; never in the future */
                asOf?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One handoff, its clocks and its timeline as they were known at the moment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoffAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportUndone"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    guessMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuessedMapping"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportState"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportState"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUndoable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoableImports"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KpiController_all: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                /** @description A dimension to break down by */
                by?: string;
                interval?: "week" | "month" | "quarter";
                compare?: "previous" | "year" | "none";
                /** @description First day of the trend; default 24 months before `to` */
                trendFrom?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every KPI over the same handoffs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KpiAnswers"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KpiController_one: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                /** @description A dimension to break down by */
                by?: string;
                interval?: "week" | "month" | "quarter";
                compare?: "previous" | "year" | "none";
                /** @description First day of the trend; default 24 months before `to` */
                trendFrom?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One KPI with its trend, and its breakdown by any dimension */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneKpiAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KpiController_list: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                /** @description Only those that ended this way; default all that the number rests on */
                outcome?: string;
                /** @description `next` of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The handoffs behind a number: exactly as many as it says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoffList"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KpiController_dimensions: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What can be filtered and broken down by */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dimensions"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnmatched: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmatchedList"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlacements: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Placements"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    place: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["Placeable"];
                    sourceId: string;
                    externalId: string;
                    /**
                     * Format: uuid
                     * @description Null sets it apart from every account
                     */
                    accountId: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Placed"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unplace: {
        parameters: {
            query: {
                kind: components["schemas"]["Placeable"];
                sourceId: string;
                externalId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Placed"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findAccounts: {
        parameters: {
            query: {
                search: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsFound"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RiskController_list: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                after?: string;
                limit?: number;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Name of a CSM; empty for handoffs without one */
                csm?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open handoffs with a clock that has run out or nearly has, most money first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scheduled reports, each with its next slot and its newest mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportsAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportController_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    recipients: string[];
                    timeZone: string;
                    schedule: string;
                    /** @default true */
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description The report as it was saved; an id of your own makes a new one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportController_send: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Instead of the recipients of the report */
                    to?: string[];
                    /**
                     * Format: date-time
                     * @description Default now; never in the future
                     */
                    asOf?: string;
                };
            };
        };
        responses: {
            /** @description What became of it; asking twice within a minute sends once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MailController_list: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went to whom, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailsAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MailController_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One mail as it was written to the outbox */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailParts"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSourceKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceKinds"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sources"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connectSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSource"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceSettings"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSourceSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceSettings"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceSettings"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceTested"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceForgotten"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingAnswer"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingSaved"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingPreview"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRejected: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectedPage"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    syncSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncStarted"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelAsked"];
                };
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspaceId: string;
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What is wrong and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
