/** Gathers from the register what a briefing prints, and what the page of papers needs. */
import { agreementRegister, findAgreement, findVersion, stateWords } from '#src/agreements/index.ts'
import { factsOf, findPartnership, partnershipStateWords, stepsOf, stepWords } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { dateWords } from '#src/platform/time.ts'
import { backgroundOf, briefingsOf, noBriefing } from './briefing-store.ts'
import { isOpen } from './commitment.ts'
import { followed } from './commitment-store.ts'
import type { Guest } from './guest.ts'
import { itemNotes } from './office-store.ts'
import type { BriefingParts, Tie } from './papers-briefing.ts'
import { filled, type PaperParts } from './papers-data.ts'
import type { Bilingual, Plan } from './plan.ts'

/** Guests of ours who speak or sign, in our order: each gets a briefing. */
export function briefed(plan: Plan, us: string): Guest[] {
  const speaks = ({ name }: Guest) =>
    plan.items.some(({ speaker }) => speaker?.name.latin === name.latin && speaker.party !== plan.partner)
  const listed = plan.guests[us]!
  const speaking = listed.filter((guest) => speaks(guest) || guest.level === 'head')
  return speaking.length > 0 ? speaking : listed.slice(0, 1)
}

/** Everything the pack of one guest prints, from the register and from what our office wrote. */
export async function readBriefing(db: Db, parts: PaperParts, guest: Guest): Promise<BriefingParts> {
  const { plan, us } = parts
  const [written, background, notes, ties, clauses] = await Promise.all([
    briefingsOf(db, plan.id),
    backgroundOf(db, plan.id),
    itemNotes(db, plan.id),
    tiesOf(db, parts),
    clausesOf(db, plan),
  ])
  const others = [...plan.guests[plan.partner]!, ...plan.guests[us.ror]!].filter(({ id }) => id !== guest.id)
  const known = others.map((one) => ({ guest: one, life: (written[one.id] ?? noBriefing).life }))
  // Everyone opposite who leads or speaks, and whoever somebody wrote about.
  const people = known.filter(
    ({ guest: one, life }) => life.en || life.zh || one.level === 'head' || speaksAt(plan, one),
  )
  const { points } = written[guest.id] ?? noBriefing
  return { guest, points, ties, background, clauses, people, notes }
}

const speaksAt = (plan: Plan, { name, party }: Guest) =>
  plan.items.some(({ speaker }) => speaker?.name.latin === name.latin && speaker.party === party)

/** What the register knows of the two universities' ties: facts with their source, the partnership's way, agreements, open commitments. */
async function tiesOf(db: Db, { plan, us, partner }: PaperParts): Promise<Tie[]> {
  const [facts, partnership, agreements, promised] = await Promise.all([
    factsOf(db, partner.ror),
    findPartnership(db, partner.ror),
    agreementRegister(db),
    followed(db, { partner: partner.ror }),
  ])
  const known = facts.map((f) => ({
    label: { en: f.label_en, zh: f.label_zh },
    value: { en: f.value_en, zh: f.value_zh },
    source: f.source ? `${f.source} (${f.as_of})` : '',
  }))
  const since = partnership ? [sinceTie(partnership)] : []
  const steps = partnership
    ? (await stepsOf(db, partnership.id)).toReversed().map((step) => stepTie(step, us.zone))
    : []
  const signed = agreements.filter((one) => one.partner === partner.ror && one.id !== plan.agreement)
  const open = promised.filter(({ state, commitment }) => isOpen(state) && commitment.ceremony !== plan.id)
  return [
    ...since,
    ...steps,
    ...signed.map(agreementTie),
    ...open.map(({ commitment }) => promiseTie(commitment)),
    ...known,
  ]
}

const sinceTie = ({ state, since }: { state: keyof typeof partnershipStateWords; since: string }): Tie => ({
  label: { en: 'Partnership', zh: '合作伙伴关系' },
  value: {
    en: `${partnershipStateWords[state].en}${since && `, since ${since}`}`,
    zh: `${partnershipStateWords[state].zh}${since && `（始于${since}）`}`,
  },
  source: '',
})

type StepRow = Awaited<ReturnType<typeof stepsOf>>[number]

const stepTie = ({ act, at }: StepRow, zone: string): Tie => ({
  label: { en: dateWords(at, zone, 'en'), zh: dateWords(at, zone, 'zh') },
  value: Object.hasOwn(stepWords, act) ? stepWords[act as keyof typeof stepWords] : { en: act, zh: act },
  source: '',
})

type Signed = Awaited<ReturnType<typeof agreementRegister>>[number]

const agreementTie = ({ title, state }: Signed): Tie => ({
  label: { en: 'Agreement', zh: '协议' },
  value: { en: `${filled(title).en} (${stateWords[state].en})`, zh: `${filled(title).zh}（${stateWords[state].zh}）` },
  source: '',
})

const promiseTie = ({ words, by }: { words: Bilingual; by: string }): Tie => ({
  label: { en: 'Open commitment', zh: '待落实承诺' },
  value: { en: words.en && `${words.en} (${by})`, zh: words.zh && `${words.zh}（${by}）` },
  source: '',
})

/** Headings of the clauses of the text to be signed. */
async function clausesOf(db: Db, { agreement }: Plan): Promise<Bilingual[]> {
  const found = agreement ? await findAgreement(db, agreement) : undefined
  const version = found && (await findVersion(db, found.id, found.version))
  return (version?.text.clauses ?? []).map(({ heading }) => heading)
}
