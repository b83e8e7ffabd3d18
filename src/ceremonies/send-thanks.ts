/** Our guests who came are thanked, each once. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { accountByEmail, actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersCeremony } from './access.ts'
import type { Guest } from './guest.ts'
import { findLetter, type Letter } from './invitation-store.ts'
import { letterDrafts, letterWords } from './invitation-words.ts'
import { refuse } from './minutes-lifecycle.ts'
import { noteThanked, thanked } from './minutes-store.ts'
import { guestPrivates } from './office-store.ts'
import type { Bilingual, Plan } from './plan.ts'
import { findPlan } from './plan-store.ts'
import { lockCeremony } from './store.ts'
import { languageOf, nameIn } from './whom-to-invite.ts'

export interface Thanking {
  guest: Guest
  email: string
}

/** Our guests who came, have an address, and have not been thanked. Where nobody noted who came, those who had said they would. */
export async function toThank(db: Db, plan: Plan, us: string): Promise<Thanking[]> {
  if (plan.rehearsalOf || (plan.state !== 'held' && plan.state !== 'closed')) return []
  const [privates, done] = await Promise.all([guestPrivates(db, plan.id), thanked(db, plan.id)])
  return plan.guests[us]!.filter(
    ({ id, present, attending }) => (present ?? attending === 'accepted') && !done.has(id),
  ).flatMap((guest) => {
    const email = privates[guest.id]?.email
    return email ? [{ guest, email }] : []
  })
}

/** The wording: the office's own, or the draft. */
export async function thanksLetter(db: Db, plan: Plan): Promise<Letter> {
  const own = await findLetter(db, plan.id, 'thanks')
  if (own) return own
  const { name } = await ourInstitution(db)
  const title: Bilingual = { en: plan.title.en || plan.title.zh, zh: plan.title.zh || plan.title.en }
  return {
    text: { en: letterDrafts.thanks.en(title.en, name.en), zh: letterDrafts.thanks.zh(title.zh, name.zh) },
    version: 0,
  }
}

/** @throws Refusal `nobody_to_thank`: a second press sends nothing */
export async function sendThanks(
  db: Db,
  { officer, plan: { id }, us }: OfficersCeremony,
  at: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, id)
    const plan = (await findPlan(tx, id))!
    const all = await toThank(tx, plan, us.ror)
    if (all.length === 0) refuse('nobody_to_thank')
    const { text } = await thanksLetter(tx, plan)
    await noteThanked(
      tx,
      id,
      all.map(({ guest }) => guest.id),
      at,
    )
    const letters = await Promise.all(
      all.map(async ({ guest, email }) => {
        const language = (await accountByEmail(tx, email))?.language ?? languageOf(guest)
        const greeted = (l: 'en' | 'zh') => `${letterWords.dear[l](nameIn(guest, l))}\n\n${text[l]}`
        return mail({
          to: { address: email, name: nameIn(guest, language), language },
          subject: {
            en: `Thank you: ${plan.title.en || plan.title.zh}`,
            zh: `致谢：${plan.title.zh || plan.title.en}`,
          },
          text: { en: greeted('en'), zh: greeted('zh') },
        })
      }),
    )
    const about = { kind: 'ceremony', id }
    await record(tx, {
      at,
      by: actorOf(officer),
      about,
      act: 'ceremony.thanks_sent',
      detail: { count: all.length },
      then: letters,
    })
  })
}
