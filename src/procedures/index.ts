/** The front door of the house's procedures. */
export { maySign, type SignAuthority } from './authority.ts'
export { signAuthorities } from './authority-store.ts'
export { type LibraryClause, libraryClauses } from './clause-store.ts'
export { procedureJournalWords } from './journal-words.ts'
export { nothing, type Reach, type Reached, type ReachPart, within } from './reach.ts'
export { managedBy, reachOf } from './reach-of.ts'
export { procedureRefusalWords } from './refusal-words.ts'
export { roleScopes } from './role-scopes.ts'
export {
  type Acting,
  type Approver,
  actingFor,
  configuredSteps,
  openSteps,
  type Represented,
  type Risk,
  type Route,
  type RouteStep,
  risks,
  routeFor,
  type Subject,
} from './route.ts'
export { routes as approvalRoutes } from './route-store.ts'
export { type ProcedureParts, procedureRoutes } from './routes.ts'
export { deputiesOf, isStandIn, representedBy } from './stand-in-store.ts'
export { type Stage, stages } from './tables.ts'
export type { Template, TemplateVersion } from './template.ts'
export { findTemplate, templates, templateVersions } from './template-store.ts'
export { type AgreementType, agreementTypes, findType, stageTargets } from './type-store.ts'
export { riskWords, stageWords } from './words.ts'
