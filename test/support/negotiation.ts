/** Two offices with the pages of partners, agreements and the desk, and the sample agreement in HUST's draft. */
import { sampleText } from '#cast/agreement.ts'
import {
  type Agreement,
  agreementMessages,
  agreementRoutes,
  beginDraft,
  findAgreement,
  saveSignatory,
  typesetterIdentity,
} from '#src/agreements/index.ts'
import { activity, deskRoutes, withPartner } from '#src/desk/index.ts'
import { type PartnerParts, partnerRoutes } from '#src/partners/index.ts'
import { addAccount, type RoleName } from '#src/platform/people/index.ts'
import { beginSession } from '#src/platform/people/sessions.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import { procedureRoutes } from '#src/procedures/index.ts'
import { proposalRoutes } from '#src/proposals/index.ts'
import { type Office, OfficeBrowser, type OfficePlan, step } from './office.ts'
import { openPair, type Pair } from './postman.ts'

export const approvalSteps = [{ key: step, label: { en: 'Partnerships Board', zh: '合作事务委员会' } }]

/** `openPair` with every page that belongs to negotiating. `theirs` gives Queen Mary another typesetter than HUST's. */
export async function openNegotiation(
  theirs = (same: Typesetter) => same,
  change: Partial<OfficePlan> = {},
  parts: Partial<PartnerParts> = {},
): Promise<Pair> {
  const pair = await openPair(change)
  for (const office of [pair.hust, pair.queenMary]) {
    const { db } = office.database
    const typesetter = office === pair.hust ? pair.typesetter : theirs(pair.typesetter)
    Object.assign(office.messages, agreementMessages({ typesetter, steps: [step] }))
    office.app.route(
      '/',
      deskRoutes({ db, approvalSteps, typesetter, publicUrl: office.publicUrl, secretKey: office.signing.secretKey }),
    )
    office.app.route('/', partnerRoutes({ db, first: withPartner(db), activity, ...parts }))
    office.app.route('/', procedureRoutes({ db, approvalSteps }))
    office.app.route('/', proposalRoutes({ db, typesetter, demonstration: true }))
    const { shelf, publicUrl, signing } = office
    const consent = { publicUrl, secretKey: signing.secretKey }
    const siteOf = async (_: unknown, ror: string) =>
      [pair.hust, pair.queenMary].find((other) => other.ror === ror)?.publicUrl
    office.app.route(
      '/',
      agreementRoutes({ db, typesetter, shelf, approvalSteps, demonstration: true, consent, siteOf }),
    )
  }
  return pair
}

/** The sample in HUST's draft, HUST's signatory assigned. @returns the agreement's id */
export async function draftedAgreement(pair: Pair): Promise<string> {
  const id = crypto.randomUUID()
  const text = sampleText(typesetterIdentity(pair.typesetter), id)
  for (const [i, office] of [pair.hust, pair.queenMary].entries()) text.seats[i]!.name = office.signatory
  await pair.hust.database.db
    .transaction()
    .execute((tx) => beginDraft(tx, text, { kind: 'key', partner: pair.queenMary.ror, at: pair.now }))
  await assign(pair.hust, id, 'seat-a')
  return id
}

/** The sample, sent by HUST as version 1 through its page and arrived at Queen Mary, whose signatory is assigned. */
export async function sentAgreement(pair: Pair): Promise<string> {
  const id = await draftedAgreement(pair)
  await (await pair.hust.browser('officer')).post(`/agreements/${id}/versions`, { note: 'Please look at clause 2.' })
  await pair.deliver()
  await assign(pair.queenMary, id, 'seat-b')
  return id
}

async function assign(office: Office, id: string, seat: string): Promise<void> {
  const { account } = await office.visitor('signatory')
  await office.database.db.transaction().execute((tx) => saveSignatory(tx, id, seat, account.id))
}

export async function agreementAt(office: Office, id: string): Promise<Agreement> {
  return (await findAgreement(office.database.db, id))!
}

/** A browser of one more person of the office, with the given role. */
export async function colleague(
  pair: Pair,
  office: Office,
  role: RoleName,
  scope = '',
  reads: 'en' | 'zh' = 'en',
): Promise<OfficeBrowser> {
  const session = await office.database.db.transaction().execute(async (tx) => {
    const email = `${crypto.randomUUID()}@office.example`
    const name = { latin: 'A Colleague', native: null }
    const by = { kind: 'node' as const }
    const account = await addAccount(tx, {
      email,
      name,
      language: 'en',
      roles: [{ name: role, scope }],
      by,
      now: pair.now,
    })
    return beginSession(tx, { account: account.id, method: 'link', browser: 'test', now: pair.now, sessionDays: 14 })
  })
  return new OfficeBrowser(office, session.token, reads)
}

/** The fields of the first form on the page with this action, as a browser would send them without pressing any of its buttons. */
export function formOf(page: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(page)?.[1]
  if (form === undefined) throw new Error(`no form posts to ${action}`)
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')]
    if (name && (!['radio', 'checkbox'].includes(type ?? '') || / checked/.test(tag)))
      fields[name] = unescaped(attribute(tag, 'value') ?? '')
  }
  for (const [, tag, text] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    fields[attribute(tag!, 'name')!] = unescaped(text!.replace(/^\n/, ''))
  }
  for (const [, tag, options] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option\b[^>]* selected[^>]*>/.exec(options!)?.[0] ?? /<option\b[^>]*>/.exec(options!)?.[0] ?? ''
    fields[attribute(tag!, 'name')!] = unescaped(attribute(chosen, 'value') ?? '')
  }
  return fields
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!)
