export interface paths {
    "/api/workspace/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete the workspace one is in, with all that is in it, for ever; its name confirms it */
        delete: operations["deleteWorkspace"];
        options?: never;
        head?: never;
        /** Rename the workspace one is in, or change its calendar and currency */
        patch: operations["changeWorkspace"];
        trace?: never;
    };
    "/api/workspace/{id}/keeping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long what is kept, and whether anything may be deleted */
        get: operations["readKeeping"];
        /** How long the audit log is kept */
        put: operations["decideKeeping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspace/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let nothing be deleted, for a reason */
        put: operations["holdWorkspace"];
        post?: never;
        /** Let be deleted again */
        delete: operations["endHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whoever came by the link of the server makes a login: an admin of this workspace */
        post: operations["makeLogin"];
        /** Delete your login and what is known of you, in every workspace */
        delete: operations["deleteOwnLogin"];
        options?: never;
        head?: never;
        /** Change your name */
        patch: operations["changeLogin"];
        trace?: never;
    };
    "/api/login/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a member's login and what is known of them; where they are a member elsewhere you must be an admin there too */
        delete: operations["deleteLogin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasure/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People known from the sources, by their address or name */
        get: operations["findPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take somebody known from the sources out of all facts, so that no later sync brings them back */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one can sign in here */
        get: operations["readWaysIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, to which workspace, and what they may do */
        get: operations["readSession"];
        put?: never;
        /** Sign in with e-mail and password */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The one-time code, or a recovery code, after the password */
        post: operations["giveSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-reset/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose password a link sets */
        post: operations["readPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-reset/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set it; all sessions of the login end */
        post: operations["usePasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your sessions, the one seen last first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End all your sessions but this one */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/all/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of your sessions */
        delete: operations["endOneSession"];
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
    "/api/login/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change your password; your other sessions end */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The first code of the app; your other sessions end */
        put: operations["confirmSecondFactor"];
        /** A secret for the app that makes one-time codes; it is asked for once a code was given */
        post: operations["beginSecondFactor"];
        /** Sign in with the password alone again; your other sessions end */
        delete: operations["removeSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login/recovery-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten new recovery codes; the old ones are worth nothing any more */
        post: operations["makeRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link your login to who you are at the provider; the browser goes there next */
        post: operations["linkProvider"];
        /** Sign in with the password only from now on; your other sessions end */
        delete: operations["unlinkProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done, the latest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file: JSON, an entry a line, or CSV */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether each entry is as it was written and none is missing */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your tokens; those of everybody for who has the right "people" */
        get: operations["listTokens"];
        put?: never;
        /** Make a token for a program; it is answered this once */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a token of yours, or anybody's with the right "people"; it opens nothing from now on */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the numbers mean, its versions, and what it can name */
        get: operations["readDefinition"];
        /** Keep a definition as the next version; where its rules differ, handoffs are derived anew */
        put: operations["decideDefinition"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definition/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every number by the definition in force and by another; nothing is changed */
        post: operations["previewDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definition/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide again what an older version says, as the next version */
        post: operations["restoreDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handoff/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/driver/mix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DriverController_mix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/driver/factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DriverController_factors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/driver/factor/{id}/handoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DriverController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/driver/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DriverController_people"];
        put?: never;
        post?: never;
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
    "/api/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody of the workspace */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/member/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them */
        get: operations["readMember"];
        put?: never;
        post?: never;
        /** Take somebody out of the workspace; sessions, tokens and mails of theirs end */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /** Change role, sight, team or owners; it holds from their next request on */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/api/member/{id}/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign somebody out of this workspace everywhere */
        delete: operations["endMemberSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/member/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link with which somebody sets a new password */
        post: operations["resetMemberPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/member/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take the second factor off somebody who has lost phone and recovery codes; every session of theirs ends */
        delete: operations["removeMemberSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sales reps and CSMs, and whom of Baton they are linked to */
        get: operations["listOwners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams, their members, and whose handoffs are theirs */
        get: operations["listTeams"];
        put?: never;
        /** Make a team */
        post: operations["makeTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a team; its members stay and see their own handoffs */
        delete: operations["removeTeam"];
        options?: never;
        head?: never;
        /** Rename a team, or say whose handoffs are its own */
        patch: operations["changeTeam"];
        trace?: never;
    };
    "/api/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that nobody has accepted yet */
        get: operations["listInvitations"];
        put?: never;
        /** Invite somebody; the link is mailed, or shown once to be handed over */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation; its link opens nothing any more */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation is to, and what accepting it takes */
        post: operations["readInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join, with a new login or with the one that is signed in */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workspaces one is a member of */
        get: operations["listWorkspaces"];
        put?: never;
        /** Make a workspace, whose admin one is; POST /api/session/workspace goes there */
        post: operations["makeWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go to another workspace of which one is a member */
        post: operations["enterWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProcessController_whole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/handoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ProcessController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/repeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepeatController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/repeat/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RepeatController_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/repeat/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RepeatController_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/repeat/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RepeatController_decide"];
        delete: operations["RepeatController_takeBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/restatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RestatementController_list"];
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
    "/api/risk/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RiskController_model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risk/{handoffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RiskController_one"];
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
        EndedWorkspace: {
            /** @description Of the workspace, as a confirmation */
            name: string;
        };
        Kept: {
            auditDays: number | null;
            /** @description While it is there nothing may be deleted */
            hold: {
                reason: string;
                /** Format: date-time */
                since: string;
            } | null;
        };
        Keeping: {
            /** @description Days that the audit log is kept; null for ever */
            auditDays: number | null;
        };
        Hold: {
            reason: string;
        };
        OwnDeletion: {
            password: string;
        };
        FoundPeople: {
            people: {
                email: string;
                name: string | null;
                /** @description One of our own people */
                internal: boolean;
            }[];
            /** @description No more than so many are answered */
            most: number;
        };
        Erasure: {
            /**
             * Format: email
             * @description Of the person
             */
            email: string;
            /** @description True: only says what would go */
            preview: boolean;
        };
        Erased: {
            preview: boolean;
            /** @description Persons of the sources with this address */
            people: number;
            /** @description Records of what they wrote or answered */
            said: number;
            /** @description Rows by table in which their address or name stands */
            rows: {
                [key: string]: number;
            };
        };
        WaysIn: {
            /** @description False: only the provider lets in */
            password: boolean;
            /** @description What stands on its button; null when there is none */
            provider: {
                name: string;
            } | null;
        };
        SignIn: {
            email: string;
            password: string;
        };
        SignInAnswer: {
            /**
             * @description second-factor: the password was right; a one-time code is missing
             * @enum {string}
             */
            kind: "signed-in" | "second-factor";
        };
        SecondFactorCode: {
            /** @description Six digits of the app, or a recovery code */
            code: string;
        };
        ResetToken: {
            token: string;
        };
        PasswordReset: {
            email: string;
            name: string;
        };
        UsedReset: {
            token: string;
            /** @description 12 to 200 characters of any kind; well-known ones are refused */
            password: string;
        };
        Sessions: {
            sessions: {
                /** @description Of the session as it is kept; it opens nothing */
                id: string;
                /** Format: date-time */
                signedInAt: string;
                /**
                 * Format: date-time
                 * @description To the minute
                 */
                seenAt: string;
                /** @description From which it began; null when it is not known */
                address: string | null;
                /** @description As it calls itself; null when it does not say */
                browser: string | null;
                /** @enum {string} */
                cameBy: "link" | "password" | "provider";
                /** @description The one that asks */
                current: boolean;
            }[];
        };
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
                /**
                 * @description Who asks that everybody has a second factor
                 * @enum {string}
                 */
                secondFactor: "nobody" | "workspace" | "installation";
            };
            /** Format: uuid */
            workspaceId: string;
            /** @description Null for one who came by a link printed on the server */
            login: {
                /** Format: uuid */
                id: string;
                email: string;
                name: string;
                /** @description Whether a one-time code is asked for at sign-in */
                secondFactor: boolean;
                /** @description False: it signs in with the provider only */
                password: boolean;
                /** @description Whether it signs in with the provider */
                linked: boolean;
                recoveryCodesLeft: number;
            } | null;
            /** @enum {string} */
            role: "admin" | "manager" | "csm" | "executive" | "analyst";
            /**
             * @description Whose handoffs one sees: everybody’s, those of the team, or one’s own
             * @enum {string}
             */
            sight: "all" | "team" | "mine";
            rights: ("read" | "judge" | "export" | "token" | "report" | "define" | "connect" | "people" | "workspace" | "audit")[];
            /** @description True: nothing opens but setting one up, and signing out */
            secondFactorMissing: boolean;
            /** @description Goes back as the header X-Baton-Token with everything that changes something */
            csrfToken: string;
            /** @description Those one may change to; of a link the one it opened */
            workspaces: {
                /** Format: uuid */
                id: string;
                name: string;
                sample: boolean;
                /** @enum {string} */
                role: "admin" | "manager" | "csm" | "executive" | "analyst";
            }[];
        };
        NewWorkspace: {
            name: string;
            /** @description IANA name; days, weeks and months are cut in it */
            timeZone: string;
            currency: string;
        };
        NewLogin: {
            name: string;
            email: string;
            /** @description 12 to 200 characters of any kind; well-known ones are refused */
            password: string;
        };
        ChangedLogin: {
            name: string;
        };
        ChangedPassword: {
            current: string;
            /** @description 12 to 200 characters of any kind; well-known ones are refused */
            new: string;
        };
        Confirmed: {
            /** @description The current one */
            password: string;
        };
        NewSecondFactor: {
            /** @description Base 32, for an app that cannot read the picture */
            secret: string;
            /** @description otpauth://, what the picture says */
            uri: string;
            /** @description A QR code */
            svg: string;
        };
        AppCode: {
            code: string;
        };
        RecoveryCodes: {
            /** @description Each stands for a one-time code once. They are shown now and never again */
            recoveryCodes: string[];
        };
        SecondFactorRemoval: {
            password: string;
            /** @description Of the app, or a recovery code */
            code: string;
        };
        Away: {
            /**
             * Format: uri
             * @description Where the browser goes next; it comes back by itself
             */
            location: string;
        };
        AuditEntry: {
            /** @description From 1, without gaps */
            number: string;
            /** Format: date-time */
            at: string;
            actor: {
                /** @description session, token, link, stranger, shell or baton */
                kind: string;
                loginId?: string;
                email?: string;
                name?: string;
                tokenPrefix?: string;
            };
            action: string;
            /** @description What it was done to; null when the action says it all */
            subject: string | null;
            detail: {
                [key: string]: string | number | boolean | (null) | string[];
            };
            requestId: string | null;
            address: string | null;
            /** @description SHA-256 of the entry and of the hash before it, hex */
            hash: string;
        };
        Token: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description How it begins */
            prefix: string;
            scopes: string[];
            /** @enum {string} */
            visibility: "all" | "team" | "mine";
            owner: {
                /** Format: uuid */
                loginId: string;
                /** @description Null when the login is gone */
                name: string | null;
                own: boolean;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description To the minute; null when it never was
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string} */
            state: "active" | "expired" | "revoked";
        };
        DefinitionAnswer: {
            version: number;
            definition: components["schemas"]["Definition"];
            /** @description JSON Schema of a definition */
            schema: {
                [key: string]: unknown;
            };
            /** @description The newest first */
            versions: components["schemas"]["DefinitionVersion"][];
            /** @description What of it nothing in the sources fits */
            warnings: string[];
            /** @description What it can name */
            choices: {
                products: string[];
                segments: string[];
                stages: {
                    source: string;
                    sourceName: string;
                    pipeline: string;
                    stage: string;
                    label: string;
                    /** @description As the CRM says */
                    won: boolean;
                }[];
                tags: string[];
                priorities: string[];
                /** @description Subjects of done tasks */
                tasks: string[];
                /** @description Whose public holidays are known */
                countries: {
                    code: string;
                    name: string;
                }[];
                timeZones: string[];
                clocks: {
                    id: string;
                    name: string;
                }[];
                kpis: {
                    id: string;
                    name: string;
                    unit: components["schemas"]["Unit"];
                }[];
            };
        };
        Definition: {
            targets: {
                "owner-named": {
                    standard: number;
                    enterprise: number;
                } & {
                    [key: string]: number;
                };
                welcome: {
                    standard: number;
                    enterprise: number;
                } & {
                    [key: string]: number;
                };
                "next-steps": {
                    standard: number;
                    enterprise: number;
                } & {
                    [key: string]: number;
                };
                "internal-meeting": {
                    standard: number;
                    enterprise: number;
                } & {
                    [key: string]: number;
                };
                "knowledge-transfer": {
                    standard: number;
                    enterprise: number;
                } & {
                    [key: string]: number;
                };
                kickoff: {
                    standard: number;
                    enterprise: number;
                } & {
                    [key: string]: number;
                };
                "promise-conversation": {
                    standard: number;
                    enterprise: number;
                } & {
                    [key: string]: number;
                };
                "quiet-period": {
                    standard: number;
                    enterprise: number;
                } & {
                    [key: string]: number;
                };
                onboarding: {
                    standard: number;
                    enterprise: number;
                } & {
                    [key: string]: number;
                };
                "first-value": {
                    standard: number;
                    enterprise: number;
                } & {
                    [key: string]: number;
                };
            };
            windows: {
                /** @description First answers count that many days from the won deal */
                csatDays: number;
                churnDays: number;
                repeatDays: number;
                escalationDays: number;
                ownershipDays: number;
                /** @description Days from the won deal in which a customer must not be left without contact; contacts are kept for 14 */
                quietDays: number;
            };
            kpiTargets: {
                [key: string]: {
                    all: number | null;
                } & {
                    [key: string]: number | null;
                };
            };
            calendar: {
                /** @description IANA name; empty for that of the workspace */
                timeZone: string | null;
                /** @description 0 Sunday to 6 Saturday */
                days: number[];
                from: string;
                to: string;
                /** @description Whose public holidays are free: DE, DE-BY, US ...; empty for none */
                country: string | null;
                /** @description Further days off */
                holidays: {
                    /** Format: date */
                    on: string;
                    name: string;
                }[];
            };
            health: {
                "owner-named": number;
                welcome: number;
                brief: number;
                kickoff: number;
                contact: number;
                onboarding: number;
                "first-value": number;
                csat: number;
                repeats: number;
                escalations: number;
                promises: number;
            };
            rules: {
                /** @description First value by product; the first that fits holds */
                firstValue: {
                    /** @description Only handoffs of this product; empty for all others */
                    product: string | null;
                    /**
                     * @description What the customer must have: the mapped first-value event, completed onboarding, a held kickoff, or a task done
                     * @enum {string}
                     */
                    when: "event" | "onboarding-completed" | "kickoff-held" | "task";
                    /** @description Words in the subject of that task */
                    task: string | null;
                }[];
                /** @description Stages that count as won, or do not, whatever the CRM says */
                wonStages: {
                    source: string;
                    pipeline: string;
                    stage: string;
                    won: boolean;
                }[];
                repeat: {
                    /** @description Ticket tags by which a person reports that the customer had to repeat information */
                    tags: string[];
                    /** @description Words of customers that mean it, beside the built-in ones; * stands for up to five words */
                    phrases: string[];
                    /** @description Sentences with these words never mean it */
                    never: string[];
                    /** @description Languages whose built-in phrases are used */
                    languages: ("en" | "de" | "fr" | "es" | "pt")[];
                    /** @description Which evidence counts */
                    tiers: ("reported" | "asked again" | "inferred")[];
                };
                escalation: {
                    /** @description Ticket priorities that are escalations */
                    priorities: string[];
                    /** @description Ticket tags that are escalations */
                    tags: string[];
                    /** @description Whether escalation tasks count */
                    tasks: boolean;
                };
                brief: {
                    /** @description How many of the six sections an accepted brief must have for knowledge to be transferred */
                    sections: number;
                };
            };
        };
        DefinitionVersion: {
            version: number;
            /**
             * Format: date-time
             * @description Null for the built-in one
             */
            decidedAt: string | null;
            decidedBy: string | null;
            note: string | null;
            /** @description What differs from the version before, in words */
            changes: string[];
            /** @description False while handoffs are being derived by its rules */
            applied: boolean;
        };
        /** @enum {string} */
        Unit: "days" | "hours" | "share" | "per 100 handoffs" | "points" | "of 100";
        WantedDefinition: {
            definition: {
                [key: string]: unknown;
            };
        };
        DefinitionPreview: {
            /** @description The version in force */
            from: number;
            changes: string[];
            period: components["schemas"]["Period"];
            kpis: {
                kpi: {
                    id: string;
                    name: string;
                    unit: components["schemas"]["Unit"];
                    /** @enum {string} */
                    better: "lower" | "higher";
                };
                /** @description Over the period */
                year: {
                    before: components["schemas"]["Measure"];
                    after: components["schemas"]["Measure"];
                    /** @description In the unit of the KPI */
                    difference: number | null;
                };
                /** @description The last month whose windows have passed by both */
                lastMature: {
                    before: components["schemas"]["Measure"];
                    after: components["schemas"]["Measure"];
                    /** @description In the unit of the KPI */
                    difference: number | null;
                    period: components["schemas"]["Period"];
                    label: string;
                } | null;
                /** @description Over the period */
                details: {
                    id: string;
                    label: string;
                    unit: components["schemas"]["Unit"];
                    before: components["schemas"]["Measure"];
                    after: components["schemas"]["Measure"];
                    /** @description In the unit of the KPI */
                    difference: number | null;
                }[];
            }[];
            /** @description Null where the rules are the same, and with them the handoffs */
            handoffs: {
                handoffs: number;
                come: number;
                go: number;
                /** @description Have another t0 */
                t0: number;
                firstValue: number;
                escalations: number;
                repeats: number;
                knowledgeTransfer: number;
                /** @description Those that come, go or have another t0; the first 200 */
                moved: {
                    id: string;
                    name: string;
                    account: string;
                    /**
                     * Format: date-time
                     * @description Null: it comes
                     */
                    wonBefore: string | null;
                    /**
                     * Format: date-time
                     * @description Null: it goes
                     */
                    wonAfter: string | null;
                }[];
            } | null;
            /** @description How many accounts were derived for it; null for all */
            sample: {
                accounts: number;
                ofAccounts: number;
            } | null;
        };
        Period: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
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
        DefinitionDecision: {
            /** @description The version that was edited */
            from: number;
            definition: {
                [key: string]: unknown;
            };
            note: string;
            /** @description Who decides */
            by?: string;
        };
        DefinitionDecided: {
            version: number;
            changes: string[];
            warnings: string[];
            /** @description False while handoffs are still being derived by its rules */
            applied: boolean;
        };
        DefinitionRestoration: {
            /** @description The newest version */
            from: number;
            note: string;
            /** @description Who decides */
            by?: string;
        };
        MixAnswer: {
            scope: components["schemas"]["Scope"];
            kpi: components["schemas"]["Kpi"];
            by: string;
            /** @description What it is compared with */
            name: string;
            /** @description What is taken apart where the KPI itself does not add up: "share by day 27" */
            quotient: string | null;
            unit: components["schemas"]["Unit"];
            now: {
                period: components["schemas"]["Period"];
                measure: components["schemas"]["Measure"];
            };
            before: {
                period: components["schemas"]["Period"];
                measure: components["schemas"]["Measure"];
            };
            /** @description Why there is nothing to say; null where there is */
            why: string | null;
            difference: number | null;
            mix: number | null;
            /** @description Limits take the mix as it was */
            rate: {
                /** @description In the unit of the KPI, shares in points of 1; null when either side is immature or small */
                difference: number | null;
                /** @description 95 % lower limit of the difference; null with a difference means not bounded by the data */
                low: number | null;
                high: number | null;
                /** @description Chance of a difference at least as large where there is none, adjusted for all that are looked at together (Benjamini-Hochberg) */
                p: number | null;
                /** @description p is below 0.05 */
                clear: boolean;
            } | null;
            /** @description All mix and rate together are the difference */
            parts: {
                /** @description Null: the handoff has no value for it, or the groups that are folded */
                value: string | null;
                label: string;
                /** @description How many small groups stand here together; 0 for a group of its own */
                folded: number;
                now: components["schemas"]["Measure"];
                before: components["schemas"]["Measure"];
                /** @description Its share of the whole */
                shareNow: number;
                shareBefore: number;
                /** @description What it adds to the difference by being more or less of the whole */
                mix: number;
                /** @description What it adds by having changed itself */
                rate: number;
                rateLow: number | null;
                rateHigh: number | null;
                total: number;
            }[];
            /** @description The handoffs of the period that moved it most in its direction */
            moved: {
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
                /** @description By so much the difference would be smaller without it */
                moved: number;
            }[];
            words: string;
        };
        Scope: {
            period: components["schemas"]["Period"];
            /** Format: date-time */
            asOf: string;
            /**
             * Format: date-time
             * @description As it had been told by then, corrections since left out; null for as it is known now
             */
            knownAt: string | null;
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
            /** @description Why these numbers are not wholly by that version; null when they are */
            note: string | null;
            /**
             * @description How hours were counted
             * @enum {string}
             */
            time: "wall" | "working";
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
            part: components["schemas"]["Part"];
            /** @description A handoff is mature when this many days have passed since it was won */
            windowDays: number;
            version: number;
        };
        /**
         * @description Of what a KPI tells. value: what the customer got and whether they stayed; start: how the handoff began; knowledge: what was passed on and promised; service: how it went since; whole: all of it
         * @enum {string}
         */
        Part: "value" | "start" | "knowledge" | "service" | "whole";
        FactorAnswer: {
            scope: components["schemas"]["Scope"];
            note: string;
            churnDay: number;
            factors: {
                id: string;
                name: string;
                /** @description Day from the won deal on which it is known; only handoffs still there are looked at, and only what came after */
                settledDay: number;
                /** @description False when the data hold nothing of the kind */
                recorded: boolean;
                places: {
                    yes: number;
                    no: number;
                    unknown: number;
                    "left before": number;
                    "too young": number;
                };
                /** @description Gone by the churn day */
                churn: components["schemas"]["Association"];
                /** @description Median days to first value; p of the log-rank test */
                value: components["schemas"]["Association"];
            }[];
        };
        Association: {
            yes: components["schemas"]["Measure"];
            no: components["schemas"]["Measure"];
            /** @description In the unit of the KPI, shares in points of 1; null when either side is immature or small */
            difference: number | null;
            /** @description 95 % lower limit of the difference; null with a difference means not bounded by the data */
            low: number | null;
            high: number | null;
            /** @description Chance of a difference at least as large where there is none, adjusted for all that are looked at together (Benjamini-Hochberg) */
            p: number | null;
            /** @description p is below 0.05 */
            clear: boolean;
            words: string;
        };
        FactorList: {
            scope: components["schemas"]["Scope"];
            /** @description As many as the number says */
            total: number;
            /** @description Ask with `after` for the page that follows; null on the last */
            next: string | null;
            items: components["schemas"]["ListedHandoff"][];
            factor: string;
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
        PeopleAnswer: {
            scope: components["schemas"]["Scope"];
            kpi: components["schemas"]["Kpi"];
            by: string;
            /** @description As much of the period as is mature, which alone is looked at; null when nothing is */
            period: components["schemas"]["Period"] | null;
            quotient: string | null;
            unit: components["schemas"]["Unit"];
            /** @enum {string} */
            better: "lower" | "higher";
            whole: components["schemas"]["Measure"];
            /** @description By their best rank, those outside their limits first among equals; no order within the same ranks */
            people: {
                value: string | null;
                label: string;
                measure: components["schemas"]["Measure"];
                /** @description Where 95 % of those of that size would lie were they like the whole */
                limits: {
                    low: number;
                    high: number;
                } | null;
                /** @description Exact mid-P against the whole, adjusted over all who are compared (Benjamini-Hochberg) */
                p: number | null;
                outside: boolean;
                /** @description Which side of the whole; null where that cannot be said */
                better: boolean | null;
                /** @description Between which ranks: only those whose intervals do not overlap are put in order */
                rank: {
                    best: number;
                    worst: number;
                } | null;
            }[];
            /** @description Limits of the whole over the number of handoffs, for a drawing */
            funnel: {
                n: number;
                /** @description 95 % */
                usual: {
                    low: number;
                    high: number;
                };
                /** @description 99.8 % */
                far: {
                    low: number;
                    high: number;
                };
            }[];
            words: string;
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
            /** @description Its hours are those of the working calendar */
            working: boolean;
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
            /** @description Changes of the definitions within the trend that touch this KPI */
            markers: components["schemas"]["Marker"][];
            /** @description Null unless `by` was asked */
            breakdown: components["schemas"]["Group"][] | null;
            /** @description Cumulative incidence by step; null for KPIs that are not times, and where all KPIs are asked about at once */
            curve: components["schemas"]["CurvePoint"][] | null;
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
            /** @description The earlier period, or as much of it as the mature part of this one */
            period: components["schemas"]["Period"];
            /** @description Of that earlier period */
            measure: components["schemas"]["Measure"];
            /** @description While the period is immature: its mature part, which alone is compared. Null when the whole period is */
            of: {
                period: components["schemas"]["Period"];
                measure: components["schemas"]["Measure"];
            } | null;
            /** @description In the unit of the KPI, shares in points of 1; null when either side is immature or small */
            difference: number | null;
            /** @description 95 % lower limit of the difference; null with a difference means not bounded by the data */
            low: number | null;
            high: number | null;
            /** @description Chance of a difference at least as large where there is none, adjusted for all that are looked at together (Benjamini-Hochberg) */
            p: number | null;
            /** @description p is below 0.05 */
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
            /** @description Null when no correction moved it; /api/restatement names the handoffs */
            restated: {
                /** @description What the period would say had no record been corrected since it was first told */
                from: components["schemas"]["Measure"];
                /**
                 * Format: date
                 * @description The day on which the last correction that moved it was found
                 */
                on: string;
            } | null;
        };
        ControlLimits: {
            low: number | null;
            center: number;
            high: number | null;
        };
        Marker: {
            version: number;
            /** Format: date */
            on: string;
            note: string | null;
            /** @description In words: "First value target, enterprise: 60 to 45 days" */
            changes: string[];
        };
        Group: {
            /** @description Null: the handoff has no value for it */
            value: string | null;
            label: string;
            measure: components["schemas"]["Measure"];
            /** @description Its mature handoffs against those of all other groups together; only where one KPI is asked about */
            apart: {
                /** @description In the unit of the KPI, shares in points of 1; null when either side is immature or small */
                difference: number | null;
                /** @description 95 % lower limit of the difference; null with a difference means not bounded by the data */
                low: number | null;
                high: number | null;
                /** @description Chance of a difference at least as large where there is none, adjusted for all that are looked at together (Benjamini-Hochberg) */
                p: number | null;
                /** @description p is below 0.05 */
                clear: boolean;
                words: string;
            } | null;
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
        Members: {
            members: components["schemas"]["Member"][];
        };
        Member: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "admin" | "manager" | "csm" | "executive" | "analyst";
            /**
             * @description Whose handoffs are seen: of everybody, of the team, or one's own
             * @enum {string}
             */
            sight: "all" | "team" | "mine";
            team: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description Whose handoffs are their own */
            owners: {
                /** @description As handoffs name a sales rep or CSM */
                name: string;
                /**
                 * @description email: somebody of the sources has the member's verified e-mail
                 * @enum {string}
                 */
                linkedBy: "email" | "hand";
            }[];
            secondFactor: boolean;
            disabled: boolean;
            /** Format: date-time */
            joinedAt: string;
            /** Format: date-time */
            lastSignInAt: string | null;
            you: boolean;
        };
        MemberChange: {
            /**
             * @description With a new role comes its usual sight, unless another is given
             * @enum {string}
             */
            role?: "admin" | "manager" | "csm" | "executive" | "analyst";
            /**
             * @description Whose handoffs are seen: of everybody, of the team, or one's own
             * @enum {string}
             */
            sight?: "all" | "team" | "mine";
            /** Format: uuid */
            teamId?: string | null;
            /** @description All names linked by hand; those found by e-mail stay */
            owners?: string[];
            /** @description Whether nobody can sign in with the login */
            disabled?: boolean;
        };
        ResetLink: {
            /** @description Works once; hand it over yourself */
            link: string;
            /** Format: date-time */
            expiresAt: string;
        };
        FactorRemoved: {
            /** @description Whether they were told by mail; false: tell them yourself */
            mailed: boolean;
        };
        Owners: {
            owners: components["schemas"]["Owner"][];
        };
        Owner: {
            /** @description As handoffs name a sales rep or CSM */
            name: string;
            emails: string[];
            /** @description Handoffs that name them as sales rep or CSM */
            handoffCount: number;
            /** @description Whose own they are */
            members: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                linkedBy: "email" | "hand";
            }[];
            teams: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
        };
        Teams: {
            teams: components["schemas"]["Team"][];
        };
        Team: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Sales reps and CSMs as handoffs name them, beside those of its members */
            owners: string[];
            members: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
        };
        NewTeam: {
            name: string;
            /** @default [] */
            owners: string[];
        };
        TeamChange: {
            name?: string;
            owners?: string[];
        };
        Invitations: {
            /** @description Those that nobody has accepted yet, the latest first */
            invitations: components["schemas"]["Invitation"][];
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "admin" | "manager" | "csm" | "executive" | "analyst";
            /**
             * @description Whose handoffs are seen: of everybody, of the team, or one's own
             * @enum {string}
             */
            sight: "all" | "team" | "mine";
            team: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description A name; null for one who came by a link or is gone */
            invitedBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            expired: boolean;
        };
        Invited: {
            invitation: components["schemas"]["Invitation"];
            mailed: boolean;
            /** @description To hand over, shown only now; null when it was mailed */
            link: string | null;
        };
        InvitationToken: {
            token: string;
        };
        OpenInvitation: {
            workspaceName: string;
            email: string;
            /** @enum {string} */
            role: "admin" | "manager" | "csm" | "executive" | "analyst";
            /** Format: date-time */
            expiresAt: string;
            /**
             * @description What accepting takes: a name and a password; signing in first; or nothing more
             * @enum {string}
             */
            next: "make-login" | "sign-in" | "join";
        };
        Acceptance: {
            token: string;
            /** @description Of a new login */
            name?: string;
            /** @description Of a new login */
            password?: string;
        };
        Accepted: {
            /** @enum {string} */
            kind: "signed-in";
        };
        Workspaces: {
            workspaces: components["schemas"]["Workspace"][];
        };
        Workspace: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description True while it shows the sample company */
            sample: boolean;
            timeZone: string;
            currency: string;
            weekStart: number;
            fiscalStart: number;
            /** @description Whether it opens only to those who have a second factor */
            secondFactorRequired: boolean;
            /**
             * @description Of the one who asks
             * @enum {string}
             */
            role: "admin" | "manager" | "csm" | "executive" | "analyst";
            /** @description The one that is shown now */
            current: boolean;
        };
        GivenWorkspace: {
            name: string;
            /** @description IANA name; days, weeks and months are cut in it */
            timeZone: string;
            /** @description ISO 4217 */
            currency: string;
            /**
             * @description 0 Sunday, 1 Monday, 6 Saturday
             * @default 1
             * @enum {number}
             */
            weekStart: 0 | 1 | 6;
            /**
             * @description Month in which the fiscal year starts
             * @default 1
             */
            fiscalStart: number;
        };
        WorkspaceChange: {
            name?: string;
            /** @description IANA name; days, weeks and months are cut in it */
            timeZone?: string;
            /** @description ISO 4217 */
            currency?: string;
            /**
             * @description 0 Sunday, 1 Monday, 6 Saturday
             * @enum {number}
             */
            weekStart?: 0 | 1 | 6;
            /** @description Month in which the fiscal year starts */
            fiscalStart?: number;
            /** @description Holds from the next request of everybody on */
            secondFactorRequired?: boolean;
        };
        ChosenWorkspace: {
            /** Format: uuid */
            id: string;
        };
        ProcessAnswer: {
            scope: components["schemas"]["Scope"];
            handoffs: number;
            steps: components["schemas"]["ProcessStep"][];
            /** @description Handoffs whose onboarding or first value is still to come, by how far they are */
            waiting: components["schemas"]["Standing"][];
            /** @description Customers who left */
            left: number;
            /** @description Onboarding complete and first value reached */
            finished: number;
            /** @description The commonest ways taken so far, most handoffs first */
            variants: components["schemas"]["Variant"][];
            /** @description The rest of them */
            others: {
                variants: number;
                count: number;
            };
            moves: components["schemas"]["Move"][];
            violations: components["schemas"]["Violation"][];
        };
        ProcessStep: {
            id: components["schemas"]["StepId"];
            label: string;
            unit: components["schemas"]["Unit"];
            /** @description False: no source records this step, so nothing is said of it */
            measured: boolean;
            /** @description Within 90 days, everybody counted, leaving competes */
            share: components["schemas"]["Measure"];
            /** @description Time by which half of all got there */
            median: components["schemas"]["Measure"];
            lowerQuartile: components["schemas"]["Measure"];
            upperQuartile: components["schemas"]["Measure"];
            /** @description As it stands at the as-of moment, however late */
            outcomes: components["schemas"]["Outcome"][];
            /** @description From the step before: only those who took that one, and had not come here earlier; null for the first */
            leg: {
                from: components["schemas"]["StepId"];
                /** @description Within 90 days, everybody counted, leaving competes */
                share: components["schemas"]["Measure"];
                /** @description Time by which half of all got there */
                median: components["schemas"]["Measure"];
                lowerQuartile: components["schemas"]["Measure"];
                upperQuartile: components["schemas"]["Measure"];
                /** @description As it stands at the as-of moment, however late */
                outcomes: components["schemas"]["Outcome"][];
            } | null;
        };
        /** @enum {string} */
        StepId: "won" | "welcome" | "brief" | "meeting" | "kickoff" | "onboarding" | "value";
        Standing: {
            /** @description The furthest step taken */
            after: components["schemas"]["StepId"];
            /** @description What is waited for */
            before: components["schemas"]["StepId"];
            label: string;
            count: number;
            /** @description Days stood so far */
            median: components["schemas"]["Measure"];
            lowerQuartile: components["schemas"]["Measure"];
            upperQuartile: components["schemas"]["Measure"];
            /** @description Sum in the currency of the workspace; null when none of them has one */
            arr: number | null;
            /** @description How many of them the sum is of */
            withArr: number;
        };
        Variant: {
            key: string;
            /** @description In the order taken, the won deal first */
            steps: components["schemas"]["StepId"][];
            count: number;
            share: components["schemas"]["Measure"];
            /** @description Median days from the won deal */
            timeToValue: components["schemas"]["Measure"] | null;
            /** @description Probability of churn by day 90 */
            churn: components["schemas"]["Measure"] | null;
        };
        Move: {
            from: components["schemas"]["StepId"];
            /** @enum {string} */
            to: "won" | "welcome" | "brief" | "meeting" | "kickoff" | "onboarding" | "value" | "left";
            label: string;
            count: number;
            /** @description Of those who took the first step, who went this way next within 90 days */
            share: components["schemas"]["Measure"];
            unit: components["schemas"]["Unit"];
            /** @description Of those who went this way only */
            median: components["schemas"]["Measure"];
        };
        Violation: {
            id: string;
            label: string;
            words: string;
            measured: boolean;
            /** @description Out of order, whether what was missing came later or not at all; null when no source records one of the two */
            count: number | null;
            /** @description Of the handoffs in which the later thing happened */
            share: components["schemas"]["Measure"];
            outcomes: components["schemas"]["Outcome"][];
        };
        ProcessList: {
            scope: components["schemas"]["Scope"];
            /** @description As many as the number says */
            total: number;
            /** @description Ask with `after` for the page that follows; null on the last */
            next: string | null;
            items: components["schemas"]["ListedHandoff"][];
            /** @description What is listed */
            label: string;
        };
        /** @enum {string} */
        RepeatTier: "reported" | "asked again" | "inferred";
        RepeatAnswer: {
            scope: components["schemas"]["Scope"];
            windowDays: number;
            /** @description Under tier and verdict */
            total: number;
            /** @description Those of the KPI, whatever tier and verdict were asked for */
            counted: number;
            /** @description Of all that stand, whatever tier was asked for */
            tiers: {
                tier: components["schemas"]["RepeatTier"];
                count: number;
            }[];
            verdicts: {
                none: number;
                confirmed: number;
                dismissed: number;
            };
            items: components["schemas"]["RepeatEpisode"][];
            next: string | null;
        };
        RepeatEpisode: {
            sourceId: string;
            /** @description With the source, what a verdict is given on */
            factId: string;
            handoffId: string;
            handoffName: string;
            accountName: string;
            /** Format: date-time */
            wonAt: string;
            csm: string | null;
            /** Format: date-time */
            at: string;
            tier: components["schemas"]["RepeatTier"];
            /** @description Of the conversation */
            subject: string | null;
            /** @description Of the brief, that was asked for again */
            section: string | null;
            /** @description Null when somebody reported it without words */
            passage: components["schemas"]["Passage"] | null;
            /** @description It is part of the KPI: not dismissed, in the window, and before the end of the data */
            counted: boolean;
            /** @enum {string|null} */
            verdict: "confirmed" | "dismissed" | null;
            /** Format: date-time */
            decidedAt: string | null;
            record: components["schemas"]["EvidenceRecord"];
        };
        /** @description The words that are the evidence, and what was written around them */
        Passage: {
            before: string;
            words: string;
            after: string;
        };
        RepeatCoverage: {
            scope: components["schemas"]["Scope"];
            handoffs: number;
            /** @description Handoffs since which the customer has written at least once: in the others nothing can be found */
            withConversation: number;
            /** @description Handoffs with a section of the brief: in the others nothing can be asked again */
            withBrief: number;
            /** @description Of the latest messages that were looked at for it, the most first */
            languages: {
                /**
                 * @description By its small words; null when they do not tell
                 * @enum {string|null}
                 */
                language: "en" | "de" | "fr" | "es" | "pt" | null;
                count: number;
            }[];
            /** @description How many messages that was */
            languagesOf: number;
            /** @description Those that count by the rules in force */
            tiers: components["schemas"]["RepeatTier"][];
        };
        RepeatTry: {
            /** @description Messages that were read */
            read: number;
            hits: number;
            /** @description Hits that the rules in force do not have */
            came: number;
            /** @description Hits of the rules in force that are none any more */
            went: number;
            /** @description Conversations among these that a person reported */
            reported: number;
            /** @description Of these, those in which no message is a hit */
            missed: number;
            /** @description New ones first */
            hitItems: {
                handoffId: string;
                handoffName: string;
                accountName: string;
                /** Format: date-time */
                wonAt: string;
                csm: string | null;
                /** Format: date-time */
                at: string;
                /**
                 * @description By its small words; null when they do not tell
                 * @enum {string|null}
                 */
                language: "en" | "de" | "fr" | "es" | "pt" | null;
                passage: components["schemas"]["Passage"];
                /** @description Whether the rules in force find it, too */
                inForce: boolean;
                record: components["schemas"]["EvidenceRecord"];
            }[];
            wentItems: {
                handoffId: string;
                handoffName: string;
                accountName: string;
                /** Format: date-time */
                wonAt: string;
                csm: string | null;
                /** Format: date-time */
                at: string;
                /**
                 * @description By its small words; null when they do not tell
                 * @enum {string|null}
                 */
                language: "en" | "de" | "fr" | "es" | "pt" | null;
                passage: components["schemas"]["Passage"];
                /** @description Whether the rules in force find it, too */
                inForce: boolean;
                record: components["schemas"]["EvidenceRecord"];
            }[];
            missedItems: {
                handoffId: string;
                handoffName: string;
                accountName: string;
                /** Format: date-time */
                wonAt: string;
                csm: string | null;
                /** Format: date-time */
                at: string;
                subject: string | null;
                /** @description The beginnings of what the customer wrote there */
                said: string[];
                record: components["schemas"]["EvidenceRecord"];
            }[];
        };
        RepeatVerdict: {
            /** @description Handoffs that are different by it */
            changedHandoffs: number;
        };
        Restatements: {
            scope: components["schemas"]["Scope"];
            findings: components["schemas"]["Finding"][];
            /** @description Ask with `after`; null on the last page */
            next: string | null;
        };
        Finding: {
            /**
             * Format: date
             * @description The day on which a sync found it
             */
            on: string;
            /** @enum {string} */
            cause: "record" | "mapping" | "match" | "verdict" | "definition";
            /** @description The cause in words */
            words: string;
            /** @description The version that told it otherwise */
            definition: number | null;
            /**
             * Format: date-time
             * @description What is no later had been told before
             */
            knownUntil: string;
            /** @description Handoffs whose past was corrected */
            count: number;
            /** @description Only those in which a KPI moved; the latest first */
            periods: components["schemas"]["RestatedPeriod"][];
        };
        RestatedPeriod: {
            period: components["schemas"]["Period"];
            label: string;
            kpis: components["schemas"]["RestatedKpi"][];
            /** @description Handoffs of the period whose past was corrected */
            count: number;
            /** @description At most 50 */
            handoffs: components["schemas"]["RestatedHandoff"][];
        };
        RestatedKpi: {
            id: string;
            name: string;
            unit: components["schemas"]["Unit"];
            /** @description What the period would say without what was found */
            from: components["schemas"]["Measure"];
            /** @description What it says */
            to: components["schemas"]["Measure"];
            /** @description How many of the handoffs moved it */
            count: number;
        };
        RestatedHandoff: {
            id: string;
            name: string;
            account: string;
            /** Format: date-time */
            wonAt: string;
            changes: {
                /** @description "Left on 3 March 2026 instead of never" */
                words: string;
                /** @description That says so; null where no record stands behind it any more */
                record: components["schemas"]["EvidenceRecord"] | null;
            }[];
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
                /** @description Inputs left out because no source has recorded any */
                unmeasured: string[];
                words: string;
            };
            /** @description What the chances and the order rest on */
            basis: {
                /**
                 * @description history: from the workspace's own past; rules: no chance is said, and `why` says why
                 * @enum {string}
                 */
                kind: "history" | "rules";
                /** @description The chances are still being worked out: ask again */
                pending: boolean;
                words: string;
            };
            /** @enum {string} */
            order: "loss" | "amount" | "chance";
            /** @description Handoffs at risk under the filter */
            total: number;
            /** @description Accounts they belong to */
            accounts: number;
            /** @description Sum at risk by currency; handoffs without an amount are in none */
            amounts: {
                currency: string | null;
                amount: number;
                count: number;
                /** @description Sum over those whose chance is known */
                expectedLoss: number | null;
                /** @description How many those are */
                weighedCount: number;
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
            /** @description What weighs most first where the history says; else breached before at risk */
            reasons: components["schemas"]["RiskReason"][];
            chance: components["schemas"]["RiskChance"];
            /** @description Amount x chance */
            expectedLoss: {
                value: number;
                low: number;
                high: number;
            } | null;
            /** @description Inputs that are known; the others say nothing, good or bad */
            coverage: {
                known: number;
                of: number;
                unknown: string[];
            };
            /** @description The clock that breaks next; null when all that run have broken */
            next: components["schemas"]["ClockReading"] | null;
        };
        RiskReason: {
            /** @enum {string} */
            kind: "notice" | "escalation" | "csat" | "repeat" | "promise" | "owner" | "clock" | "brief" | "owner-changed";
            /** @description "No kickoff call after 19 days (target 14)", "Brief has 2 of 6 sections" */
            words: string;
            /** @description Null for what is no clock */
            clock: components["schemas"]["ClockReading"] | null;
            /** @description How many times the odds of churn with it, by the history; null when the history does not say */
            odds: number | null;
            /** @description What happened; of what is missing, that since which it is: the won deal, the last contact */
            record: components["schemas"]["EvidenceRecord"] | null;
            recordLabel: string | null;
        };
        /** @description Chance that the customer leaves by the end of the churn window */
        RiskChance: {
            value: number | null;
            /** @description 95 % lower limit */
            low: number | null;
            /** @description 95 % upper limit; null with a value means not bounded by the data */
            high: number | null;
            /** @description Past handoffs it rests on */
            n: number;
            /** @description How many of n have had their whole window */
            mature: number;
            /** @description True from 5 to 29: the interval is to be read before the value */
            wide: boolean;
            /** @description Why there is no value, in words */
            why: string | null;
            /**
             * @description history: from the workspace's own past; rules: no chance is said, and `why` says why
             * @enum {string}
             */
            basis: "history" | "rules";
        };
        RiskModel: {
            known: components["schemas"]["Known"];
            /** @enum {string} */
            basis: "history" | "rules";
            /** @enum {string} */
            verdict: "holds" | "too little history" | "not tested yet" | "no better than the base rate";
            /** @description What the chances rest on, or why none is said */
            words: string;
            churnDays: number;
            /**
             * Format: date-time
             * @description Nothing later was looked at
             */
            learntThrough: string;
            learntFrom: {
                /** @description Handoffs whose whole window had passed by then */
                mature: number;
                /** @description Of these, left within it */
                churned: number;
                /** @description Of these learnt from; a sample where there are more than the most */
                handoffs: number;
                /** @description Each is looked at at every landmark at which it was still there */
                looks: number;
                most: number;
                /** @description Of the sample */
                seed: number;
                /** @description Ages in days */
                landmarks: number[];
            };
            needs: {
                mature: number;
                churned: number;
            };
            tookMs: number;
            /** @description First days of the past months it was tested on */
            months: string[];
            score: components["schemas"]["RiskScore"];
            byAge: {
                from: number;
                to: number;
                words: string;
                score: components["schemas"]["RiskScore"];
            }[];
            calibration: {
                low: number;
                high: number;
                /** @description Mean chance said */
                predicted: number;
                /** @description Share that left */
                observed: components["schemas"]["Measure"];
                scored: number;
            }[];
            /** @description What weighs most first; associations, not causes */
            weights: {
                feature: string;
                /** @description "each section of the brief that is empty: 1.4 times the odds of churn (1.3 to 1.6)" */
                words: string;
                /** @description Odds ratio of one more of it */
                odds: components["schemas"]["Measure"];
                /** @description The most of it that is told apart */
                most: number;
                /** @description Share of all that sets handoffs apart, 0 to 1 */
                weight: number;
            }[];
            /** @description Inputs that were not learnt from, because no source has recorded any */
            unused: string[];
            /** @description Chosen by leaving out blocks of time, for each look */
            penalty: number | null;
            calibrationSlope: number | null;
        };
        RiskScore: {
            /** @description Chances said; a handoff can have been scored in more than one month */
            scored: number;
            /** @description Handoffs of these that left by the end of the window */
            churned: number;
            /** @description How often one that left was scored above one that stayed; 0.5 is no better than a coin */
            auc: components["schemas"]["Measure"];
            /** @description The same for the age alone */
            baseAuc: components["schemas"]["Measure"];
            /** @description AUC less that of the age alone; a model holds when its lower limit is above 0 and so is the skill */
            gain: components["schemas"]["Measure"];
            /** @description Mean squared distance of chance and outcome; 0 is perfect */
            brier: components["schemas"]["Measure"];
            /** @description The same, had the base rate of the age been said of everybody */
            baseBrier: components["schemas"]["Measure"];
            /** @description By which share the chances come nearer than the base rate; 0 is no better */
            skill: components["schemas"]["Measure"];
        };
        OneRiskAnswer: {
            known: components["schemas"]["Known"];
            handoffId: string;
            /** @description False: there is nothing left that could slip, and `risk` is null */
            open: boolean;
            /** @description It is among the accounts at risk */
            listed: boolean;
            amountAtRisk: number | null;
            /** @enum {string|null} */
            amountKind: "arr" | "amount" | null;
            currency: string | null;
            risk: components["schemas"]["RiskOfOne"] | null;
        };
        RiskOfOne: {
            /** @description What weighs most first where the history says; else breached before at risk */
            reasons: components["schemas"]["RiskReason"][];
            chance: components["schemas"]["RiskChance"];
            /** @description Amount x chance */
            expectedLoss: {
                value: number;
                low: number;
                high: number;
            } | null;
            /** @description Inputs that are known; the others say nothing, good or bad */
            coverage: {
                known: number;
                of: number;
                unknown: string[];
            };
            /** @description The clock that breaks next; null when all that run have broken */
            next: components["schemas"]["ClockReading"] | null;
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
            /** @description Of the line in the log that says more */
            requestId?: string;
            /** @description One sentence per wrong field */
            errors?: {
                field: string;
                detail: string;
            }[];
        };
    };
    responses: {
        /** @description What is wrong and what to do */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    deleteWorkspace: {
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
                "application/json": components["schemas"]["EndedWorkspace"];
            };
        };
        responses: {
            /** @description It is closed for everybody; its rows and files are being deleted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    changeWorkspace: {
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
                "application/json": components["schemas"]["WorkspaceChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    readKeeping: {
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
                    "application/json": components["schemas"]["Kept"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    decideKeeping: {
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
                "application/json": components["schemas"]["Keeping"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    holdWorkspace: {
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
                "application/json": components["schemas"]["Hold"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    endHold: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    makeLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLogin"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteOwnLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnDeletion"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    changeLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedLogin"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    deleteLogin: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    findPerson: {
        parameters: {
            query: {
                /** @description Of their address or name */
                words: string;
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
                    "application/json": components["schemas"]["FoundPeople"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Erasure"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    readWaysIn: {
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
                    "application/json": components["schemas"]["WaysIn"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    giveSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorCode"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    readPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetToken"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordReset"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    usePasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsedReset"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listSessions: {
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
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    endOtherSessions: {
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    endOneSession: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedPassword"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppCode"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmed"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecondFactor"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorRemoval"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    makeRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmed"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    linkProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmed"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Away"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    unlinkProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmed"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                action?: "sign-in.succeeded" | "sign-in.failed" | "sign-in.throttled" | "sign-out" | "session.ended" | "access.denied" | "login.made" | "login.changed" | "login.disabled" | "login.enabled" | "password.changed" | "password.reset-asked" | "second-factor.added" | "second-factor.removed" | "recovery-code.made" | "recovery-code.used" | "identity.linked" | "identity.unlinked" | "member.invited" | "invitation.withdrawn" | "member.joined" | "member.changed" | "member.removed" | "team.made" | "team.changed" | "team.removed" | "workspace.made" | "workspace.changed" | "workspace.deleted" | "person.deleted" | "token.made" | "token.revoked" | "key.rotated" | "key.forgotten" | "definition.changed" | "definition.restored" | "export.made" | "audit.exported" | "source.connected" | "source.changed" | "source.removed" | "source.read" | "source.cancelled" | "mapping.changed" | "match.made" | "match.removed" | "import.made" | "import.undone" | "report.changed" | "report.sent" | "report.mailed" | "verdict.given" | "verdict.withdrawn" | "backup.made" | "backup.restored" | "link.made" | "workspace.entered" | "retention.done" | "deed.broken-off";
                /** @description E-mail address, id of a login, beginning of a token, or a kind of actor */
                actor?: string;
                subject?: string;
                /** @description At or after */
                from?: string;
                /** @description Before */
                to?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["AuditEntry"][];
                        /** @description For `after`; null on the last page */
                        next: string | null;
                        /** @description All that can be asked for */
                        actions: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                action?: "sign-in.succeeded" | "sign-in.failed" | "sign-in.throttled" | "sign-out" | "session.ended" | "access.denied" | "login.made" | "login.changed" | "login.disabled" | "login.enabled" | "password.changed" | "password.reset-asked" | "second-factor.added" | "second-factor.removed" | "recovery-code.made" | "recovery-code.used" | "identity.linked" | "identity.unlinked" | "member.invited" | "invitation.withdrawn" | "member.joined" | "member.changed" | "member.removed" | "team.made" | "team.changed" | "team.removed" | "workspace.made" | "workspace.changed" | "workspace.deleted" | "person.deleted" | "token.made" | "token.revoked" | "key.rotated" | "key.forgotten" | "definition.changed" | "definition.restored" | "export.made" | "audit.exported" | "source.connected" | "source.changed" | "source.removed" | "source.read" | "source.cancelled" | "mapping.changed" | "match.made" | "match.removed" | "import.made" | "import.undone" | "report.changed" | "report.sent" | "report.mailed" | "verdict.given" | "verdict.withdrawn" | "backup.made" | "backup.restored" | "link.made" | "workspace.entered" | "retention.done" | "deed.broken-off";
                /** @description E-mail address, id of a login, beginning of a token, or a kind of actor */
                actor?: string;
                subject?: string;
                /** @description At or after */
                from?: string;
                /** @description Before */
                to?: string;
                format?: "csv" | "jsonl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries, the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    verifyAudit: {
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
                    "application/json": {
                        entryCount: number;
                        /** @description Of the last entry. Kept elsewhere with its hash, it shows later whether the log is the same still */
                        number: string;
                        hash: string;
                        fault: {
                            /** @description Of the first entry that is not as it was written, or not there */
                            number: string;
                            why: string;
                        } | null;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listTokens: {
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
                    "application/json": {
                        tokens: components["schemas"]["Token"][];
                        /** @description What a new one of yours could do */
                        scopes: string[];
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it is for */
                    name: string;
                    /** @description It may do no more than these, and no more than its owner may at the time it is used */
                    scopes: ("read" | "judge" | "export" | "report" | "define" | "connect" | "audit")[];
                    /**
                     * @description Whose handoffs it sees: the narrower of this and of its owner's
                     * @enum {string}
                     */
                    visibility: "all" | "team" | "mine";
                    /** @description How long it opens anything */
                    days: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: components["schemas"]["Token"];
                        /** @description The token itself. It is shown this once */
                        secret: string;
                    };
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    revokeToken: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    readDefinition: {
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
                    "application/json": components["schemas"]["DefinitionAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    decideDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinitionDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionDecided"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    previewDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedDefinition"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionPreview"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    restoreDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinitionRestoration"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionDecided"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    ExportController_export: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                /** @description An Arrow IPC stream, or CSV */
                format: "arrow" | "csv";
                /** @description Only the handoffs behind this number; default all */
                kpi?: string;
                /** @description With `kpi`: only those that ended this way */
                outcome?: string;
                /** @description With CSV: begin with a byte order mark, which older spreadsheets need to see that it is UTF-8 */
                bom?: "yes" | "no";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The handoffs of a question, one row each, the last won first. docs/export.md says what the columns are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    DriverController_mix: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                kpi?: string;
                /** @description The dimension whose values are the groups */
                by?: string;
                compare?: "previous" | "year";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why a KPI moved: mix against rate by any dimension */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MixAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    DriverController_factors: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
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
            /** @description What goes with leaving and with time to first value */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    DriverController_list: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                place?: "yes" | "no" | "unknown" | "left before" | "too young";
                /** @description Of value: only those without it on the settled day */
                of?: "churn" | "value";
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
            /** @description The handoffs on one side of a factor: exactly as many as it says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorList"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    DriverController_people: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                kpi?: string;
                by?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People or teams against the whole, with the limits of chance */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    HandoffController_one: {
        parameters: {
            query?: {
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Read the clocks that are counted in hours on the wall clock, or in working hours */
                time?: "wall" | "working";
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listMembers: {
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
                    "application/json": components["schemas"]["Members"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    readMember: {
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
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    removeMember: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    changeMember: {
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
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    endMemberSessions: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    resetMemberPassword: {
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
                    "application/json": components["schemas"]["ResetLink"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    removeMemberSecondFactor: {
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
                    "application/json": components["schemas"]["FactorRemoved"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listOwners: {
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
                    "application/json": components["schemas"]["Owners"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listTeams: {
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
                    "application/json": components["schemas"]["Teams"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    makeTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTeam"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    removeTeam: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    changeTeam: {
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
                "application/json": components["schemas"]["TeamChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listInvitations: {
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
                    "application/json": components["schemas"]["Invitations"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "admin" | "manager" | "csm" | "executive" | "analyst";
                    /**
                     * @description Left out: what the role usually sees
                     * @enum {string}
                     */
                    sight?: "all" | "team" | "mine";
                    /**
                     * Format: uuid
                     * @default null
                     */
                    teamId?: string | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    withdrawInvitation: {
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    readInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitation"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listWorkspaces: {
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
                    "application/json": components["schemas"]["Workspaces"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    makeWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenWorkspace"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    enterWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenWorkspace"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    ProcessController_whole: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
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
            /** @description The way handoffs really go: steps, waits, variants, moves and what is out of order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    ProcessController_list: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                /** @description `next` of the page before */
                after?: string;
                limit?: number;
                /** @description Of a step: those who took it */
                step?: string;
                /** @description Of the way from the step before: those who took it */
                leg?: string;
                /** @description Those who stand after this step */
                waiting?: string;
                /** @description Those who went this way; "others" for the rest */
                variant?: string;
                /** @description "kickoff.value": those who went from one step to the other */
                move?: string;
                /** @description Those out of order */
                violation?: string;
                /** @description Those who are through, or gone */
                state?: "finished" | "left";
                /** @description With step, leg, move or violation: those who ended this way instead; "any" for all n */
                outcome?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The handoffs behind one count of the process: exactly as many */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessList"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    RepeatController_list: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                tier?: components["schemas"]["RepeatTier"];
                /** @description Default all */
                verdict?: "none" | "confirmed" | "dismissed";
                /** @description Only of this handoff */
                handoff?: string;
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
            /** @description Episodes of repeated information with their evidence, the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepeatAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    RepeatController_coverage: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
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
            /** @description In how many handoffs anything could have been found, and in which languages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepeatCoverage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    RepeatController_try: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
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
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What is tried; what is left out is as it is in force
                     * @default {}
                     */
                    rules?: {
                        /** @description Ticket tags by which a person reports that the customer had to repeat information */
                        tags?: string[];
                        /** @description Words of customers that mean it, beside the built-in ones; * stands for up to five words */
                        phrases?: string[];
                        /** @description Sentences with these words never mean it */
                        never?: string[];
                        /** @description Languages whose built-in phrases are used */
                        languages?: ("en" | "de" | "fr" | "es" | "pt")[];
                        /** @description Which evidence counts */
                        tiers?: ("reported" | "asked again" | "inferred")[];
                    };
                    /**
                     * @description How many of the latest messages of customers are read
                     * @default 1000
                     */
                    messages?: number;
                };
            };
        };
        responses: {
            /** @description What other rules would find in the latest messages; nothing is changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepeatTry"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    RepeatController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sourceId: string;
                    factId: string;
                    /** @enum {string} */
                    verdict: "confirmed" | "dismissed";
                };
            };
        };
        responses: {
            /** @description Confirm or dismiss an episode; it outlives every sync and every rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepeatVerdict"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    RepeatController_takeBack: {
        parameters: {
            query: {
                sourceId: string;
                factId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Leave an episode to the rules again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepeatVerdict"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    RestatementController_list: {
        parameters: {
            query: {
                /** @description First day of won deals; default twelve months before `to` */
                from?: string;
                /** @description Day after the last; default the day after the as-of day */
                to?: string;
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Answer as it was told then: corrections found since are undone, and `asOf` is at most what had been read */
                knownAt?: string;
                /** @description "dimension:value", repeated: the same dimension twice means or, two dimensions mean and. "dimension:" means no value */
                filter: string[];
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                /** @description Only what moved this KPI; default any */
                kpi?: string;
                /** @description Of the periods in which the handoffs were won */
                interval?: "week" | "month" | "quarter";
                /** @description `next` of the page before */
                after?: string;
                /** @description Findings on a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was corrected after it had been told: when it was found, in which periods, from what to what, of which handoffs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restatements"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
                /** @description Name of a CSM; empty for handoffs without one */
                csm?: string;
                /** @description Default expected loss; by amount, whatever is asked, while no chance can be said */
                sort?: "loss" | "amount" | "chance";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open handoffs that something is wrong with: why, how likely churn is, and the most expected loss first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    RiskController_model: {
        parameters: {
            query?: {
                /** @description Default now; never in the future */
                asOf?: string;
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
            /** @description What the chances of churn rest on, and how good they were on past months */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskModel"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    RiskController_one: {
        parameters: {
            query?: {
                /** @description Default now; never in the future */
                asOf?: string;
                /** @description Version to count by; default the newest */
                definition?: number;
                /** @description Count hours on the wall clock, or only those of the working calendar */
                time?: "wall" | "working";
            };
            header?: never;
            path: {
                handoffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with one handoff, and how likely its churn is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneRiskAnswer"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
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
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            405: components["responses"]["Problem"];
            408: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            414: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            431: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
}
