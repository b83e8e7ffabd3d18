/** What happened at a ceremony and what is left to see to, section by section. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, facts, html, linkButton, moments, section } from '#src/platform/ui/index.ts'
import type { After } from './after-page.ts'
import { afterWords } from './after-words.ts'
import type { CeremonyRecord } from './ceremony-record.ts'
import { commitmentsTable } from './commitments-page.ts'
import { minutesStateWords, minutesWords } from './minutes-words.ts'
import type { Reader } from './reader.ts'

/** Times as the stage recorded them, in both cities. */
export function happened(
  { plan, startedAt, endedAt, audience }: CeremonyRecord,
  { language, places }: Reader,
): Content {
  const w = speak(afterWords, language)
  const minutes = (from: Temporal.Instant, to: Temporal.Instant) => Math.round(from.until(to).total('minutes'))
  const planned = html`<span class="muted">${w.planned(minutes(plan.startsAt, plan.endsAt))}</span>`
  const rows = [
    { label: w.began, value: moments(startedAt, { places, language }) },
    { label: w.ended, value: moments(endedAt, { places, language }) },
    { label: w.lasted, value: html`${w.minutesLong(minutes(startedAt, endedAt))} · ${planned}` },
    { label: w.watched, value: w.viewers(audience) },
  ]
  return section({ title: w.happened, body: facts(rows) })
}

/** How many of our guests have been noted. */
export function attendance({ plan, us }: After, { language }: Reader): Content {
  const w = speak(afterWords, language)
  const ours = plan.guests[us.ror]!
  const noted = ours.filter(({ present }) => present !== null).length
  const href = `/ceremonies/${plan.id}/attendance`
  const body = html`<p class="row">${w.attendanceNote(noted, ours.length)} <a href="${href}">${w.attendance}</a></p>`
  return section({ title: w.attendance, body })
}

/** Where the minutes stand. */
export function minutesSection({ plan, minutes }: After, language: Language): Content {
  const w = speak(minutesWords, language)
  const state = minutes ? minutesStateWords[minutes.state][language] : w.none
  const body = html`<p class="row">${state} <a href="/ceremonies/${plan.id}/minutes">${w.title}</a></p>`
  return section({ title: w.title, note: w.note, body })
}

/** What was promised, and what became of it. */
export function commitments({ commitments: all }: After, reader: Reader): Content {
  const w = speak(afterWords, reader.language)
  const body =
    all.length > 0 ? commitmentsTable(all, reader, w.commitments) : html`<p class="muted">${w.noneMarked}</p>`
  return section({ title: w.commitments, body })
}

/** The way to the story, for whoever may write it. */
export function story({ plan, officer }: After, language: Language): Content {
  if (!officer) return ''
  const w = speak(afterWords, language)
  const act = linkButton({ href: `/stories/new?ceremony=${plan.id}`, label: w.writeStory })
  return section({ title: w.story, body: html`<div class="spaced"><p>${w.storyText}</p><p>${act}</p></div>` })
}
