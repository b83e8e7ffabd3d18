/** Asks a passkey for its yes to a challenge, and checks the answer. Used to sign in, and by other areas for consent. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Tx } from '#src/platform/database/tables.ts'
import type { Json } from '#src/platform/record.ts'
import { giveChallenge, signInChallenge, takeChallenge, takeSignInChallenge } from './challenges.ts'
import { credentialsOf } from './passkeys.ts'
import { refuse } from './refusals.ts'
import { relyingParty, userHandle } from './relying-party.ts'
import { challengeOf, readAssertion } from './responses.ts'
import './tables.ts'
import { verifyAssertion } from './verify-assertion.ts'

export interface AssertionStart {
  account: string
  /** What the yes is for; an answer given for one purpose is refused for another. */
  purpose: string
  /** 16 to 64 bytes never used before: the asker's own digest, with a nonce in it. */
  challenge: Uint8Array
  /** Given back by `finishAssertion`. */
  payload: Json
  now: Temporal.Instant
  publicUrl: string
  minutes?: number
}

/** Options for `navigator.credentials.get` with our challenge, for this account's passkeys. @throws Refusal no_passkey */
export async function beginAssertion(tx: Tx, asked: AssertionStart): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { publicUrl, minutes = 10, ...given } = asked
  const { rpId } = relyingParty(publicUrl)
  const allowed = await credentialsOf(tx, given.account, rpId)
  if (allowed.length === 0) refuse('no_passkey')
  await giveChallenge(tx, { ...given, minutes })
  return options(rpId, given.challenge, allowed)
}

/** Options for signing in: any passkey this browser holds for this node. */
export function beginSignIn(p: { publicUrl: string; secretKey: Uint8Array; now: Temporal.Instant }) {
  return options(relyingParty(p.publicUrl).rpId, signInChallenge(p.secretKey, p.now))
}

function options(rpID: string, challenge: Uint8Array, allowCredentials?: { id: string; transports: string[] }[]) {
  const bytes = Uint8Array.from(challenge)
  const timeout = 300_000
  return generateAuthenticationOptions({
    rpID,
    challenge: bytes,
    userVerification: 'required',
    timeout,
    allowCredentials,
  })
}

export interface Assertion {
  account: string
  passkey: string
  credentialId: string
  challenge: Uint8Array
  payload: Json
  /** The raw answer, for whoever checks it later with `verifyAssertion`. */
  response: AuthenticationResponseJSON
  at: Temporal.Instant
}

export interface AssertionAnswer {
  account: string
  purpose: string
  /** The form's `response` field. */
  response: string | undefined
  now: Temporal.Instant
  publicUrl: string
}

/**
 * Checks the answer to `beginAssertion` and uses its challenge up.
 * @throws Refusal challenge_unknown, challenge_used, challenge_expired, passkey_unknown, passkey_refused, passkey_needs_script
 */
export async function finishAssertion(tx: Tx, asked: AssertionAnswer): Promise<Assertion> {
  const answer = readAssertion(asked.response)
  const { payload } = await takeChallenge(tx, { ...asked, challenge: challengeOf(answer) })
  return checked(tx, asked, answer, payload as Json)
}

export interface SignInAnswer extends Pick<AssertionAnswer, 'response' | 'now' | 'publicUrl'> {
  secretKey: Uint8Array
}

/** Checks the answer to `beginSignIn`; the passkey itself says whose it is. @throws Refusal as `finishAssertion` */
export async function finishSignIn(tx: Tx, asked: SignInAnswer): Promise<Assertion> {
  const answer = readAssertion(asked.response)
  await takeSignInChallenge(tx, { ...asked, challenge: challengeOf(answer) })
  return checked(tx, asked, answer, {})
}

type Asked = Pick<AssertionAnswer, 'now' | 'publicUrl'> & { account?: string }

async function checked(
  tx: Tx,
  { account, now, publicUrl }: Asked,
  answer: AuthenticationResponseJSON,
  payload: Json,
): Promise<Assertion> {
  const challenge = challengeOf(answer)
  const key = await holdPasskey(tx, answer.id, account)
  const handle = answer.response.userHandle
  const stranger = handle && handle !== Buffer.from(userHandle(key.account_id)).toString('base64url')
  if (stranger) refuse('passkey_refused', { why: 'another account' }, 422)
  const verdict = await verifyAssertion({
    response: answer,
    challenge,
    credentialId: key.credential_id,
    publicKey: key.public_key,
    counter: Number(key.counter),
    ...relyingParty(publicUrl),
  })
  if (!verdict.ok) return refuse('passkey_refused', { why: verdict.why }, 422)
  await tx
    .updateTable('passkey')
    .set({ counter: verdict.counter, last_used_at: now })
    .where('id', '=', key.id)
    .execute()
  const { account_id, id, credential_id } = key
  return {
    account: account_id,
    passkey: id,
    credentialId: credential_id,
    challenge,
    payload,
    response: answer,
    at: now,
  }
}

/** The passkey in use with this credential, of an account in use. */
async function holdPasskey(tx: Tx, credential: string, account: string | undefined) {
  let query = tx
    .selectFrom('passkey')
    .innerJoin('account', 'account.id', 'passkey.account_id')
    .select(['passkey.id', 'account_id', 'credential_id', 'public_key', 'counter'])
    .where('credential_id', '=', credential)
    .where('removed_at', 'is', null)
    .where('account.ended_at', 'is', null)
  if (account !== undefined) query = query.where('account_id', '=', account)
  return (await query.forUpdate('passkey').executeTakeFirst()) ?? refuse('passkey_unknown', {}, 422)
}
