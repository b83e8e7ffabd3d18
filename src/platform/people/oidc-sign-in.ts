/** Signing in at the university's OpenID provider: begun here, finished when the browser comes back. */
import type { Tx } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import { accountActor, accountByEmail, findAccount } from './accounts.ts'
import { localPath } from './local-path.ts'
import { newChecks, type OidcChecks, type OidcPerson } from './oidc-provider.ts'
import { refuse } from './refusals.ts'
import { newToken, sha256 } from './secrets.ts'
import './tables.ts'

/** Notes an attempt. @returns what to send to the provider, and the token for this browser's cookie */
export async function beginOidc(
  tx: Tx,
  next: string | undefined,
  now: Temporal.Instant,
): Promise<{ token: string; checks: OidcChecks }> {
  const checks = newChecks()
  const token = newToken()
  await tx
    .insertInto('oidc_attempt')
    .values({
      token_sha256: sha256(token),
      state: checks.state,
      nonce: checks.nonce,
      code_verifier: checks.codeVerifier,
      next: localPath(next),
      created_at: now,
      expires_at: now.add({ minutes: 20 }),
    })
    .execute()
  return { token, checks }
}

/** Takes the attempt this browser began; it is gone afterwards. @throws Refusal oidc_failed */
export async function takeOidc(
  tx: Tx,
  token: string | undefined,
  now: Temporal.Instant,
): Promise<{ checks: OidcChecks; next: string }> {
  const row = await tx
    .deleteFrom('oidc_attempt')
    .where('token_sha256', '=', sha256(token ?? ''))
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  if (!row) return refuse('oidc_failed', { why: 'not begun in this browser, or too long ago' }, 422)
  return { checks: { state: row.state, nonce: row.nonce, codeVerifier: row.code_verifier }, next: row.next }
}

/**
 * The account of a person the provider signed in: the one linked to issuer and subject, else the one with the verified
 * address, which is linked from now on.
 * @throws Refusal oidc_no_account, oidc_email_unverified
 */
export async function accountOfPerson(tx: Tx, person: OidcPerson, now: Temporal.Instant): Promise<string> {
  const { issuer, subject, email, emailVerified } = person
  const linked = await tx
    .selectFrom('oidc_identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (linked) return (await findAccount(tx, linked.account_id))?.id ?? refuse('oidc_no_account', {}, 403)
  if (!email) return refuse('oidc_no_account', {}, 403)
  if (!emailVerified) return refuse('oidc_email_unverified', { email }, 403)
  const account = await accountByEmail(tx, email)
  if (!account) return refuse('oidc_no_account', {}, 403)
  await tx
    .insertInto('oidc_identity')
    .values({ issuer, subject, account_id: account.id, created_at: now })
    .onConflict((oc) => oc.columns(['issuer', 'subject']).doNothing())
    .execute()
  const about = { kind: 'account', id: account.id }
  await record(tx, { at: now, by: accountActor(account), about, act: 'oidc.linked', detail: { issuer } })
  return account.id
}
