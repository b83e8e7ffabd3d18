/** The tables of accounts, sessions and ways to sign in. */
import type { ColumnType, Generated } from 'kysely'
import type { RoleName, Visitor } from './visitor.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    account: AccountTable
    role: RoleTable
    approver_duty: { key: string; label_en: string; label_zh: string; created_at: Instant }
    session: SessionTable
    sign_in_link: SignInLinkTable
    passkey: PasskeyTable
    webauthn_challenge: ChallengeTable
    mailed_code: CodeTable
    oidc_identity: OidcIdentityTable
    oidc_attempt: OidcAttemptTable
    rate_limit: RateLimitTable
  }
}

/** A JSON column: read parsed, written as text. */
type JsonColumn<Read> = ColumnType<Read, string, string>
type Instant = Temporal.Instant

interface AccountTable {
  id: Generated<string>
  email: string
  name_latin: string
  name_native: string | null
  language: 'en' | 'zh'
  created_at: Instant
  ended_at: Instant | null
}

interface RoleTable {
  account_id: string
  name: RoleName
  scope: string
  units: Generated<string[]>
  kinds: Generated<string[]>
  given_at: Instant
}

interface SessionTable {
  id: Generated<string>
  token_sha256: Uint8Array
  account_id: string
  method: Visitor['session']['method']
  browser: string
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
}

interface SignInLinkTable {
  id: Generated<string>
  token_sha256: Uint8Array
  account_id: string
  next: string
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

interface PasskeyTable {
  id: Generated<string>
  account_id: string
  credential_id: string
  public_key: Uint8Array
  rp_id: string
  origin: string
  /** bigint: a number going in, text coming out */
  counter: ColumnType<string, number, number>
  transports: JsonColumn<string[]>
  name: string
  created_at: Instant
  last_used_at: Instant | null
  removed_at: Instant | null
}

interface ChallengeTable {
  id: Generated<string>
  challenge: Uint8Array
  purpose: string
  account_id: string | null
  payload: JsonColumn<unknown>
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

interface CodeTable {
  id: Generated<string>
  account_id: string
  purpose: string
  payload: JsonColumn<unknown>
  created_at: Instant
  expires_at: Instant
  tries: Generated<number>
  used_at: Instant | null
}

interface OidcIdentityTable {
  issuer: string
  subject: string
  account_id: string
  created_at: Instant
}

interface OidcAttemptTable {
  token_sha256: Uint8Array
  state: string
  nonce: string
  code_verifier: string
  next: string
  created_at: Instant
  expires_at: Instant
}

interface RateLimitTable {
  key: string
  count: number
  ends_at: Instant
}
