/** The table of contents: every area of one node, mounted in order. */
import { type Context, Hono } from 'hono'
import { agreementRefusalWords, agreementRoutes, entriesFollow, entryRefusalWords } from '#src/agreements/index.ts'
import { exportRoutes, retentionRefusalWords, retentionRoutes } from '#src/archive/index.ts'
import { aroundRefusalWords, aroundRoutes, aroundSection, ceremonyRoutes } from '#src/ceremonies/index.ts'
import { activity, deskRefusalWords, deskRoutes, withPartner } from '#src/desk/index.ts'
import { evidenceRefusalWords, evidenceRoutes, judgePackage } from '#src/evidence/index.ts'
import {
  federationRoutes,
  type OwnNode,
  passesOf,
  peerRefusalWords,
  type Receiver,
  rootOf,
} from '#src/federation/index.ts'
import {
  type Houses,
  hostingMoved,
  hostingPanel,
  hostingRefusalWords,
  hostingRoutes,
  isKnownByNode,
} from '#src/hosting/index.ts'
import { importRefusalWords, importRoutes } from '#src/imports/index.ts'
import { type KeyHouse, keyRefusalWords, keyRoutes } from '#src/keys/index.ts'
import {
  activityRefusalWords,
  groupingRefusalWords,
  moveRefusalWords,
  partnerRefusalWords,
  partnerRoutes,
} from '#src/partners/index.ts'
import type { Broadcast } from '#src/platform/broadcast/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isUnstorable } from '#src/platform/database/unstorable.ts'
import { fileRefusalWords } from '#src/platform/files/index.ts'
import { mailRoutes } from '#src/platform/mail/index.ts'
import type { Meetings } from '#src/platform/meetings/index.ts'
import {
  type PeopleConfig,
  peopleRefusalWords,
  peopleRoutes,
  readVisitor,
  signInAddress,
} from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { openPageShelf, type PageShelf, renderRefusalWords } from '#src/platform/render/index.ts'
import { chooseLanguage, limitBodies, safety, sentTwice } from '#src/platform/safety/index.ts'
import { sheetRefusalWords } from '#src/platform/spreadsheet/index.ts'
import type { Clock } from '#src/platform/time.ts'
import { type Typesetter, typesetRefusals } from '#src/platform/typeset/index.ts'
import { assetRoutes, failurePage, notFoundPage, type RefusalWords, refusalPage } from '#src/platform/ui/index.ts'
import type { House, WebEnv } from '#src/platform/web.ts'
import { procedureRefusalWords, procedureRoutes, roleScopes } from '#src/procedures/index.ts'
import { programmePartnersFollow, programmeRefusalWords, programmeRoutes } from '#src/programme/index.ts'
import { proposalRefusalWords, proposalRoutes, proposalsFollow } from '#src/proposals/index.ts'
import { signingJournalWords, signingRefusalWords, signingRoutes } from '#src/signing/index.ts'
import { siteRoutes } from '#src/site/index.ts'
import { stageRefusalWords, stageRoutes } from '#src/stage/index.ts'
import { storiesFollow, storyRefusalWords, storyRoutes } from '#src/stories/index.ts'
import { type WitnessParts, witnessJournalWords, witnessRefusalWords, witnessRoutes } from '#src/witness/index.ts'
import { navigation } from './navigation.ts'
import { storyHouse } from './story-house.ts'

export interface AppParts {
  db: Db
  clock: Clock
  typesetter: Typesetter
  house: House
  people: PeopleConfig
  own: OwnNode
  receiver: Receiver
  keys: KeyHouse
  /** This node's log, and its duties for the partners'. */
  logs: WitnessParts
  /** Where the stages that people watch are kept rendered. */
  broadcast: Broadcast
  /** The video meetings of the university. */
  meetings: Meetings
  /** The nodes this one runs for partners that have none. */
  houses: Houses
  /** PEM of the roots of time-stamping authorities that are no partner's. */
  stampRoots: string[]
  /** Hears of errors nobody foresaw; the page shows only the reference. */
  report: (error: unknown, reference: string) => void
}

const megabytes = (n: number) => n * 1024 * 1024

const refusalWords: RefusalWords = {
  ...peopleRefusalWords,
  ...fileRefusalWords,
  ...renderRefusalWords,
  ...(typesetRefusals as unknown as RefusalWords),
  ...partnerRefusalWords,
  ...activityRefusalWords,
  ...groupingRefusalWords,
  ...moveRefusalWords,
  ...procedureRefusalWords,
  ...proposalRefusalWords,
  ...agreementRefusalWords,
  ...entryRefusalWords,
  ...retentionRefusalWords,
  ...importRefusalWords,
  ...sheetRefusalWords,
  ...keyRefusalWords,
  ...signingRefusalWords,
  ...witnessRefusalWords,
  ...evidenceRefusalWords,
  ...programmeRefusalWords,
  ...aroundRefusalWords,
  ...stageRefusalWords,
  ...storyRefusalWords,
  ...peerRefusalWords,
  ...hostingRefusalWords,
  ...deskRefusalWords,
}

/** What areas keep of a partner that is moved to its successor. */
const following = [entriesFollow, programmePartnersFollow, storiesFollow, proposalsFollow]

/** Builds the web application of one node from its parts. */
export function createApp(parts: AppParts): Hono<WebEnv> {
  const { db, clock, typesetter, house, people, own, receiver, broadcast } = parts
  const app = new Hono<WebEnv>()
  for (const guard of safety({ publicUrl: people.publicUrl, peerUrl: receiver.address })) app.use(guard)
  app.use(async (c, next) => {
    c.set('house', house)
    return next()
  })
  app.route('/', assetRoutes())
  app.use(readVisitor({ db, clock, config: people }), chooseLanguage({ publicUrl: people.publicUrl }), navigation())
  app.use(
    limitBodies([
      { path: '/federation/messages', bytes: megabytes(20) },
      { path: '/verify', bytes: megabytes(21) },
      { path: '/register', bytes: megabytes(33) },
      { path: '/imports', bytes: megabytes(9) },
      { path: '/slides', bytes: megabytes(13) },
      // Several photographs at once.
      { path: '/stories', bytes: megabytes(80) },
    ]),
    sentTwice(),
  )

  // Before the site: its story pages carry the header that says where mentions are sent.
  app.route('/', storyRoutes({ db, ...storyHouse(people.publicUrl) }))
  // The public site of a university is its own node's.
  if (!house.keptBy) app.route('/', siteRoutes({ db, publicUrl: people.publicUrl }))
  app.route('/', deskRoutes({ db, ...people, typesetter }))
  app.route('/', peopleRoutes({ db, clock, config: people, scopes: roleScopes }))
  app.route('/', mailRoutes({ db, config: people }))
  const move = { hasNode: isKnownByNode, following }
  const hosting = { db, houses: parts.houses, own: own.document, tryIt: house.tryIt }
  app.route('/', partnerRoutes({ db, first: withPartner(db), beside: hostingPanel(hosting), activity, move }))
  if (!house.keptBy) app.route('/', hostingRoutes(hosting))
  const shelf = openPageShelf()
  app.route('/', procedureRoutes({ db, approvalSteps: people.approvalSteps }))
  app.route('/', proposalRoutes({ db, typesetter, demonstration: house.demonstration }))
  app.route('/', agreementRoutes(agreementParts(parts, shelf)))
  app.route('/', importRoutes({ db }))
  app.route('/', keyRoutes({ db, house: parts.keys }))
  app.route('/', signingRoutes(signingParts(parts, shelf)))
  app.route('/', witnessRoutes(parts.logs))
  app.route('/', evidenceRoutes({ db, house: parts.logs.house, rootOf }))
  app.route('/', exportRoutes({ db, house: parts.logs.house, rootOf }))
  app.route('/', retentionRoutes({ db }))
  const { publicUrl, secretKey } = people
  const around = aroundParts(parts)
  const ceremonySteps = people.approvalSteps.map(({ key }) => key)
  app.route('/', ceremonyRoutes({ db, approvalSteps: ceremonySteps, more: aroundSection(around) }))
  app.route('/', aroundRoutes(around))
  app.route('/', stageRoutes({ db, broadcast, secretKey, publicUrl }))
  app.route('/', programmeRoutes({ db, activity }))
  app.route('/', federationRoutes({ receiver, own, moved: hostingMoved }))

  app.notFound((c) => notFoundPage(c))
  app.onError((error, c) => {
    if (isUnstorable(error)) return notStorable(c)
    if (!(error instanceof Refusal)) return unforeseen(parts, error, c)
    if (error.reason === 'sign_in_first' && c.req.method === 'GET') return c.redirect(signInAddress(c), 303)
    return error.status === 404 ? notFoundPage(c) : refusalPage(c, error, refusalWords)
  })
  return app
}

function aroundParts({ db, typesetter, house, people, own, meetings }: AppParts) {
  const { publicUrl, secretKey } = people
  const { demonstration } = house
  return { db, typesetter, meetings, publicUrl, secretKey, demonstration, passes: passesOf(own) }
}

function agreementParts({ db, typesetter, house: { demonstration }, people, own }: AppParts, shelf: PageShelf) {
  const { approvalSteps } = people
  const journalWords = { ...signingJournalWords, ...witnessJournalWords }
  const consent = { publicUrl: people.publicUrl, secretKey: people.secretKey }
  const { siteOf } = passesOf(own)
  return { db, typesetter, shelf, approvalSteps, demonstration, consent, journalWords, siteOf }
}

function signingParts({ db, clock, people, stampRoots }: AppParts, shelf: PageShelf) {
  const { publicUrl, secretKey } = people
  return { db, clock, publicUrl, secretKey, rootOf, stampRoots, shelf, judgePackage }
}

/** A value nobody can have meant: there is no such page, or the form cannot be kept. */
function notStorable(c: Context<WebEnv>): Response {
  if (c.req.method === 'GET') return notFoundPage(c)
  return refusalPage(c, new Refusal('not_storable', {}, 422), refusalWords)
}

function unforeseen({ report }: AppParts, error: unknown, c: Parameters<typeof failurePage>[0]) {
  const reference = crypto.randomUUID().slice(0, 8)
  report(error, reference)
  return failurePage(c, reference)
}
