/** An officer starts a new agreement with a partner: an empty draft in both languages, with a seat for each side. */
import { findInstitution, type Institution, ourInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { type Json, record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Agreement } from './agreement.ts'
import { saveFollows } from './chain-store.ts'
import { type AgreementClass, saveClass } from './class-store.ts'
import { addAuthor } from './draft-store.ts'
import { kindOf, readTemplate, termOf, textOf } from './from-template.ts'
import { insertAgreement } from './store.ts'
import { saveTemplateOf } from './template-of-store.ts'
import { type AgreementText, type Bilingual, effects, type Seat, type Term, type TypesetterIdentity } from './text.ts'

export interface NewAgreement {
  partner: string
  kind: Agreement['kind']
  title: Bilingual
  /** Id of the template to begin from; none: an empty draft. */
  template?: string
  /** Who asked for it; they approve it as little as those who wrote in it. */
  proposal?: Pick<AgreementClass, 'unit' | 'unitId' | 'risk' | 'value' | 'currency' | 'proposer'> & { kind: string }
  demonstration: boolean
  typesetter: TypesetterIdentity
  at: Temporal.Instant
}

/** @returns the id of the new agreement. @throws Refusal `not_found` where the partner is unknown */
export async function startAgreement(db: Db, officer: Visitor, input: NewAgreement): Promise<string> {
  const [us, partner] = await Promise.all([ourInstitution(db), findInstitution(db, input.partner)])
  if (!partner || partner.ours) throw new Refusal('not_found', {}, 404)
  return db.transaction().execute((tx) => startDraft(tx, officer, { us, partner, input }))
}

/** The same as a step of another act, such as accepting a proposal. */
export async function startDraft(
  tx: Tx,
  officer: Visitor,
  { us, partner, input }: { us: Institution; partner: Institution; input: NewAgreement },
): Promise<string> {
  const template = input.template ? await readTemplate(tx, input.template) : undefined
  const kind = template ? await kindOf(tx, template.kind) : input.kind
  const type = template?.kind ?? input.proposal?.kind
  const term = type ? await termOf(tx, type, usualTerm) : usualTerm
  const text = { ...emptyText(crypto.randomUUID(), us, partner, input), term, ...(template && textOf(template, input)) }
  await beginDraft(tx, text, { kind, partner: partner.ror, at: input.at })
  await addAuthor(tx, text.agreement, officer.account.id)
  if (template) await saveTemplateOf(tx, text.agreement, template)
  const classed = { unit: '', unitId: null, risk: null, value: null, currency: '', proposer: null, ...input.proposal }
  if (type) await saveClass(tx, text.agreement, { ...classed, kind: type })
  const about = { kind: 'agreement', id: text.agreement }
  const detail: Record<string, Json> = template ? { template: template.name.en, version: template.version.number } : {}
  await record(tx, { at: input.at, by: actorOf(officer), about, act: 'agreement.started', detail })
  return text.agreement
}

/** Saves a draft nobody has sent yet; also how a node's first data is loaded. */
export async function beginDraft(
  tx: Tx,
  text: AgreementText,
  { kind, partner, at }: { kind: Agreement['kind']; partner: string; at: Temporal.Instant },
): Promise<void> {
  const agreement: Agreement = {
    id: text.agreement,
    partner,
    kind,
    demonstration: text.demonstration,
    state: 'drafting',
    turn: 'ours',
    turnSince: at,
    version: 0,
    round: 0,
    frozen: null,
    concludedAt: null,
  }
  await insertAgreement(tx, agreement, text, at)
  if (text.follows) await saveFollows(tx, text.agreement, text.follows)
}

/** What a new draft begins with, as the initiative's agreements have it; officers change it. */
export const usualTerm: Term = { ends: { kind: 'years', years: 5 }, noticeMonths: 6 }

function emptyText(agreement: string, us: Institution, partner: Institution, input: NewAgreement): AgreementText {
  const nobody = { name: { latin: '', native: null }, title: { en: '', zh: '' } }
  const seats: Seat[] = [us, partner].map((i, n) => ({ id: `seat-${'ab'[n]}`, party: i.ror, order: n + 1, ...nobody }))
  return {
    format: 'chirograph-agreement-1',
    agreement,
    demonstration: input.demonstration,
    title: input.title,
    prevails: 'both',
    parties: [us, partner].map(({ ror, name }) => ({ ror, name })),
    clauses: [],
    seats,
    effect: effects[0],
    term: usualTerm,
    typesetter: input.typesetter,
  }
}
