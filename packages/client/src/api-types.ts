/** Made from openapi.json by `npm run api`; not written by hand. */
export interface paths {
    "/admin/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what here, newest first */
        get: operations["getAdminActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/clips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clips that failed, were refused, or take longer than a quarter of an hour, newest first */
        get: operations["getAdminClips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/clips/{id}/try-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a failed clip once more, as a gift of the house */
        post: operations["tryAgainAdminClip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/engines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the engines do */
        get: operations["getAdminEngines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/entitlements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which plan a person has */
        put: operations["putAdminEntitlement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give credits to a person */
        post: operations["createAdminGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/ledger-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Add the whole ledger up again and compare */
        get: operations["getAdminLedgerCheck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, newest first */
        get: operations["getAdminPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices that hold now */
        get: operations["getAdminPrices"];
        put?: never;
        /** Set a price from a moment on; quotes given before are honoured */
        post: operations["createAdminPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/safety/appeals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide an appeal, by the id of its decision
         * @description Overturned, exactly this picture with this motion is allowed under this policy.
         */
        post: operations["appealAdminSafety"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/safety/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appeals and reports that wait, the most urgent first */
        get: operations["getAdminSafetyQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/safety/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a report: take the file and all its copies down, or leave it */
        post: operations["reportAdminSafety"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let the feature graduate, or take it back into Labs */
        put: operations["putAdminStage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My keys */
        get: operations["getApiKeys"];
        put?: never;
        /**
         * Make a key; it is shown this once
         * @description Repeated with the same Idempotency-Key it makes no other one, and does not show it again.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key of mine, at once and for ever */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an attachment off; the clip stays in the gallery */
        delete: operations["deleteAttachment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; all other sessions end */
        post: operations["passwordAuth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with an e-mail address and a password */
        post: operations["signInAuth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["signOutAuth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account, and sign in */
        post: operations["signUpAuth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where to pay for an offer */
        post: operations["checkoutBilling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be bought; nothing where plans come from the platform that hosts the service */
        get: operations["getBillingOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where to change cards and end subscriptions */
        post: operations["portalBilling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/characters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public characters and my own, newest first */
        get: operations["getCharacters"];
        put?: never;
        /** Make a character of my own */
        post: operations["createCharacter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/characters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One character */
        get: operations["getCharacter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a character of mine; a clip can become its living avatar */
        patch: operations["changeCharacter"];
        trace?: never;
    };
    "/characters/{id}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** My conversation with a character; begun when there is none, with its greeting */
        put: operations["putCharacterChat"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/characters/{id}/gallery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pictures and clips of a character, newest first */
        get: operations["getCharacterGallery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My conversations, newest first */
        get: operations["getChats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chats/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said, newest first */
        get: operations["getChatMessages"];
        put?: never;
        /** Say something; the character answers a moment later, as an event "message" */
        post: operations["createChatMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My clips, newest first */
        get: operations["getClips"];
        put?: never;
        /**
         * Make a clip of a picture
         * @description Everything is checked before anything is charged; the credits are reserved, and come back if no clip is made.
         */
        post: operations["createClip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clips/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One clip: how far it is, or where it is */
        get: operations["getClip"];
        put?: never;
        post?: never;
        /** Delete a clip of mine; it can be restored for 30 days */
        delete: operations["deleteClip"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clips/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a clip of mine is attached */
        get: operations["getClipAttachments"];
        put?: never;
        /** Attach a clip to a chat or to a moment of mine, as often as I like */
        post: operations["createClipAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clips/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a clip: always and free while it waits, if the engine can while it is being made */
        post: operations["cancelClip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clips/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A clip as a file to take along
         * @description mp4 is the clip itself; compat, webp and gif are made when they are first asked for, which takes some seconds.
         */
        get: operations["getClipDownload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clips/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A free draft of a clip that is still being made, to play in its place
         * @description A clip of its own, for its owner alone, in no gallery; asked for again, it is the same one.
         */
        post: operations["draftClip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clips/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo its deletion */
        post: operations["restoreClip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clips/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The link of a clip of mine; 404 while it has none */
        get: operations["getClipShare"];
        put?: never;
        /** Get the link of a clip of mine that others can open, or change what it says */
        post: operations["shareClip"];
        /** Turn the link of a clip of mine off; the next one will be another */
        delete: operations["deleteClipShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/custom-motion-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the built-in engine would play for a text; free, and made for every keystroke */
        post: operations["createCustomMotionReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom one can be in the demo
         * @description Exists only where nobody but this machine can reach the server.
         */
        get: operations["getDemo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/demo/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Be somebody of the demo */
        post: operations["signInDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My live events, as a stream of server-sent events
         * @description Each event has a number as its id. With the header Last-Event-ID (or the query `after`) the stream goes on after that number, so nothing is missed and nothing comes twice.
         */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gallery-items/{id}/favourite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make it a favourite of mine */
        put: operations["putGalleryItemFavourite"];
        post?: never;
        /** It is no favourite of mine any more */
        delete: operations["deleteGalleryItemFavourite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am, my plan, my credits, my settings */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The feed, newest first */
        get: operations["getMoments"];
        put?: never;
        /** Post a moment of a character of mine */
        post: operations["createMoment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One moment */
        get: operations["getMoment"];
        put?: never;
        post?: never;
        /** Delete a moment of mine; its pictures and clips stay in the gallery */
        delete: operations["deleteMoment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/motions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The motion sheet: motions, engines, lengths and prices */
        get: operations["getMotions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I was told, newest first */
        get: operations["getNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have read it */
        post: operations["readNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have read all of them */
        post: operations["readAllNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in a picture of a character of mine; the body is the file itself
         * @description PNG, JPEG, WebP or AVIF, 20 MB at most. It is encoded anew at once: nothing but its pixels is kept.
         */
        post: operations["createPicture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pictures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One picture */
        get: operations["getPicture"];
        put?: never;
        post?: never;
        /** Delete a picture of mine; it can be restored for 30 days */
        delete: operations["deletePicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pictures/{id}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How well a picture will move, and which motions will not work on it; free */
        get: operations["getPictureAdvice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pictures/{id}/face-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say where the face of a picture of mine is, when none or another is found
         * @description The advice and the clips of the built-in engine go by it from now on.
         */
        put: operations["putPictureFacePoints"];
        post?: never;
        /** Let the machine look for the face again */
        delete: operations["deletePictureFacePoints"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pictures/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo its deletion */
        post: operations["restorePicture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key that a browser subscribes with (`applicationServerKey`) */
        get: operations["getPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tell this browser of mine when no window is open */
        put: operations["putPushSubscriptions"];
        post?: never;
        /** Do not tell it any more */
        delete: operations["deletePushSubscriptions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a clip costs now; honoured for ten minutes */
        post: operations["createQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a picture, a clip or a moment, or ask for it to be taken down; also without an account */
        post: operations["createReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/safety/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was refused to me, newest first */
        get: operations["getSafetyDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/safety/decisions/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a human to look at a refusal again: once for each, within 30 days */
        post: operations["appealSafetyDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/safety/motion-advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the safety rules say of a motion, at once and for free
         * @description For advice while somebody writes. What an order is judged by may be stricter.
         */
        post: operations["motionAdviceSafety"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
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
        /** Change settings */
        patch: operations["changeSettings"];
        trace?: never;
    };
    "/voices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My recordings, newest first */
        get: operations["getVoices"];
        put?: never;
        /**
         * Take in a recording that pictures may speak; the body is the file itself. Experimental
         * @description WAV or MP3, 8 MB and 10 seconds at most. It is decoded and written anew: nothing but its sound is kept. What is said in it is not checked.
         */
        post: operations["createVoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/voices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a recording of mine; clips that spoke it stay. It can be restored for 30 days */
        delete: operations["deleteVoice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/voices/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo its deletion */
        post: operations["restoreVoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have */
        get: operations["getWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My statement: every movement, with the clip it paid for, newest first */
        get: operations["getWalletEntries"];
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
    schemas: {
        AdminAction: {
            action: string;
            actor: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** Format: date-time */
            at: string;
            detail: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            /** @description Whom or what it was done to */
            subject: string;
            /** @enum {string} */
            via: "session" | "key" | "token";
        };
        ApiKey: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            prefix: string;
            scopes: ("read" | "write" | "generate" | "admin")[];
        };
        Attachment: {
            clip: components["schemas"]["Clip"] | null;
            /** Format: uuid */
            id: string;
            picture: components["schemas"]["Picture"] | null;
        };
        AttachmentMade: {
            /** Format: uuid */
            attachmentId: string;
            /** Format: uuid */
            messageId: string | null;
        };
        AttachRequest: {
            /** @default  */
            body?: string;
            /** Format: uuid */
            chatId: string;
        } | {
            /** Format: uuid */
            momentId: string;
        };
        CancelAnswer: {
            clip: components["schemas"]["Clip"];
            detail: string;
            /** @enum {string} */
            outcome: "cancelled" | "asked";
        };
        Character: {
            avatar: {
                clip: components["schemas"]["Clip"] | null;
                picture: components["schemas"]["Picture"] | null;
            };
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            declaredAge: "adult" | "minor";
            greeting: string;
            /** Format: uuid */
            id: string;
            isMine: boolean;
            name: string;
            tagline: string;
            /** @enum {string} */
            visibility: "public" | "private";
        };
        Chat: {
            character: components["schemas"]["Character"];
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
        };
        Clip: {
            /** Format: uuid */
            characterId: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Only its owner sees it */
            customText: string | null;
            /** Format: date-time */
            deletedAt: string | null;
            /**
             * Format: uuid
             * @description The clip in whose place this draft plays
             */
            draftOf: string | null;
            /**
             * @description The mood of "idle"
             * @enum {string|null}
             */
            emotion: "neutral" | "happy" | "sad" | "surprised" | "shy" | "angry" | null;
            /** @description Why it ended without a file */
            end: {
                /** @enum {string} */
                code: "cancelled-by-owner" | "text-refused" | "picture-refused" | "face-refused" | "result-refused" | "engine-overloaded" | "engine-unavailable" | "engine-broken" | "outcome-unknown" | "timed-out" | "waited-too-long" | "file-not-usable" | "picture-deleted" | "voice-deleted";
                creditsReturned: number;
                detail: string;
                nextStep: string;
            } | null;
            /** Format: date-time */
            endedAt: string | null;
            engine: {
                id: string;
                model: string;
                /** @enum {string} */
                quality: "draft" | "generated";
                title: string;
            };
            /** @description Once it is ready */
            file: {
                downloadUrl: string;
                heightPixels: number;
                posterUrl: string;
                sha256: string;
                sizeBytes: number;
                /** @description 320 pixels wide */
                smallPosterUrl: string;
                url: string;
                widthPixels: number;
            } | null;
            /** @enum {string} */
            finish: "plain" | "drifting-light" | "soft-background" | "film";
            /** @enum {string} */
            frame: "as-is" | "closer" | "9:16" | "1:1";
            /** @description Whether that recording is heard in it; all other clips are silent */
            hasSound: boolean;
            /** Format: uuid */
            id: string;
            isMine: boolean;
            /** @enum {string} */
            motion: "gentle-movement" | "turn-to-camera" | "hair-in-wind" | "smile-and-blink" | "wave-hello" | "breathing" | "look-around" | "custom" | "idle" | "speak";
            /** Format: uuid */
            pictureId: string;
            /** @description Only its owner sees it */
            priceCredits: number | null;
            seconds: number;
            /** @enum {string} */
            state: "queued" | "submitting" | "rendering" | "storing" | "ready" | "failed" | "refused" | "cancelled";
            /** @enum {string} */
            strength: "subtle" | "normal" | "lively";
            /** @enum {string} */
            visibility: "public" | "private";
            /**
             * Format: uuid
             * @description The recording that "speak" speaks; only its owner sees it
             */
            voiceId: string | null;
            /** @description While it is being made */
            wait: {
                atMostSeconds: number | null;
                cancelAsked: boolean;
                clipsAhead: number | null;
                /**
                 * Format: uuid
                 * @description The draft that plays in its place, once one was asked for
                 */
                draftId: string | null;
                /**
                 * Format: date-time
                 * @description Its engine takes no orders at the moment. If that is not over by then, the clip ends and its credits are back
                 */
                engineAwayUntil: string | null;
                likelySeconds: number | null;
                /** @description Only when the engine tells it */
                progressPercent: number | null;
            } | null;
        };
        ClipPlaces: {
            items: {
                /** Format: uuid */
                attachmentId: string;
                /** Format: uuid */
                chatId: string | null;
                /** Format: uuid */
                momentId: string | null;
            }[];
        };
        ClipRequest: {
            /**
             * @description For the motion "custom" only
             * @default
             */
            customText?: string;
            /**
             * @description The mood of "idle"; says nothing for other motions
             * @default neutral
             * @enum {string}
             */
            emotion?: "neutral" | "happy" | "sad" | "surprised" | "shy" | "angry";
            /** @description The first of the plan that can when left out */
            engine?: string;
            /**
             * @description What is laid over the motion, by engines that say "finishes"
             * @default plain
             * @enum {string}
             */
            finish?: "plain" | "drifting-light" | "soft-background" | "film";
            /**
             * @description The part of the picture; its advice names those that are worth offering
             * @default as-is
             * @enum {string}
             */
            frame?: "as-is" | "closer" | "9:16" | "1:1";
            model?: string;
            /**
             * @description "idle" is the endless loop of a profile; "speak" speaks a recording, an experiment
             * @enum {string}
             */
            motion: "gentle-movement" | "turn-to-camera" | "hair-in-wind" | "smile-and-blink" | "wave-hello" | "breathing" | "look-around" | "custom" | "idle" | "speak";
            /** Format: uuid */
            pictureId: string;
            /**
             * Format: uuid
             * @description Makes the clip at the price of the quote, whatever happened to it since
             */
            quoteId?: string;
            seconds: number;
            /**
             * @default normal
             * @enum {string}
             */
            strength?: "subtle" | "normal" | "lively";
            /**
             * Format: uuid
             * @description The recording that "speak" speaks; at most as long as the clip
             */
            voiceId?: string;
            /**
             * @description Whether the recording of "speak" is heard in the clip, too
             * @default false
             */
            withSound?: boolean;
        };
        CustomMotionReading: {
            leftOut: string[];
            ok: boolean;
            plays: string;
        };
        Demo: {
            people: {
                /** @enum {string} */
                as: "subscriber" | "free" | "operator";
                description: string;
                name: string;
            }[];
        };
        EngineHealth: {
            busySlots: number;
            id: string;
            /** @description It had so many troubles that it gets no orders for a while */
            isAway: boolean;
            /** @description Clips that it makes at a time */
            slots: number;
            title: string;
        };
        EntitlementRequest: {
            /**
             * Format: date-time
             * @description When it was true at its source; older news than what is known is not taken
             */
            asOf?: string;
            /** @description What the platform calls the person before others */
            name?: string;
            /**
             * Format: date-time
             * @default null
             */
            periodEnd?: string | null;
            /** @enum {string} */
            plan: "free" | "premium" | "studio";
            /**
             * @default active
             * @enum {string}
             */
            status?: "active" | "past_due" | "ended";
        };
        FacePoints: {
            chin: components["schemas"]["PicturePoint"];
            eyeLeft: components["schemas"]["PicturePoint"];
            eyeRight: components["schemas"]["PicturePoint"];
            mouth: components["schemas"]["PicturePoint"];
            noseTip: components["schemas"]["PicturePoint"];
        };
        GalleryItem: {
            clip: components["schemas"]["Clip"] | null;
            /** Format: uuid */
            id: string;
            isFavourite: boolean;
            /** @enum {string} */
            kind: "picture" | "clip";
            picture: components["schemas"]["Picture"] | null;
        };
        GrantAnswer: {
            /** @enum {string} */
            outcome: "given" | "already-given";
            /** Format: uuid */
            personId: string;
        };
        GrantRequest: {
            /** @description The fact it is given for: the same one is never granted twice */
            businessKey?: string;
            credits: number;
            /** Format: date-time */
            expiresAt?: string;
            /** @default From the operator */
            note?: string;
            /** @description An id, or host:<subject> for a person of the hosting platform, who is made when they have not come yet */
            personId: string;
            /**
             * @default admin
             * @enum {string}
             */
            source?: "plan" | "pack" | "promo" | "refund" | "admin";
        };
        LedgerCheck: {
            differences: string[];
            exact: boolean;
        };
        LiveEvent: {
            data: Record<string, never>;
            /** @enum {string} */
            event: "hello";
            id: number;
        } | {
            data: {
                /** Format: uuid */
                clipId: string;
                notified: boolean;
                progressPercent?: number;
                /** @enum {string} */
                state: "queued" | "submitting" | "rendering" | "storing" | "ready" | "failed" | "refused" | "cancelled";
                walletChanged: boolean;
            };
            /** @enum {string} */
            event: "clip";
            id: number;
        } | {
            data: {
                /** Format: uuid */
                chatId: string;
                /** Format: uuid */
                messageId: string;
            };
            /** @enum {string} */
            event: "message";
            id: number;
        } | {
            data: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            event: "notification";
            id: number;
        } | {
            data: Record<string, never>;
            /** @enum {string} */
            event: "wallet";
            id: number;
        } | {
            data: Record<string, never>;
            /** @enum {string} */
            event: "settings";
            id: number;
        };
        Me: {
            /** Format: uuid */
            id: string;
            name: string;
            plan: {
                id: string;
                mayGenerate: boolean;
                /** Format: date-time */
                periodEnd: string | null;
                title: string;
            };
            /** @enum {string} */
            role: "member" | "operator";
            settings: components["schemas"]["Settings"];
            /** @enum {string} */
            stage: "labs" | "general";
            unreadNotifications: number;
            wallet: {
                credits: number;
                heldCredits: number;
            };
        };
        Message: {
            attachments: components["schemas"]["Attachment"][];
            /** @enum {string} */
            author: "person" | "character";
            body: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
        };
        Moment: {
            attachments: components["schemas"]["Attachment"][];
            body: string;
            character: components["schemas"]["Character"];
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            isMine: boolean;
        };
        MotionAdvice: {
            allowed: boolean;
            /** @description Coarse: OK, TEXT_SEXUAL … */
            code: string;
            nextStep: string;
            sentence: string;
        };
        MotionAdviceWish: {
            /** @default  */
            customText?: string;
            engine?: string;
            /**
             * @default custom
             * @enum {string}
             */
            motion?: "gentle-movement" | "turn-to-camera" | "hair-in-wind" | "smile-and-blink" | "wave-hello" | "breathing" | "look-around" | "custom";
            /**
             * Format: uuid
             * @description What it is for: who may see it, and whose picture it is, count
             */
            pictureId?: string;
        };
        MotionSheet: {
            customText: {
                examples: string[];
                mostCharacters: number;
            };
            engines: {
                /** @description Whether it lays a "finish" over its clips */
                finishes: boolean;
                id: string;
                isStandard: boolean;
                lengths: {
                    priceCredits: number;
                    seconds: number;
                }[];
                /** @description Whether it plays "idle" */
                livingAvatars: boolean;
                model: string;
                /** @enum {string} */
                quality: "draft" | "generated";
                title: string;
                /** @description Whether it plays "speak" */
                voices: boolean;
            }[];
            /** @description The endless loop of a profile: the motion "idle", in one of these moods */
            livingAvatar: {
                emotions: {
                    /** @enum {string} */
                    id: "neutral" | "happy" | "sad" | "surprised" | "shy" | "angry";
                    title: string;
                }[];
                seconds: number;
            };
            motions: {
                bestFor: string;
                /** @enum {string} */
                id: "gentle-movement" | "turn-to-camera" | "hair-in-wind" | "smile-and-blink" | "wave-hello" | "breathing" | "look-around" | "custom";
                title: string;
            }[];
            plans: {
                id: string;
                mayGenerate: boolean;
                monthlyCredits: number;
                title: string;
            }[];
            /** @enum {string} */
            stage: "labs" | "general";
            strengths: ("subtle" | "normal" | "lively")[];
            /** @description The motion "speak", an experiment: how long a recording may be; null where it is not offered */
            voiceSync: {
                mostSeconds: number;
            } | null;
        };
        NewApiKey: components["schemas"]["ApiKey"] & {
            /** @description Shown once and kept nowhere: null when the request is repeated */
            key: string | null;
        };
        NewCharacter: {
            /** @enum {string} */
            declaredAge: "adult" | "minor";
            /** @default  */
            greeting?: string;
            name: string;
            /** @default  */
            persona?: string;
            /** @default  */
            tagline?: string;
            /**
             * @default public
             * @enum {string}
             */
            visibility?: "public" | "private";
        };
        NewMoment: {
            /** @default  */
            body?: string;
            /**
             * Format: uuid
             * @description A character of mine
             */
            characterId: string;
            /** @default [] */
            clipIds?: string[];
            /** @default [] */
            pictureIds?: string[];
        };
        NewReport: {
            /**
             * @description How to reach me, where I have no account
             * @default
             */
            contact?: string;
            /**
             * @description takedown: it shows me, or is mine; answered within 48 hours
             * @enum {string}
             */
            kind: "report" | "takedown";
            subject: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "picture" | "clip" | "moment";
            };
            words: string;
        };
        Notification: {
            /** Format: uuid */
            clipId: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "clip-ready" | "clip-failed" | "clip-refused" | "clip-late" | "safety-answer";
            /** Format: date-time */
            readAt: string | null;
            sentence: string;
        };
        Offer: {
            /** @description Of a plan, those of one month */
            credits: number;
            id: string;
            /** @enum {string} */
            kind: "plan" | "pack";
            title: string;
        };
        OpenReport: {
            contact: string;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            isOverdue: boolean;
            /** @enum {string} */
            kind: "report" | "takedown";
            /** Format: date-time */
            receivedAt: string;
            /** Format: uuid */
            reporterId: string | null;
            subject: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "picture" | "clip" | "moment";
            };
            words: string;
        };
        Person: {
            /** Format: date-time */
            createdAt: string;
            credits: number;
            /** Format: uuid */
            id: string;
            name: string;
            plan: string;
            /** @enum {string} */
            role: "member" | "operator";
        };
        Picture: {
            canBeAnimated: boolean;
            /** Format: uuid */
            characterId: string;
            /** Format: date-time */
            createdAt: string;
            description: string;
            /** @description Where its owner placed the face, as parts of width and height */
            facePoints: components["schemas"]["FacePoints"] | null;
            heightPixels: number;
            /** Format: uuid */
            id: string;
            madeBy: string;
            /** @enum {string} */
            origin: "ai_generated" | "uploaded";
            /** @description A copy of it, 320 pixels wide */
            smallUrl: string;
            /** @description Where its bytes are; private pictures have signed addresses that end */
            url: string;
            /** @enum {string} */
            visibility: "public" | "private";
            widthPixels: number;
        };
        PictureAdvice: {
            /** @description Whether a mouth was found that voice sync can open */
            canSpeak: boolean;
            /** @description Frames that are worth offering besides the whole picture, with the part of it that each shows */
            frames: {
                /** @enum {string} */
                frame: "as-is" | "closer" | "9:16" | "1:1";
                heightPixels: number;
                left: number;
                top: number;
                widthPixels: number;
            }[];
            /** @enum {string} */
            level: "great" | "fine" | "weak";
            notes: {
                code: string;
                /** @enum {string} */
                level: "good" | "hint" | "warning";
                /** @description The motions it is about; null: all of them */
                motions: ("gentle-movement" | "turn-to-camera" | "hair-in-wind" | "smile-and-blink" | "wave-hello" | "breathing" | "look-around" | "custom" | "idle" | "speak")[] | null;
                sentence: string;
                whatToDo: string | null;
            }[];
        };
        PicturePoint: {
            x: number;
            y: number;
        };
        Price: {
            engine: string;
            model: string;
            priceCredits: number;
            seconds: number;
        };
        Problem: {
            /** @enum {string} */
            code: "invalid-request" | "idempotency-key-missing" | "not-signed-in" | "sign-in-not-valid" | "needs-plan" | "not-enough-credits" | "not-allowed" | "host-not-known" | "other-site" | "labs-off" | "not-found" | "method-not-allowed" | "key-used-for-another-request" | "clip-not-ready" | "no-draft" | "too-late" | "quote-expired" | "too-many-clips" | "has-subscription" | "gone-for-good" | "is-private" | "picture-not-animatable" | "motion-not-understood" | "motion-not-played" | "finish-not-made" | "voice-sync-off" | "voice-not-usable" | "voice-too-long" | "too-many-voices" | "mouth-not-found" | "face-points-impossible" | "length-not-offered" | "engine-unknown" | "no-price" | "not-safe" | "appeal-too-late" | "decided-already" | "contact-missing" | "safety-unavailable" | "billing-unavailable" | "push-service-unknown" | "too-large" | "picture-not-usable" | "too-many-requests" | "password-wrong" | "sign-in-failed" | "stopping" | "unexpected";
            detail: string;
            nextStep: string;
            status: number;
            title: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
        PushKey: {
            publicKey: string;
        };
        PushSubscriptionRequest: {
            /** Format: uri */
            endpoint: string;
            keys: {
                auth: string;
                p256dh: string;
            };
        };
        Quote: {
            engine: string;
            /** Format: date-time */
            honouredUntil: string;
            /** Format: uuid */
            id: string;
            missingCredits: number;
            model: string;
            priceCredits: number;
            seconds: number;
            walletCredits: number;
        };
        QuoteRequest: {
            /** @description The first of the plan that can when left out */
            engine?: string;
            /**
             * @description So that an engine is chosen that makes it
             * @enum {string}
             */
            finish?: "plain" | "drifting-light" | "soft-background" | "film";
            model?: string;
            /**
             * @description So that an engine is chosen that plays it
             * @enum {string}
             */
            motion?: "gentle-movement" | "turn-to-camera" | "hair-in-wind" | "smile-and-blink" | "wave-hello" | "breathing" | "look-around" | "custom" | "idle" | "speak";
            seconds: number;
        };
        Report: {
            /**
             * Format: date-time
             * @description By when a takedown notice is answered
             */
            dueAt: string | null;
            /** Format: uuid */
            id: string;
        };
        SafetyAppeal: {
            /** Format: date-time */
            askedAt: string;
            /** Format: uuid */
            clipId: string | null;
            code: string;
            /** @description null when there is none, or it cannot be opened any more */
            customText: string | null;
            /** Format: uuid */
            decisionId: string;
            /** @description Checkers, scores, categories; never shown to people */
            evidence: {
                [key: string]: unknown;
            };
            motion: string;
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            pictureId: string | null;
            policyVersion: string;
            /** @enum {string} */
            step: "wish" | "frames" | "engine";
            words: string;
        };
        SafetyQueue: {
            appeals: components["schemas"]["SafetyAppeal"][];
            reports: components["schemas"]["OpenReport"][];
        };
        SafetyRefusal: {
            /** @enum {string} */
            appeal: "none" | "open" | "upheld" | "overturned";
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            clipId: string | null;
            code: string;
            /** Format: uuid */
            id: string;
            nextStep: string;
            /** Format: uuid */
            pictureId: string | null;
            sentence: string;
        };
        SentMessage: {
            message: components["schemas"]["Message"];
        };
        Session: {
            /** Format: uuid */
            personId: string;
            token: string | null;
        };
        Settings: {
            autoplay: boolean;
            dataSaver: boolean;
            /** @description The Labs toggle; always on once the feature has graduated, unless turned off */
            imageToVideo: boolean;
            notifyWhenReady: boolean;
        };
        Share: {
            /** Format: date-time */
            createdAt: string;
            detail: string;
            isIndexed: boolean;
            /** @description Whether the address works on machines of other people */
            opensForOthers: boolean;
            slug: string;
            title: string;
            url: string;
        };
        ShareRequest: {
            /** @description Whether search engines may list it; they may not when left out */
            isIndexed?: boolean;
            /** @description Cut to 70 bytes; says what the clip shows when left out */
            title?: string;
        };
        Voice: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description How long it is */
            seconds: number;
        };
        Wallet: {
            /** @description What can be spent */
            credits: number;
            /** @description Reserved for clips that are being made */
            heldCredits: number;
            nextExpiry: {
                /** Format: date-time */
                at: string;
                credits: number;
            } | null;
        };
        WalletEntry: {
            /** Format: date-time */
            at: string;
            clip: {
                characterName: string;
                /** Format: uuid */
                id: string;
                motion: string;
            } | null;
            heldCredits: number;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "grant" | "hold" | "capture" | "release" | "expire" | "revoke";
            /** @description What happened, for a person to read */
            sentence: string;
            /** @description What the wallet gained or gave */
            walletCredits: number;
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
    getAdminActions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AdminAction"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
    getAdminClips: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Clip"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
    tryAgainAdminClip: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    getAdminEngines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EngineHealth"][];
                    };
                };
            };
            /** @description What went wrong */
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
    putAdminEntitlement: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path: {
                /** @description An id, or host:<subject> for a person of the hosting platform, who is made when they have not come yet */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntitlementRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "taken" | "older-than-known";
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            /** @description What went wrong */
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
    createAdminGrant: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantAnswer"];
                };
            };
            /** @description What went wrong */
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
    getAdminLedgerCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerCheck"];
                };
            };
            /** @description What went wrong */
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
    getAdminPeople: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
    getAdminPrices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Price"][];
                    };
                };
            };
            /** @description What went wrong */
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
    createAdminPrice: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Now, when left out
                     */
                    effectiveFrom?: string;
                    engine: string;
                    /** @default * */
                    model?: string;
                    priceCredits: number;
                    seconds: number;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Price"];
                };
            };
            /** @description What went wrong */
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
    appealAdminSafety: {
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
                    /** @default  */
                    note?: string;
                    overturn: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    getAdminSafetyQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SafetyQueue"];
                };
            };
            /** @description What went wrong */
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
    reportAdminSafety: {
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
                    /** @default  */
                    note?: string;
                    takeDown: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    putAdminStage: {
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
                    stage: "labs" | "general";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        stage: "labs" | "general";
                    };
                };
            };
            /** @description What went wrong */
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
    getApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description What went wrong */
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
    createApiKey: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expiresInDays?: number;
                    name: string;
                    scopes: ("read" | "write" | "generate" | "admin")[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            /** @description What went wrong */
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
    deleteApiKey: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    deleteAttachment: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    passwordAuth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    /**
                     * @description Browsers are given a cookie that scripts cannot read; programs a token to send as "Authorization: Bearer …"
                     * @default cookie
                     * @enum {string}
                     */
                    keep?: "cookie" | "token";
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
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
    signInAuth: {
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
                    /**
                     * @description Browsers are given a cookie that scripts cannot read; programs a token to send as "Authorization: Bearer …"
                     * @default cookie
                     * @enum {string}
                     */
                    keep?: "cookie" | "token";
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
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
    signOutAuth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    signUpAuth: {
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
                    /**
                     * @description Browsers are given a cookie that scripts cannot read; programs a token to send as "Authorization: Bearer …"
                     * @default cookie
                     * @enum {string}
                     */
                    keep?: "cookie" | "token";
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
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
    checkoutBilling: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    offer: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uri
                         * @description Open it in this window
                         */
                        url: string;
                    };
                };
            };
            /** @description What went wrong */
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
    getBillingOffers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Offer"][];
                    };
                };
            };
            /** @description What went wrong */
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
    portalBilling: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uri
                         * @description Open it in this window
                         */
                        url: string;
                    };
                };
            };
            /** @description What went wrong */
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
    getCharacters: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Character"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
    createCharacter: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCharacter"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Character"];
                };
            };
            /** @description What went wrong */
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
    getCharacter: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Character"];
                };
            };
            /** @description What went wrong */
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
    changeCharacter: {
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
                    /** Format: uuid */
                    avatarClipId?: string | null;
                    /** Format: uuid */
                    avatarPictureId?: string | null;
                    /** @enum {string} */
                    declaredAge?: "adult" | "minor";
                    greeting?: string;
                    name?: string;
                    persona?: string;
                    tagline?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Character"];
                };
            };
            /** @description What went wrong */
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
    putCharacterChat: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chat"];
                };
            };
            /** @description What went wrong */
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
    getCharacterGallery: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Only the item of this picture or clip */
                of?: string;
                show?: "all" | "pictures" | "clips" | "favourites";
                /** @description Leaves out so many: goes to any place at once */
                skip?: number | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GalleryItem"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                        /** @description How many there are in all; told on the first page, at most 60,000 */
                        total: number | null;
                    };
                };
            };
            /** @description What went wrong */
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
    getChats: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Chat"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
    getChatMessages: {
        parameters: {
            query?: {
                cursor?: string;
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
    createChatMessage: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
            /** @description What went wrong */
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
    getClips: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Only those that were made of this picture */
                pictureId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Clip"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
    createClip: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClipRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"];
                };
            };
            /** @description What went wrong */
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
    getClip: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"];
                };
            };
            /** @description What went wrong */
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
    deleteClip: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    getClipAttachments: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipPlaces"];
                };
            };
            /** @description What went wrong */
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
    createClipAttachment: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentMade"];
                };
            };
            /** @description What went wrong */
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
    cancelClip: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelAnswer"];
                };
            };
            /** @description What went wrong */
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
    getClipDownload: {
        parameters: {
            query?: {
                format?: "mp4" | "compat" | "webp" | "gif";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description What went wrong */
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
    draftClip: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clip"];
                };
            };
            /** @description What went wrong */
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
    restoreClip: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    getClipShare: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Share"];
                };
            };
            /** @description What went wrong */
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
    shareClip: {
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
                "application/json": components["schemas"]["ShareRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Share"];
                };
            };
            /** @description What went wrong */
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
    deleteClipShare: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    createCustomMotionReading: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomMotionReading"];
                };
            };
            /** @description What went wrong */
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
    getDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            /** @description What went wrong */
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
    signInDemo: {
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
                    as: "subscriber" | "free" | "operator";
                    /**
                     * @description Browsers are given a cookie that scripts cannot read; programs a token to send as "Authorization: Bearer …"
                     * @default cookie
                     * @enum {string}
                     */
                    keep?: "cookie" | "token";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What went wrong */
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
    getEvents: {
        parameters: {
            query?: {
                after?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["LiveEvent"];
                };
            };
            /** @description What went wrong */
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
    putGalleryItemFavourite: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    deleteGalleryItemFavourite: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description What went wrong */
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
    getMoments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Moment"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
    createMoment: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMoment"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moment"];
                };
            };
            /** @description What went wrong */
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
    getMoment: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moment"];
                };
            };
            /** @description What went wrong */
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
    deleteMoment: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    getMotions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MotionSheet"];
                };
            };
            /** @description What went wrong */
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
    getNotifications: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notification"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                        unread: number;
                    };
                };
            };
            /** @description What went wrong */
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
    readNotification: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    readAllNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    createPicture: {
        parameters: {
            query: {
                characterId: string;
                /** @description What it shows, for people who do not see it */
                description?: string;
                /** @description The model or program that made it */
                madeBy?: string;
                /** @description Only AI-generated pictures can be animated */
                origin: "ai_generated" | "uploaded";
                rating?: "general" | "suggestive";
                visibility?: "public" | "private";
            };
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/avif": string;
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            /** @description What went wrong */
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
    getPicture: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            /** @description What went wrong */
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
    deletePicture: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    getPictureAdvice: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PictureAdvice"];
                };
            };
            /** @description What went wrong */
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
    putPictureFacePoints: {
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
                "application/json": components["schemas"]["FacePoints"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            /** @description What went wrong */
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
    deletePictureFacePoints: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    restorePicture: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    getPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKey"];
                };
            };
            /** @description What went wrong */
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
    putPushSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSubscriptionRequest"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    deletePushSubscriptions: {
        parameters: {
            query: {
                endpoint: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    createQuote: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteRequest"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            /** @description What went wrong */
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
    createReport: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReport"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What went wrong */
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
    getSafetyDecisions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SafetyRefusal"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
    appealSafetyDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why it should be allowed
                     * @default
                     */
                    words?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    motionAdviceSafety: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MotionAdviceWish"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MotionAdvice"];
                };
            };
            /** @description What went wrong */
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
    changeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    autoplay?: boolean;
                    dataSaver?: boolean;
                    /** @description The Labs toggle; always on once the feature has graduated, unless turned off */
                    imageToVideo?: boolean;
                    notifyWhenReady?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description What went wrong */
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
    getVoices: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Voice"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
    createVoice: {
        parameters: {
            query?: never;
            header: {
                /** @description A new UUID for each new request; the same again when the request is repeated */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "audio/mpeg": string;
                "audio/wav": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Voice"];
                };
            };
            /** @description What went wrong */
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
    deleteVoice: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    restoreVoice: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
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
    getWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description What went wrong */
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
    getWalletEntries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WalletEntry"][];
                        /**
                         * Format: uuid
                         * @description null on the last page
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description What went wrong */
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
