/** Letters to guests: the wording of the office, what the plan says, and the calendar file. */
import type { Institution } from '#src/partners/index.ts'
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import { type Mail, mail } from '#src/platform/mail/index.ts'
import type { Following } from '#src/platform/record.ts'
import { clockTime, daysApart } from '#src/platform/time.ts'
import type { Invitation } from './invitation.ts'
import { changeLines, letterDrafts, letterWords } from './invitation-words.ts'
import type { Bilingual, Plan } from './plan.ts'
import type { Change } from './telling.ts'

export interface Sent {
  plan: Plan
  us: Institution
  partner: Institution
  invitation: Invitation
  /** The wording, without greeting and facts. */
  letter: Bilingual
  at: Temporal.Instant
  /** Host of this node's pages, for the identity of the event. */
  host: string
}

/** One event, one identity, whoever of either office sends it out. */
export const eventIdentity = (ceremony: string, host: string): string => `ceremony-${ceremony}@${host}`

const both = <T>(make: (language: Language) => T): Phrase<T> => ({ en: make('en'), zh: make('zh') })

/** `23 September 2021, 15:30 to 17:00 Wuhan; 08:30 to 10:00 London`: our city first; a date of its own where it is another day there. */
export function whenWords(plan: Plan, us: string, language: Language): string {
  const places = [us, plan.parties.find((party) => party !== us)!].map((party) => plan.places[party]!)
  const dates = daysApart(
    plan.startsAt,
    places.map(({ zone }) => zone),
    language,
  )
  const parts = places.map(({ zone, city }, at) => {
    const time = letterWords.span[language](
      clockTime(plan.startsAt, zone),
      clockTime(plan.endsAt, zone),
      city[language] || city.en,
    )
    return dates[at] ? `${dates[at]}${language === 'en' ? ', ' : ' '}${time}` : time
  })
  return parts.join(language === 'en' ? '; ' : '；')
}

/** The letter as drafted: the occasion and who asks. The office may write its own. */
export const draftedLetter = ({ plan, us, partner }: Pick<Sent, 'plan' | 'us' | 'partner'>): Bilingual =>
  both((language) =>
    letterDrafts.invitation[language](titleOf(plan, language), nameOf(us, language), nameOf(partner, language)),
  )

const titleOf = ({ title }: Plan, language: Language) => title[language] || title.en || title.zh
const nameOf = ({ name }: Institution, language: Language) => name[language] || name.en

/** The first letter to a guest. */
export function invitationMail(sent: Sent): Following {
  return mail({
    ...addressed(sent),
    subject: both((l) => letterWords.invited[l](titleOf(sent.plan, l))),
    text: both((l) => [greeting(sent, l), sent.letter[l], facts(sent, l), letterWords.pleaseReply[l]].join('\n\n')),
    event: eventOf(sent, 'REQUEST'),
  })
}

/** What changed since the last letter; with the file that changes the guest's calendar, or takes the event out of it. */
export function changeMail(sent: Sent, change: Exclude<Change, 'none'>): Following {
  const off = change === 'postponed' || change === 'cancelled' || change === 'removed'
  const { subject, line } = changeLines[change]
  const asked = change === 'time' || change === 'again'
  const lines = (l: Language) => [
    greeting(sent, l),
    line[l],
    ...(off ? [] : [facts(sent, l)]),
    ...(asked ? [letterWords.replyAgain[l]] : []),
  ]
  return mail({
    ...addressed(sent),
    subject: both((l) => subject[l](titleOf(sent.plan, l))),
    text: both((l) => lines(l).join('\n\n')),
    event: eventOf(sent, off ? 'CANCEL' : 'REQUEST'),
  })
}

function addressed({ invitation: { id, email, name, language } }: Sent): Pick<Mail, 'to' | 'path' | 'secret'> {
  return { to: { address: email, name, language }, path: '/reply/{secret}', secret: { kind: 'reply-link', id } }
}

function greeting({ plan, us, invitation }: Sent, language: Language): string {
  const guest = plan.guests[us.ror]!.find(({ id }) => id === invitation.guest)
  const name =
    guest && language === 'zh' ? (guest.name.native ?? guest.name.latin) : (guest?.name.latin ?? invitation.name)
  return letterWords.dear[language](name)
}

function facts({ plan, us, invitation: { told } }: Sent, language: Language): string {
  const lines = [titleOf(plan, language), whenWords(plan, us.ror, language), told.place[language]]
  return lines.filter((line) => line !== '').join('\n')
}

function eventOf({ plan, us, invitation, at, host }: Sent, method: 'REQUEST' | 'CANCEL'): Mail['event'] {
  const { told, sequence, createdAt, guest } = invitation
  const description = both((l) => `${whenWords(plan, us.ror, l)}\n\n${letterWords.ownPage[l]}`)
  return {
    method,
    uid: eventIdentity(plan.id, host),
    sequence,
    status: method === 'CANCEL' ? 'CANCELLED' : plan.state === 'planning' ? 'TENTATIVE' : 'CONFIRMED',
    start: told.startsAt,
    end: told.endsAt,
    created: createdAt.toString(),
    modified: at.toString(),
    summary: told.title,
    description,
    location: told.place,
    path: '/reply/{secret}',
    ...(plan.meeting && guest && method === 'REQUEST' && { conference: '/reply/{secret}' }),
  }
}
