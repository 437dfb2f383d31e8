import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Random keys of this installation, made at first use. */
export const secrets = sqliteTable('secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

/** Who has signed in. Erased on demand; what they did for an employer stays, without them. */
export const people = sqliteTable('people', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  /** Lower case; null for somebody OpenID Connect names without an address. */
  email: text('email').unique(),
  /** Issuer and `sub` of OpenID Connect. */
  subject: text('subject').unique(),
  /** How the desk names them to their colleagues; published nowhere. */
  label: text('label').notNull(),
  createdAt: text('created_at').notNull(),
  seenAt: text('seen_at').notNull(),
});

/** Tokens are kept as hashes: whoever reads the database signs in as nobody. */
export const webSessions = sqliteTable(
  'web_sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    door: text('door', { enum: ['email', 'openid'] }).notNull(),
    /** Asked for at the logout of OpenID Connect. */
    idToken: text('id_token'),
    signedInAt: text('signed_in_at').notNull(),
    seenAt: text('seen_at').notNull(),
  },
  (table) => [index('web_sessions_person').on(table.personId)],
); // prettier-ignore

export const signInLinks = sqliteTable(
  'sign_in_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    email: text('email').notNull(),
    /** The employer asked for; null = those the person has already. */
    siren: text('siren'),
    createdAt: text('created_at').notNull(),
    usedAt: text('used_at'),
  },
  (table) => [index('sign_in_links_email').on(table.email, table.createdAt)],
);

/** What OpenID Connect must bring back, between the departure and the return. */
export const signInStates = sqliteTable('sign_in_states', {
  stateHash: text('state_hash').primaryKey(),
  nonce: text('nonce').notNull(),
  verifier: text('verifier').notNull(),
  createdAt: text('created_at').notNull(),
});

export const ROLES = ['owner', 'editor', 'mandate'] as const;

/** What a person may do for an employer. Being proven to work there is not enough: somebody approves it. */
export const rights = sqliteTable(
  'rights',
  {
    personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    siren: text('siren').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    isApproved: integer('is_approved', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    approvedAt: text('approved_at'),
    approvedBy: integer('approved_by').references(() => people.id, { onDelete: 'set null' }),
  },
  (table) => [primaryKey({ columns: [table.personId, table.siren] }), index('rights_siren').on(table.siren)],
); // prettier-ignore

export const invitations = sqliteTable(
  'invitations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    tokenHash: text('token_hash').notNull().unique(),
    siren: text('siren').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    email: text('email').notNull(),
    invitedBy: integer('invited_by').references(() => people.id, { onDelete: 'set null' }),
    createdAt: text('created_at').notNull(),
    usedAt: text('used_at'),
  },
  (table) => [index('invitations_siren').on(table.siren)],
);

/** Who did what on the desk, for moderators and for the employer. */
export const deskEvents = sqliteTable(
  'desk_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Instant, ISO 8601. */
    at: text('at').notNull(),
    personId: integer('person_id').references(() => people.id, { onDelete: 'set null' }),
    siren: text('siren'),
    action: text('action').notNull(),
    detail: text('detail'),
  },
  (table) => [index('desk_events_siren').on(table.siren, table.id)],
);
