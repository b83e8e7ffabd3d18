/** Sessions: who is signed in, in which browser, until when. The table holds only the hash of the token. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import { accountActor, findAccount, rolesOf, toAccount } from './accounts.ts'
import { refuse } from './refusals.ts'
import { newToken, sha256 } from './secrets.ts'
import './tables.ts'
import type { Visitor } from './visitor.ts'

export interface SignIn {
  account: string
  method: Visitor['session']['method']
  /** Token of the session this browser had until now; it ends, so that none chosen by another lives on. */
  previous?: string
  /** The browser's own name for itself (User-Agent), shown to the person in the list of sessions. */
  browser: string
  now: Temporal.Instant
  sessionDays: number
}

export interface NewSession {
  token: string
  expiresAt: Temporal.Instant
}

/** Signs an account in with a fresh token. @throws Refusal link_unknown when the account has ended meanwhile */
export async function beginSession(tx: Tx, asked: SignIn): Promise<NewSession> {
  const { method, previous, now } = asked
  const account = await findAccount(tx, asked.account)
  if (!account) return refuse('link_unknown', {}, 404)
  if (previous) await tx.deleteFrom('session').where('token_sha256', '=', sha256(previous)).execute()
  const token = newToken()
  const expiresAt = now.add({ hours: 24 * asked.sessionDays })
  await tx
    .insertInto('session')
    .values({
      token_sha256: sha256(token),
      account_id: account.id,
      method,
      browser: asked.browser.slice(0, 300),
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
    })
    .execute()
  const about = { kind: 'account', id: account.id }
  await record(tx, { at: now, by: accountActor(account), about, act: 'session.begun', detail: { method } })
  return { token, expiresAt }
}

export interface FoundSession {
  visitor: Visitor
  lastSeenAt: Temporal.Instant
}

/** The visitor behind a token; undefined when the session has expired or ended, or the account has. */
export async function findSession(db: Db, token: string, now: Temporal.Instant): Promise<FoundSession | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['account.id', 'email', 'name_latin', 'name_native', 'language'])
    .select(['session.id as session_id', 'method', 'session.created_at as since', 'last_seen_at'])
    .where('token_sha256', '=', sha256(token))
    .where('expires_at', '>', now)
    .where('account.ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const session = { id: row.session_id, method: row.method, since: row.since }
  return {
    visitor: { account: toAccount(row), roles: await rolesOf(db, row.id), session },
    lastSeenAt: row.last_seen_at,
  }
}

/** Moves the end of a session that is being used. @returns the new end */
export async function slideSession(db: Db, id: string, now: Temporal.Instant, days: number): Promise<Temporal.Instant> {
  const expiresAt = now.add({ hours: 24 * days })
  await db
    .updateTable('session')
    .set({ last_seen_at: sql`greatest(last_seen_at, ${now})`, expires_at: sql`greatest(expires_at, ${expiresAt})` })
    .where('id', '=', id)
    .execute()
  return expiresAt
}

export interface ListedSession {
  id: string
  method: Visitor['session']['method']
  browser: string
  since: Temporal.Instant
  lastSeenAt: Temporal.Instant
}

/** Sessions of an account that still hold, the last used first. */
export async function sessionsOf(db: Db, account: string, now: Temporal.Instant): Promise<ListedSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'method', 'browser', 'created_at', 'last_seen_at'])
    .where('account_id', '=', account)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ created_at, last_seen_at, ...rest }) => ({ ...rest, since: created_at, lastSeenAt: last_seen_at }))
}

/** Ends sessions of the visitor's own account: one, or all but the one in use. Those already ended are nothing to do. */
export async function endSessions(tx: Tx, visitor: Visitor, which: { id: string } | 'others', now: Temporal.Instant) {
  const others = tx.deleteFrom('session').where('account_id', '=', visitor.account.id)
  const chosen = which === 'others' ? others.where('id', '!=', visitor.session.id) : others.where('id', '=', which.id)
  const ended = await chosen.returning('id').execute()
  if (ended.length === 0) return
  const about = { kind: 'account', id: visitor.account.id }
  const detail = { sessions: ended.length }
  await record(tx, { at: now, by: accountActor(visitor.account), about, act: 'session.ended', detail })
}
