/** A sign-in: browsers keep it as a cookie, programs as a bearer token. */
export interface SignedIn {
  readonly personId: string;
  readonly token: string;
  /** What to send as `Set-Cookie`. */
  readonly cookie: string;
}

/** Accounts with an e-mail address and a password, for a service that no platform hosts. */
export interface Accounts {
  /**
   * Makes an account and its person. Of an address that has one already it takes the right password for a sign-in.
   * `undefined`: it has one, and that is not its password.
   */
  signUp(account: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }): Promise<SignedIn | undefined>;
  /** `undefined`: no such account, or not its password; it takes the same time to find out. */
  signIn(account: { readonly email: string; readonly password: string }): Promise<SignedIn | undefined>;
  /** Ends the session of a request, if it has one; gives the `Set-Cookie` that makes a browser forget it. */
  signOut(request: Request): Promise<string>;
  /** Ends all sessions of the person and gives a new one. */
  changePassword(
    request: Request,
    change: { readonly currentPassword: string; readonly newPassword: string },
  ): Promise<SignedIn | 'wrong-password' | 'no-session'>;
}

/** Somebody whom everybody on this machine may be, to look around. */
export interface DemoPerson {
  readonly as: 'subscriber' | 'free' | 'operator';
  readonly name: string;
  readonly description: string;
}

/** The people of a demo: there are none as soon as anybody else than this machine can reach the server. */
export interface DemoPeople {
  readonly people: readonly DemoPerson[];
  /** `undefined`: the request did not come from this machine alone. */
  signIn(request: Request, as: DemoPerson['as']): Promise<SignedIn | undefined>;
}
