/** Two offices whose logs witness, mirror and time-stamp each other, over their own front doors but without ports. */
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { agreementRoutes, hearAgreementsNews } from '#src/agreements/index.ts'
import { type EvidenceParts, evidenceRoutes } from '#src/evidence/index.ts'
import { evidence } from '#src/platform/evidence.ts'
import { queue } from '#src/platform/record.ts'
import { preserveIfDue } from '#src/signing/index.ts'
import { stampsOf } from '#src/stamps.ts'
import {
  type Ask,
  type Asking,
  hearEvidence,
  type Neighbour,
  type Neighbours,
  ownWitness,
  type ThirdWitness,
  witnessDeliverers,
  witnessMessages,
  witnessRoutes,
} from '#src/witness/index.ts'
import type { Office, OfficePlan } from './office.ts'
import { openPair, type Pair } from './postman.ts'

export interface WitnessedPair extends Pair {
  /** What each office's log needs to be worked on by hand. */
  askings: Map<Office, Asking>
  /** Answers instead of an office or a third witness, where it returns something. */
  intercept: (url: string, body: Uint8Array | undefined) => Promise<Response | undefined> | undefined
}

/** Two paired offices that have told each other their keys. `change` alters the second one's plan; `more` adds pages. */
export async function openWitnessedPair(
  third: ThirdWitness | null = null,
  change: Partial<OfficePlan> = {},
  more: (office: Office, parts: EvidenceParts) => void = () => {},
): Promise<WitnessedPair> {
  const pair = Object.assign(await openPair(change), {
    askings: new Map(),
    intercept: () => undefined,
  }) as WitnessedPair
  const keys = new Map([pair.hust, pair.queenMary].map((office) => [office, generateKeyPairSync('ed25519').privateKey]))
  for (const office of [pair.hust, pair.queenMary]) await furnish(pair, office, keys, { third, more })
  for (const office of [pair.hust, pair.queenMary]) await confirm(pair, office)
  await pair.deliver()
  return pair
}

export const otherOf = (pair: Pair, office: Office) => (office === pair.hust ? pair.queenMary : pair.hust)

interface Furniture {
  third: ThirdWitness | null
  more: (office: Office, parts: EvidenceParts) => void
}

async function furnish(pair: WitnessedPair, office: Office, keys: Map<Office, KeyObject>, { third, more }: Furniture) {
  const { publicUrl, signing, database } = office
  const { db } = database
  const clock = () => pair.now
  const partner = neighbourOf(otherOf(pair, office), keys)
  const neighbours: Neighbours = {
    find: async (_, ror) => (ror === partner.ror ? partner : undefined),
    all: async () => [partner],
  }
  const { secretKey, authority } = signing
  const house = await ownWitness({ db, secretKey, publicUrl, authority, now: pair.now })
  const signer = { keyid: office.ror, key: keys.get(office)! }
  const asking: Asking = { db, house, now: clock, around: { neighbours, ask: askIn(pair), signer, third } }
  pair.askings.set(office, asking)
  Object.assign(office.messages, witnessMessages({ neighbours, house }))
  office.app.route('/', witnessRoutes({ db, clock, house, neighbours, address: publicUrl, third }))
  Object.assign(signing, { stamps: stampsOf({ timestamps: null }, asking) })
  const rootOf = async () => pair.roots.get(partner.ror)
  const parts = { db, house, rootOf }
  office.app.route('/', evidenceRoutes(parts))
  more(office, parts)
  const { typesetter } = pair
  office.app.route(
    '/',
    agreementRoutes({
      ...{ db, typesetter, shelf: office.shelf, approvalSteps: [], demonstration: true },
      consent: { publicUrl, secretKey },
    }),
  )
  office.deliverers = {
    preserve: (item) =>
      preserveIfDue(
        { db, house: signing, rootOf: async (_, ror) => pair.roots.get(ror), now: pair.now },
        (item.body as { session: string }).session,
      ),
    ...witnessDeliverers(asking),
    news: {
      inTransaction: async (tx, item) => {
        await hearAgreementsNews(tx, item.body, pair.now)
        await hearEvidence(tx, { house, third: third !== null, at: pair.now }, item.body)
      },
    },
  }
}

function neighbourOf(office: Office, keys: Map<Office, KeyObject>): Neighbour {
  const rootCertificate = office.signing.authority.certificatePem
  return { ror: office.ror, address: office.publicUrl, key: createPublicKey(keys.get(office)!), rootCertificate }
}

function askIn(pair: WitnessedPair): Ask {
  return async (url, { method, headers, body }) => {
    const instead = await pair.intercept(url, body)
    if (instead) return instead
    const office = [pair.hust, pair.queenMary].find(({ publicUrl }) => url.startsWith(publicUrl))
    if (!office || office.down) throw new Error(`${new URL(url).host} is not reached`)
    return office.app.request(url, { method, headers, body: body && new Uint8Array(body) })
  }
}

/** As `confirmPeer` does when the administrator has compared the fingerprint. */
async function confirm(pair: Pair, office: Office): Promise<void> {
  const about = { kind: 'node' as const, id: otherOf(pair, office).ror }
  const facts = { institution: about.id }
  const news = evidence({ event: 'pairing.confirmed', about, at: pair.now, facts })
  await office.database.db.transaction().execute((tx) => queue(tx, pair.now, [news]))
}

/** Logs `count` events of one kind on an office's log, as its areas would; what follows waits to be delivered. */
export async function logEvents(
  pair: Pair,
  office: Office,
  count: number,
  id: string = crypto.randomUUID(),
): Promise<void> {
  const news = Array.from({ length: count }, (_, n) =>
    evidence({ event: 'agreement.frozen', about: { kind: 'agreement', id }, at: pair.now, facts: { n } }),
  )
  await office.database.db.transaction().execute((tx) => queue(tx, pair.now, news))
}
