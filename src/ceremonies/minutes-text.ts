/** The text of the minutes in both languages, as agreed to. */
import { comma, type Language, speak } from '#src/platform/i18n/words.ts'
import { clockTime, otherDay } from '#src/platform/time.ts'
import { type Content, type Html, html, inBoth, inLanguage, person, section } from '#src/platform/ui/index.ts'
import type { Minutes, MinutesItem } from './minutes.ts'
import { minutesWords } from './minutes-words.ts'
import type { Bilingual } from './plan.ts'
import type { Reader } from './reader.ts'

/** The text of the minutes in both languages, as agreed to. */
export function minutesText(m: Minutes, reader: Reader): Content {
  const { language } = reader
  const w = speak(minutesWords, language)
  return html`<div class="minutes">
    ${words(m.opening)}
    ${section({ title: w.present, body: html`<div class="sides">${m.present.map((side) => presentOf(side, reader))}</div>` })}
    ${section({ title: w.course, body: html`<ol class="course">${m.items.map((item) => itemShown(item, m, reader))}</ol>` })}
    ${m.commitments.length > 0 && section({ title: w.commitments, body: html`<ul class="plain-list">${m.commitments.map(({ words: said, by, to }) => html`<li>${inBoth(said, language)}<br><span class="muted small">${to ? w.promised(by, to) : by}</span></li>`)}</ul>` })}
    ${words(m.closing)}
  </div>`
}

const words = (text: Bilingual): Content =>
  text.en || text.zh
    ? html`<div class="both-texts"><p class="prose as-written" lang="en">${text.en}</p><p class="prose as-written" lang="zh-CN">${text.zh}</p></div>`
    : ''

function presentOf({ party, people }: Minutes['present'][number], reader: Reader): Html {
  const w = speak(minutesWords, reader.language)
  const items = people.map(
    (one) =>
      html`<li>${person(one.name)}<br><span class="muted small">${inLanguage(one.title, reader.language)}</span></li>`,
  )
  const list = items.length > 0 ? html`<ul class="plain-list">${items}</ul>` : html`<p class="muted">${w.nobody}</p>`
  return html`<div class="side"><h3>${reader.short(party)}</h3>${list}</div>`
}

/** The hours of an item in each city, with its day where it is another there than when the ceremony began. */
export function itemHours(item: MinutesItem, { places, startedAt }: Minutes, language: Language): Html[] {
  const [from, to, than] = [item.startedAt, item.endedAt, startedAt].map((text) => Temporal.Instant.from(text))
  return places.map(({ zone, city }) => {
    const day = otherDay(from!, { than: than!, zone, language })
    return html`<span>${inLanguage(city, language)} ${day && `${day}${language === 'en' ? comma.en : ' '}`}${clockTime(from!, zone)}–${clockTime(to!, zone)}</span>`
  })
}

function itemShown(item: MinutesItem, m: Minutes, { language }: Reader): Html {
  const who =
    item.speaker &&
    html`<p>${person(item.speaker.name)} <span class="muted">${inLanguage(item.speaker.title, language)}</span></p>`
  return html`<li><p class="small muted numbers row">${itemHours(item, m, language)}</p><h3>${inBoth(item.title, language)}</h3>${who}${words(item.summary)}</li>`
}
