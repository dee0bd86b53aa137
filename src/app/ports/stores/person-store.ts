/** What a person decides about the app. `undefined`: never touched. */
export interface PersonSettings {
  readonly imageToVideo?: boolean | undefined;
  readonly autoplay?: boolean | undefined;
  readonly dataSaver?: boolean | undefined;
  readonly notifyWhenReady?: boolean | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'member' | 'operator';
  readonly settings: PersonSettings;
  readonly createdAt: Date;
}

/** Who somebody is at the place where they signed in. */
export interface Login {
  /** `password`, `host` for people of the hosting platform, `demo`, or `settings` for the operator of the settings. */
  readonly provider: string;
  readonly subject: string;
}

export interface PersonStore {
  find(id: string): Promise<Person | undefined>;
  findByLogin(login: Login): Promise<Person | undefined>;
  /** Adds a person, or gives the one who has this login already. */
  addWithLogin(person: Pick<Person, 'id' | 'name' | 'role'>, login: Login): Promise<Person>;
  rename(id: string, name: string): Promise<Person | undefined>;
  changeSettings(id: string, change: PersonSettings): Promise<Person | undefined>;
  list(page: { readonly beforeId?: string | undefined; readonly most: number }): Promise<Person[]>;
}

export interface ApiKey {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | undefined;
  readonly revokedAt: Date | undefined;
  readonly lastUsedAt: Date | undefined;
}

export interface ApiKeyStore {
  add(key: Omit<ApiKey, 'revokedAt' | 'lastUsedAt'> & { hash: Uint8Array }): Promise<void>;
  /** The key with this hash, if it may be used at `now`; notes the use. */
  use(hash: Uint8Array, now: Date): Promise<ApiKey | undefined>;
  listOf(personId: string): Promise<ApiKey[]>;
  /** `false` when the person has no such key. */
  revoke(personId: string, id: string, now: Date): Promise<boolean>;
}
