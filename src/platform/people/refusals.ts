/** Why the platform says no in matters of people, sign-in and web safety. Each has words in `refusal-words.ts`. */
import { type Refusal, type RefusalDetails, refuser } from '#src/platform/refusal.ts'

export const peopleRefusals = [
  'sign_in_first',
  'not_found',
  'role_needed',
  'too_many_requests',
  'link_unknown',
  'link_used',
  'link_expired',
  'no_passkey',
  'passkey_needs_script',
  'passkey_unknown',
  'passkey_refused',
  'passkey_taken',
  'challenge_unknown',
  'challenge_used',
  'challenge_expired',
  'code_unknown',
  'code_wrong',
  'code_expired',
  'code_used',
  'code_used_up',
  'oidc_cancelled',
  'oidc_failed',
  'oidc_unavailable',
  'oidc_email_unverified',
  'oidc_no_account',
  'email_taken',
  'email_invalid',
  'name_missing',
  'role_unknown',
  'role_not_limitable',
  'last_administrator',
  'duty_unnamed',
  'duty_exists',
  'wrong_origin',
  'wrong_host',
  'body_too_large',
  'not_storable',
] as const

export type PeopleRefusal = (typeof peopleRefusals)[number]

export const refuse: (reason: PeopleRefusal, details?: RefusalDetails, status?: Refusal['status']) => never =
  refuser<PeopleRefusal>()
