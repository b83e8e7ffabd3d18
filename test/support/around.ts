/** Two offices with everything around a ceremony: invitations, papers, the meeting, and what comes after. Their nodes know each other's keys. */
import {
  type AroundParts,
  aroundRefusalWords,
  aroundRoutes,
  noteHeld,
  noteLive,
  type Plan,
} from '#src/ceremonies/index.ts'
import { type OwnNode, ownNode, passesOf } from '#src/federation/index.ts'
import { getFile } from '#src/platform/files/index.ts'
import { findMail, listMailbox, type MailboxMail } from '#src/platform/mail/index.ts'
import { attachmentsOf } from '#src/platform/mail/mailbox.ts'
import { type MeetingsConfig, meetings } from '#src/platform/meetings/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { notFoundPage, refusalPage } from '#src/platform/ui/index.ts'
import { openCeremonies, planAt, saveSheet } from './ceremony.ts'
import type { Office } from './office.ts'
import type { Pair } from './postman.ts'

export interface Around extends Pair {
  /** What each office's letters and links are made with. */
  partsOf(office: Office): AroundParts
}

/** `openCeremonies` with the pages around them. HUST has the given meeting servers, Queen Mary none. */
export async function openAround(servers: Partial<MeetingsConfig> = {}): Promise<Around> {
  const pair = await openCeremonies()
  const parts = new Map<Office, AroundParts>()
  const nodes = new Map<Office, OwnNode>()
  const { hust, queenMary } = pair
  for (const office of [hust, queenMary]) nodes.set(office, await nodeOf(office, pair.now))
  await know(hust, nodes.get(queenMary)!, pair.now)
  await know(queenMary, nodes.get(hust)!, pair.now)
  for (const office of [hust, queenMary]) {
    const { db } = office.database
    const none = { bigBlueButton: null, jitsi: null, opensBefore: 30 }
    const made = {
      db,
      typesetter: pair.typesetter,
      meetings: meetings(office === hust ? { ...none, ...servers } : none),
      publicUrl: office.publicUrl,
      secretKey: office.signing.secretKey,
      demonstration: true,
      passes: passesOf(nodes.get(office)!),
    }
    parts.set(office, made)
    office.app.route('/', aroundRoutes(made))
    office.app.onError((error, c) => {
      if (!(error instanceof Refusal)) throw error
      return error.status === 404 || error.status === 401 ? notFoundPage(c) : refusalPage(c, error, aroundRefusalWords)
    })
  }
  return Object.assign(pair, { partsOf: (office: Office) => parts.get(office)! })
}

const nodeOf = (office: Office, now: Temporal.Instant): Promise<OwnNode> =>
  ownNode({
    db: office.database.db,
    secretKey: office.signing.secretKey,
    address: office.publicUrl,
    site: office.publicUrl,
    accent: office.accent.light,
    rootCertificate: office.signing.authority.certificatePem,
    now,
  })

async function know({ database: { db } }: Office, { document }: OwnNode, at: Temporal.Instant): Promise<void> {
  const row = {
    institution: document.institution.ror,
    address: document.address,
    site: document.site,
    key: document.key,
    root_certificate: document.rootCertificate,
    accent: document.accent,
    fingerprint: 'compared',
    proposed_by: 'test',
    proposed_at: at,
    confirmed_by: 'test',
    confirmed_at: at,
    last_heard_at: null,
  }
  await db.insertInto('peer').values(row).execute()
}

/** Gives our head, the first on our list, an address; saved as the page does. */
export async function addressed(office: Office, id: string, emails: Record<number, string>): Promise<void> {
  const change = Object.fromEntries(Object.entries(emails).map(([n, email]) => [`guest_${n}_email`, email]))
  const answer = await saveSheet(office, id, change)
  if (answer.status !== 303) throw new Error(`the sheet was not saved: ${answer.status} ${await answer.text()}`)
}

export interface Letter extends MailboxMail {
  /** The path of the reader's own page. */
  link: string
  calendar: string | undefined
}

/** What was mailed to an address, the first letter first. */
export async function lettersTo(pair: Pair, office: Office, address: string): Promise<Letter[]> {
  await pair.deliverFrom(office)
  const { db } = office.database
  const found = (await listMailbox(db)).filter(({ toAddress }) => toAddress === address).toReversed()
  return Promise.all(
    found.map(async ({ id }) => {
      const mail = (await findMail(db, id))!
      const [file] = await attachmentsOf(db, id)
      const calendar = file && Buffer.from((await getFile(db, file.sha256))!.bytes).toString()
      return { ...mail, link: /http\S+?(\/reply\/\S+)/.exec(mail.text)?.[1] ?? '', calendar }
    }),
  )
}

/** The ceremony takes place on both nodes: each item for as long as planned, five minutes late. */
export async function holdIt(pair: Pair, id: string): Promise<Plan> {
  const plan = await planAt(pair.hust, id)
  pair.now = plan.endsAt.add({ minutes: 10 })
  for (const office of [pair.hust, pair.queenMary]) {
    await office.database.db.transaction().execute(async (tx) => {
      await noteLive(tx, id, plan.startsAt)
      const items = plan.items.map(({ id: item, startsAt, minutes }) => ({
        item,
        startedAt: startsAt.add({ minutes: 5 }),
        endedAt: startsAt.add({ minutes: minutes + 5 }),
      }))
      const span = { startedAt: plan.startsAt.add({ minutes: 5 }), endedAt: plan.endsAt.add({ minutes: 5 }) }
      await noteHeld(tx, id, { ...span, items, audience: 1240, at: pair.now })
    })
  }
  return plan
}
