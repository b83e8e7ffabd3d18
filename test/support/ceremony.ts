/** Two offices with the pages of negotiating and of ceremonies, and a ceremony planned through the front door. */
import { ceremonyMessages, ceremonyRoutes, findPlan, type Plan } from '#src/ceremonies/index.ts'
import { formOf, openNegotiation } from './negotiation.ts'
import { type Office, step } from './office.ts'
import { approvedAgreement, type Pair } from './postman.ts'

/** `openNegotiation` with the pages and messages of ceremonies. */
export async function openCeremonies(): Promise<Pair> {
  const pair = await openNegotiation()
  for (const office of [pair.hust, pair.queenMary]) {
    Object.assign(office.messages, ceremonyMessages)
    office.app.route('/', ceremonyRoutes({ db: office.database.db, approvalSteps: [step] }))
    await registerPeople(office)
  }
  return pair
}

/** Head, deputy and a dean in the office's register; the head is its signatory, with the account that signs. */
async function registerPeople(office: Office): Promise<void> {
  const { account } = await office.visitor('signatory')
  const titles: [string, string, string, number][] = [
    [office.signatory.latin, 'President', '校长', 10],
    [`Deputy of ${office.institution.short.en}`, 'Vice President', '副校长', 20],
    [`Dean of ${office.institution.short.en}`, 'Dean', '院长', 50],
  ]
  await office.database.db.transaction().execute(async (tx) => {
    for (const [latin, en, zh, rank] of titles) {
      const id = crypto.randomUUID()
      const first = rank === 10
      await tx
        .insertInto('person')
        .values({
          id,
          name_latin: latin,
          name_native: first ? office.signatory.native : null,
          account: first ? account.id : null,
          family_name_first: false,
        } as never)
        .execute()
      await tx
        .insertInto('post')
        .values({
          id: crypto.randomUUID(),
          person: id,
          institution: office.ror,
          unit_en: '',
          unit_zh: '',
          title_en: en,
          title_zh: zh,
          rank,
          since: null,
          until: null,
          source: null,
        } as never)
        .execute()
    }
  })
}

export const planAt = async (office: Office, id: string): Promise<Plan> => (await findPlan(office.database.db, id))!

/** A signing planned by HUST for an approved agreement, not shared yet. `when` is Wuhan's wall time. */
export async function plannedCeremony(
  pair: Pair,
  when: { date: string; time: string } = { date: '2026-11-20', time: '16:00' },
): Promise<{ id: string; agreement: string }> {
  const agreement = await approvedAgreement(pair)
  const officer = await pair.hust.browser('officer')
  const fields = formOf(await officer.read(`/ceremonies/new?agreement=${agreement}`), '/ceremonies')
  const answer = await officer.post('/ceremonies', { ...fields, ...when })
  const id = /^\/ceremonies\/([0-9a-f-]{36})$/.exec(answer.headers.get('location') ?? '')?.[1]
  if (!id) throw new Error(`no ceremony was made: ${answer.status}`)
  return { id, agreement }
}

/** The same, shared with Queen Mary, whose officer has shared its part. */
export async function sharedCeremony(pair: Pair, when?: { date: string; time: string }) {
  const made = await plannedCeremony(pair, when)
  await (await pair.hust.browser('officer')).post(`/ceremonies/${made.id}/share`)
  await pair.deliver()
  await saveSheet(pair.queenMary, made.id)
  await pair.deliver()
  return made
}

/** Saves an office's part as its page shows it, with some fields changed. */
export async function saveSheet(office: Office, id: string, change: Record<string, string> = {}): Promise<Response> {
  const officer = await office.browser('officer')
  const at = `/ceremonies/${id}/sheet`
  return officer.post(at, { ...formOf(await officer.read(`${at}/edit`), at), ...change })
}

/** Saves date and running order as the page shows them, with some fields changed. */
export async function saveFrame(office: Office, id: string, change: Record<string, string> = {}): Promise<Response> {
  const officer = await office.browser('officer')
  const at = `/ceremonies/${id}/frame`
  return officer.post(at, { ...formOf(await officer.read(`${at}/edit`), at), ...change })
}

/** Both officers confirm the plan as it stands, and it is delivered. */
export async function confirmedCeremony(pair: Pair, when?: { date: string; time: string }) {
  const made = await sharedCeremony(pair, when)
  for (const office of [pair.hust, pair.queenMary]) await confirm(office, made.id)
  await pair.deliver()
  return made
}

export async function confirm(office: Office, id: string): Promise<Response> {
  const { version } = await planAt(office, id)
  return (await office.browser('officer')).post(`/ceremonies/${id}/confirm`, { version: String(version) })
}
