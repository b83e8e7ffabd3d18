/** Adds a passkey to the account of somebody signed in. */
import { randomBytes } from 'node:crypto'
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/mail.ts'
import { record } from '#src/platform/record.ts'
import { accountActor } from './accounts.ts'
import { giveChallenge, takeChallenge } from './challenges.ts'
import { peopleMail } from './mail-words.ts'
import { newsOfPeople } from './news.ts'
import { credentialsOf, passkeyName } from './passkeys.ts'
import { refuse } from './refusals.ts'
import { relyingParty, userHandle } from './relying-party.ts'
import { challengeOf, readRegistration } from './responses.ts'
import './tables.ts'
import type { Account } from './visitor.ts'

const purpose = 'passkey.register'
/** ECDSA P-256 and RSA with SHA-256: what every authenticator has and any tool can check in twenty years. */
const algorithms = [-7, -257]

export interface PasskeyStart {
  account: Account
  /** Name of this node's house, shown by the browser. */
  house: string
  publicUrl: string
  now: Temporal.Instant
}

/** Options for `navigator.credentials.create`: a discoverable passkey with user verification. */
export async function beginRegistration(tx: Tx, asked: PasskeyStart): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { account, house, publicUrl, now } = asked
  const { rpId } = relyingParty(publicUrl)
  const challenge = Uint8Array.from(randomBytes(32))
  await giveChallenge(tx, { challenge, purpose, account: account.id, payload: {}, now, minutes: 10 })
  return generateRegistrationOptions({
    rpName: house,
    rpID: rpId,
    userID: userHandle(account.id),
    userName: account.email,
    userDisplayName: account.name.latin,
    challenge,
    attestationType: 'none',
    excludeCredentials: await credentialsOf(tx, account.id, rpId),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
    timeout: 300_000,
  })
}

export interface PasskeyAnswer {
  account: Account
  /** What the person calls it; `fallback` when left empty. */
  name: string | undefined
  fallback: string
  /** The form's `response` field. */
  response: string | undefined
  publicUrl: string
  now: Temporal.Instant
}

/** Stores the new passkey and tells the account by mail. @throws Refusal passkey_refused, passkey_taken, challenge_… */
export async function finishRegistration(tx: Tx, asked: PasskeyAnswer): Promise<void> {
  const { account, publicUrl, now } = asked
  const name = passkeyName(asked.name, asked.fallback)
  const { rpId, origin } = relyingParty(publicUrl)
  const { credential } = await verifiedRegistration(tx, asked)
  const stored = await tx
    .insertInto('passkey')
    .values({
      account_id: account.id,
      credential_id: credential.id,
      public_key: credential.publicKey,
      rp_id: rpId,
      origin,
      counter: credential.counter,
      transports: JSON.stringify(credential.transports ?? []),
      name,
      created_at: now,
      last_used_at: null,
      removed_at: null,
    })
    .onConflict((oc) => oc.column('credential_id').where('removed_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!stored) refuse('passkey_taken')
  const then = [
    newsOfPeople('passkey.added', account.id),
    mail({ to: { account: account.id }, ...peopleMail.passkeyAdded(name) }),
  ]
  const about = { kind: 'account', id: account.id }
  const detail = { credential: credential.id, name }
  await record(tx, { at: now, by: accountActor(account), about, act: 'passkey.added', detail, then })
}

async function verifiedRegistration(tx: Tx, { account, response, publicUrl, now }: PasskeyAnswer) {
  const { rpId, origin } = relyingParty(publicUrl)
  const answer = readRegistration(response)
  const { challenge } = await takeChallenge(tx, { challenge: challengeOf(answer), purpose, account: account.id, now })
  const verified = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: Buffer.from(challenge).toString('base64url'),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch((error: Error) => refuse('passkey_refused', { why: error.message }, 422))
  return verified.registrationInfo ?? refuse('passkey_refused', { why: 'not verified' }, 422)
}
