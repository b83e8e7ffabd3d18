/** WebAuthn challenges we gave out. Each is answered at most once, for the purpose and account it was made for. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Tx } from '#src/platform/database/tables.ts'
import { refuse } from './refusals.ts'
import './tables.ts'

export interface NewChallenge {
  challenge: Uint8Array
  purpose: string
  account: string
  payload: unknown
  now: Temporal.Instant
  minutes: number
}

/** Stores a challenge before it goes to the browser. */
export async function giveChallenge(tx: Tx, given: NewChallenge): Promise<void> {
  const { challenge, purpose, account, payload, now, minutes } = given
  await tx
    .insertInto('webauthn_challenge')
    .values({
      challenge,
      purpose,
      account_id: account,
      payload: JSON.stringify(payload),
      created_at: now,
      expires_at: now.add({ minutes }),
      used_at: null,
    })
    .execute()
}

export interface TakenChallenge {
  challenge: Uint8Array
  payload: unknown
}

/**
 * Uses a challenge up; rolled back with the transaction when the answer then proves wrong.
 * @throws Refusal challenge_unknown, challenge_used, challenge_expired
 */
export async function takeChallenge(
  tx: Tx,
  { challenge, purpose, account, now }: Pick<NewChallenge, 'challenge' | 'purpose' | 'account' | 'now'>,
): Promise<TakenChallenge> {
  const row = await tx
    .selectFrom('webauthn_challenge')
    .select(['id', 'challenge', 'payload', 'expires_at', 'used_at'])
    .where('challenge', '=', challenge)
    .where('purpose', '=', purpose)
    .where('account_id', '=', account)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refuse('challenge_unknown')
  if (row.used_at) refuse('challenge_used')
  if (Temporal.Instant.compare(row.expires_at, now) <= 0) refuse('challenge_expired')
  await tx.updateTable('webauthn_challenge').set({ used_at: now }).where('id', '=', row.id).execute()
  return { challenge: row.challenge, payload: row.payload }
}

const signIn = 'sign-in'
const signInMinutes = 10

/**
 * A challenge for signing in: 16 random bytes, the instant (8 bytes, milliseconds), and our HMAC-SHA-256 over both. Anybody may
 * ask for one, so asking leaves nothing in the database; only an answered one is stored, so that it is not answered again.
 */
export function signInChallenge(secretKey: Uint8Array, now: Temporal.Instant): Uint8Array<ArrayBuffer> {
  const instant = Buffer.alloc(8)
  instant.writeBigInt64BE(BigInt(now.epochMilliseconds))
  const head = Buffer.concat([randomBytes(16), instant])
  return Uint8Array.from(Buffer.concat([head, signInMac(secretKey, head)]))
}

/** Uses a sign-in challenge up. @throws Refusal challenge_unknown, challenge_used, challenge_expired */
export async function takeSignInChallenge(
  tx: Tx,
  { challenge, secretKey, now }: { challenge: Uint8Array; secretKey: Uint8Array; now: Temporal.Instant },
): Promise<void> {
  const [head, mac] = [Buffer.from(challenge.subarray(0, 24)), challenge.subarray(24)]
  if (mac.length !== 32 || !timingSafeEqual(mac, signInMac(secretKey, head))) refuse('challenge_unknown')
  const given = Temporal.Instant.fromEpochMilliseconds(Number(head.readBigInt64BE(16)))
  const expires = given.add({ minutes: signInMinutes })
  if (Temporal.Instant.compare(expires, now) <= 0) refuse('challenge_expired')
  const taken = await tx
    .insertInto('webauthn_challenge')
    .values({
      challenge,
      purpose: signIn,
      account_id: null,
      payload: '{}',
      created_at: given,
      expires_at: expires,
      used_at: now,
    })
    .onConflict((oc) => oc.column('challenge').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!taken) refuse('challenge_used')
}

const signInMac = (secretKey: Uint8Array, head: Uint8Array): Buffer =>
  createHmac('sha256', secretKey).update(`${signIn}-challenge\n`).update(head).digest()
