/** The front door of people: accounts, sessions, roles, passkeys, codes. */
export {
  accountActor,
  accountByEmail,
  accountsWithRole,
  actorOf,
  findAccount,
  type ListedAccount,
  lastSignIns,
  listAccounts,
  rolesOf,
} from './accounts.ts'
export { addAccount, type NewAccount } from './add-account.ts'
export { addApproverDuty, approverDuties } from './approver-duties.ts'
export {
  type Assertion,
  type AssertionAnswer,
  type AssertionStart,
  beginAssertion,
  finishAssertion,
} from './assertions.ts'
export { giveRole, type RoleChange, takeRole } from './change-roles.ts'
export { cleanPeople } from './clean.ts'
export { type CheckedCode, checkCode, sendCode, useCode } from './codes.ts'
export { sessionCookieName } from './cookies.ts'
export { endAccount } from './end-account.ts'
export { forgetSignIns } from './forget-sign-ins.ts'
export { formValues } from './form-values.ts'
export { accountFrom, givableRoles, roleValue } from './house-forms.ts'
export type { PeopleNews } from './news.ts'
export { type PasskeyForm, passkeyForm } from './passkey-form.ts'
export { passkeyOptions } from './passkey-options.ts'
export { type Passkey, passkeysOf } from './passkeys.ts'
export {
  type ApprovalStep,
  type PeopleConfig,
  type RoleScopes,
  roleName,
  roleNames,
} from './people-config.ts'
export { personalLink, revokeAccess } from './personal-link.ts'
export { countTowards } from './rate-limit.ts'
export { readVisitor, requireRole, requireVisitor, signInAddress, visitorOfCookie } from './read-visitor.ts'
export { peopleRefusalWords } from './refusal-words.ts'
export { peopleRoutes } from './routes.ts'
export { type RowSecret, rowSecret, sha256 } from './secrets.ts'
export { type SoftwarePasskey, softwarePasskey } from './software-passkey.ts'
export { trySignInPath } from './try-path.ts'
export { type AssertionClaim, type AssertionVerdict, verifyAssertion } from './verify-assertion.ts'
export {
  type Account,
  holds,
  limitable,
  limitsOf,
  type Role,
  type RoleLimit,
  type RoleName,
  roles,
  type Visitor,
  worksHere,
} from './visitor.ts'
export { peopleJournalWords, roleWords } from './words.ts'
