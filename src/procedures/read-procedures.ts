/** What the pages of the procedures show, and what their forms may choose from. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import {
  type ApprovalStep,
  accountsWithRole,
  approverDuties,
  holds,
  listAccounts,
  type Visitor,
} from '#src/platform/people/index.ts'
import { mayKeepProcedures } from './access.ts'
import type { AuthorityView } from './authority-page.ts'
import { signAuthorities } from './authority-store.ts'
import type { Deciders } from './read-route-form.ts'
import { routes } from './route-store.ts'
import type { RoutesView } from './routes-page.ts'
import { standIns } from './stand-in-store.ts'
import type { StandInsView } from './stand-ins-page.ts'
import { agreementTypes } from './type-store.ts'

interface Asked {
  visitor: Visitor
  configured: ApprovalStep[]
  now: Temporal.Instant
}

const shown = ({ id, name }: { id: string; name: { latin: string } }) => ({ id, name: name.latin })

/** Accounts in use. */
const people = async (db: Db) => (await listAccounts(db)).filter(({ endedAt }) => endedAt === null)

const today = async (db: Db, now: Temporal.Instant) =>
  now
    .toZonedDateTimeISO((await ourInstitution(db)).zone)
    .toPlainDate()
    .toString()

export async function readRoutes(db: Db, { visitor, configured }: Asked): Promise<RoutesView> {
  const all = await people(db)
  const holders = (key: string) =>
    all.filter((one) => one.roles.some(({ name, scope }) => name === 'approver' && scope === key))
  const duties = await approverDuties(db, configured)
  return {
    routes: await routes(db),
    types: await agreementTypes(db),
    configured,
    duties: duties.map((duty) => ({ ...duty, holders: holders(duty.key).map(({ account }) => account) })),
    mayKeep: mayKeepProcedures(visitor),
  }
}

export async function readDeciders(db: Db, configured: ApprovalStep[]): Promise<Deciders> {
  const [duties, all, types] = await Promise.all([approverDuties(db, configured), people(db), agreementTypes(db)])
  return { duties, people: all.map(({ account }) => shown(account)), types: types.map(({ key }) => key) }
}

/** Approvers name somebody in their own place, administrators in every approver's. */
export async function readStandIns(db: Db, { visitor, configured, now }: Asked): Promise<StandInsView> {
  const all = await people(db)
  const keeper = mayKeepProcedures(visitor)
  const places = keeper
    ? all.map(({ account }) => account)
    : all.flatMap(({ account }) => (account.id === visitor.account.id && holds(visitor, 'approver') ? account : []))
  return {
    all: await standIns(db),
    today: await today(db, now),
    duties: await approverDuties(db, configured),
    places: places.map(shown),
    people: all
      .filter(({ account }) => keeper || account.id !== visitor.account.id)
      .map(({ account }) => shown(account)),
  }
}

export async function readAuthority(db: Db, { visitor, now }: Asked): Promise<AuthorityView> {
  return {
    all: await signAuthorities(db),
    types: await agreementTypes(db),
    signatories: (await accountsWithRole(db, 'signatory')).map(shown),
    today: await today(db, now),
    mayKeep: mayKeepProcedures(visitor),
  }
}
