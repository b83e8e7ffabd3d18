/** What is to be said of a session before anything else: it is open, waits, was refused, has ended, is concluded. */
import { agreementRefusalWords, isOfficer } from '#src/agreements/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { Refusal } from '#src/platform/refusal.ts'
import {
  actButton,
  type Html,
  html,
  linkButton,
  moments,
  nothing,
  notice,
  refusalText,
} from '#src/platform/ui/index.ts'
import { holdNotice } from './hold-view.ts'
import type { RoomView } from './read-room.ts'
import type { Refused } from './refused-store.ts'
import { endedWords, roomWords } from './room-words.ts'
import { shortOf } from './seat-view.ts'
import type { Ending } from './session.ts'
import { signingRefusalWords } from './words.ts'

/** A reason the partner's node gave by its name, in words. */
export function reasonWords(reason: string, language: RoomView['reader']['language'], problems: string[] = []): string {
  return refusalText(new Refusal(reason, { problems }), { ...agreementRefusalWords, ...signingRefusalWords }, language)
}

/** The end of a sentence before the next one. */
const stop = (language: RoomView['reader']['language']) => (language === 'en' ? '. ' : '。')

export function standingNotice(view: RoomView): Html {
  const { state } = view.session
  if (state === 'concluded') return concluded(view)
  if (state === 'ended') return html`${lateNotice(view)}${view.endings.map((ending) => endedNotice(view, ending))}`
  return html`${refusedNotice(view)}${view.hold ? holdNotice(view) : openNotice(view)}`
}

function concluded(view: RoomView): Html {
  const { language } = view.reader
  const w = speak(roomWords, language)
  const { id, kind, state, concludedAt } = view.agreement
  const [us, them] = [view.us.name[language], view.partner.name[language]]
  const acts = html`${linkButton({ href: `/agreements/${id}/agreement.pdf`, label: w.openSigned, kind: 'primary' })} ${linkButton({ href: `/agreements/${id}/verification`, label: w.verification })}`
  if (state === 'signed') return html`${waitingNotice(view)}${refusedNotice(view)}${signedNotice(view)}`
  const at = moments(concludedAt ?? view.session.concludedAt!, view.reader)
  const arrived = view.waiting.count === 0 && view.refused.length === 0
  const body = html`${at}${stop(language)}${kind === 'key' && w.keyText(us, them)} ${arrived && w.concludedText}`
  return html`${waitingNotice(view)}${refusedNotice(view)}${notice({ kind: 'done', title: w.concludedTitle, body, acts, live: true })}`
}

/** All have signed; the agreement's page says which log it waits for. */
function signedNotice({ agreement: { id }, reader: { language } }: RoomView): Html {
  const w = speak(roomWords, language)
  const acts = html`${linkButton({ href: `/agreements/${id}`, label: w.agreement, kind: 'primary' })} ${linkButton({ href: `/agreements/${id}/agreement.pdf`, label: w.openSigned })}`
  return notice({ kind: 'waiting', title: w.signedTitle, body: w.signedText, acts, live: true })
}

/** A signature that came after the session was over: shown, so that nobody takes it for one that counts. */
function lateNotice(view: RoomView): Html {
  const { language } = view.reader
  const w = speak(roomWords, language)
  const late = view.refused.filter(({ what, reason }) => what === 'signature' && reason === 'session_not_open')
  return html`${late.map(({ by, at }) => {
    const title = by === 'ours' ? w.lateSignature(shortOf(view, 'theirs')) : w.ourLateSignature(shortOf(view, 'theirs'))
    const body = html`${moments(at, view.reader)}${stop(language)}${w.lateText}`
    return notice({ kind: 'refusal', title, body })
  })}`
}

/** Why a session ended, with the reason in the words of who gave it. */
export function endedNotice(view: RoomView, ending: Ending): Html {
  const w = speak(roomWords, view.reader.language)
  const body = html`${moments(ending.at, view.reader)}${stop(view.reader.language)}${reasonOf(view, ending)}<br>${w.endedText}`
  return notice({ kind: 'warning', title: endedTitle(view, ending), body })
}

export function endedTitle(view: Pick<RoomView, 'us' | 'partner' | 'reader'>, { kind, byName, side }: Ending): string {
  const { language } = view.reader
  const who = shortOf(view, side)
  const named =
    byName && kind !== 'not_opened' ? (language === 'en' ? `${byName} (${who})` : `${who}（${byName}）`) : who
  return endedWords[kind][language](named)
}

function reasonOf({ reader }: RoomView, { kind, reason }: Ending): Html {
  if (!reason) return nothing
  const w = speak(roomWords, reader.language)
  return html`${w.reasonGiven} <q>${kind === 'not_opened' ? reasonWords(reason, reader.language) : reason}</q>`
}

/** What one node did not accept from the other and nothing has settled since: why, and who can do what about it. */
export function refusedNotice(view: RoomView): Html {
  const { language } = view.reader
  return html`${view.refused.map((refused) => {
    const { title, advice, acts } = adviceOn(view, refused)
    const body = html`${reasonWords(refused.reason, language, refused.problems)} ${advice}`
    return notice({ kind: 'refusal', title, body, acts })
  })}`
}

function adviceOn(view: RoomView, { what, by }: Refused): { title: string; advice: string; acts?: Html } {
  const w = speak(roomWords, view.reader.language)
  const who = shortOf(view, 'theirs')
  if (by === 'ours') {
    const title = what === 'consent' ? w.theirConsentRefused(who) : w.theirSignatureRefused(who)
    return { title, advice: w.theirAdvice(who) }
  }
  if (what === 'consent') return { title: w.consentRefused(who), advice: w.consentAdvice }
  const { id, state } = view.session
  const advice = state === 'concluded' ? w.lastSignatureAdvice(who) : w.signatureAdvice(who)
  const offer = actButton({ action: `/signing/${id}/signature-offer`, label: w.offer })
  return { title: w.signatureRefused(who), advice, acts: isOfficer(view.visitor) ? offer : undefined }
}

function openNotice(view: RoomView): Html {
  const w = speak(roomWords, view.reader.language)
  const { progress, question } = view
  if (question) return notice({ kind: 'waiting', title: w.askedTitle(shortOf(view, 'theirs')), body: asked(view) })
  if (view.waiting.count > 0) return waitingNotice(view)
  const all = progress.seats.every((s) => progress.consents.some((c) => c.seat === s.id))
  if (!all) return notice({ kind: 'note', title: w.openTitle, body: w.openText })
  const ours = progress.seats
    .filter((s) => s.side === 'ours')
    .every((s) => progress.revisions.some((r) => r.seat === s.id))
  return notice({
    kind: 'waiting',
    title: ours ? w.waitingForSignature(shortOf(view, 'theirs')) : w.signingTitle,
    live: true,
  })
}

function asked({ question, reader }: RoomView): Html {
  const w = speak(roomWords, reader.language)
  return html`${moments(question!.at, reader)}${stop(reader.language)}${question!.reason && html`${w.reasonGiven} <q>${question!.reason}</q>`}<br>${w.askedText}`
}

/** Says that messages have not reached the partner's node, and since when; nothing where all have. */
export function waitingNotice(view: RoomView): Html {
  const { count, since } = view.waiting
  if (count === 0 || !since) return nothing
  const w = speak(roomWords, view.reader.language)
  const title = w.waitingTitle(shortOf(view, 'theirs'))
  return notice({ kind: 'waiting', title, body: html`${w.waitingText(count)} ${moments(since, view.reader)}` })
}
