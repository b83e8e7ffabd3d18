/** Above the minutes: whose turn it is, and what the other university asks. */
import { comma, speak } from '#src/platform/i18n/words.ts'
import { actButton, actWithReason, type Content, empty, html, moments, notice } from '#src/platform/ui/index.ts'
import { afterWords } from './after-words.ts'
import type { HeldMinutes } from './minutes.ts'
import type { MinutesShown } from './minutes-page.ts'
import { minutesWords } from './minutes-words.ts'
import type { Reader } from './reader.ts'

/** @param shown the minutes this visitor may read, if any */
export function standing(s: MinutesShown, shown: HeldMinutes | undefined, reader: Reader): Content {
  const { language } = reader
  const w = speak(minutesWords, language)
  const { plan } = s.seen
  const who = reader.short(reader.partner)
  const at = `/ceremonies/${plan.id}/minutes`
  if (!shown) {
    if (plan.convenor === reader.us)
      return s.may.write ? '' : empty({ title: w.none, text: afterWords.notHeldText[language] })
    return notice({ kind: 'waiting', title: s.held ? w.beingWritten(who) : w.byConvenor(who) })
  }
  const values = { hash: shown.hash }
  const asked =
    shown.asked && askedNotice(shown.asked, reader, plan.convenor === reader.us ? reader.partner : reader.us)
  if (s.may.propose)
    return html`${asked}${notice({ kind: 'turn', title: w.propose, body: html`<p>${w.proposeText}</p>`, acts: actButton({ action: `${at}/propose`, label: w.propose, kind: 'primary', values }) })}`
  if (s.may.agree) return html`${asked}${answerNotice(s, values, reader)}`
  return html`${asked}${shown.state === 'proposed' && notice({ kind: 'waiting', title: w.waiting(plan.convenor === reader.us ? who : reader.short(reader.us)) })}`
}

function askedNotice(asked: NonNullable<HeldMinutes['asked']>, reader: Reader, by: string): Content {
  const w = speak(minutesWords, reader.language)
  const when = moments(asked.at, { places: reader.places, language: reader.language })
  const body = html`<p class="as-written">${asked.text}</p><p class="muted small">${asked.byName}${comma[reader.language]}${when}</p>`
  return notice({ kind: by === reader.us ? 'waiting' : 'turn', title: w.asks(reader.short(by)), body })
}

function answerNotice(
  { seen: { plan }, problem }: MinutesShown,
  values: { hash: string },
  { language }: Reader,
): Content {
  const w = speak(minutesWords, language)
  const at = `/ceremonies/${plan.id}/minutes`
  const ask = actWithReason({
    id: 'ask',
    action: `${at}/ask`,
    open: w.ask,
    title: w.ask,
    explain: w.askText,
    confirm: w.ask,
    kind: 'plain',
    language,
    values,
    reason: { label: w.askWhat, error: problem?.typed === undefined ? undefined : problem.text, value: problem?.typed },
  })
  const agree = actButton({ action: `${at}/agree`, label: w.agree, kind: 'primary', values })
  return notice({ kind: 'turn', title: w.toAgree, acts: html`${agree}${ask}` })
}
