/** Slides on the console: show, turn, take away, put in. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  fileField,
  form,
  type Html,
  html,
  link,
  section,
  selectField,
  submit,
} from '#src/platform/ui/index.ts'
import type { ConsoleView } from './console-page.ts'
import { pressButton } from './press-button.ts'
import { deckOwner } from './slides.ts'
import type { Deck } from './slides-store.ts'
import { consoleWords } from './words.ts'

/** @param region makes a part of the page renew itself: the form to upload stays out of it, a chosen file would be lost */
export function slidesPart(view: ConsoleView, region: (id: string, body: Html) => Html): Html {
  const w = speak(consoleWords, view.reader.language)
  const decks = view.plan.items.flatMap((item) => {
    const deck = view.decks.find((one) => one.item === item.id)
    return deck ? [deckLine(view, deck, item.title[view.reader.language])] : []
  })
  const list = html`${turning(view)}<ul class="plain-list decks">${decks}</ul>`
  return section({ title: w.slides, body: html`${region('console-slides', list)}${uploadForm(view)}` })
}

function turning(view: ConsoleView): Html {
  const { slide, scene } = view.state
  const { language } = view.reader
  const w = speak(consoleWords, language)
  if (!slide || scene !== 'slides') return html``
  const { page, pages, file } = slide
  const to = (n: number, label: string, key: string) =>
    pressButton(view, 'turn_slide', { values: { page: String(n) }, label, key, disabled: n < 1 || n > pages })
  const picture = (n: number) =>
    html`<img class="slide-thumb" src="${link(`/slides/${deckOwner(view.plan)}/${file}-${n}.png`)}" alt="${w.page(n, pages)}">`
  return html`<div class="slide-now">${picture(page)}${page < pages && picture(page + 1)}</div>
    <p>${w.page(page, pages)}</p>${actions(to(page + 1, w.later, 'PageDown'), to(page - 1, w.earlier, 'PageUp'), pressButton(view, 'hide_slides'))}`
}

function deckLine(view: ConsoleView, deck: Deck, title: string): Html {
  const w = speak(consoleWords, view.reader.language)
  const state = deck.problem ? w.notDrawn : deck.pages ? w.pagesOf(deck.pages.length) : w.drawing
  const show = deck.pages && pressButton(view, 'show_slides', { values: { item: deck.item }, describe: deck.name })
  return html`<li class="row"><span>${title}: <span translate="no">${deck.name}</span> <span class="muted small">${state}</span></span>${show}</li>`
}

function uploadForm({ plan, reader }: ConsoleView): Html {
  const w = speak(consoleWords, reader.language)
  const { language } = reader
  const options = plan.items.map(({ id, title }) => ({ value: id, label: title[language] || title.en || title.zh }))
  const body = html`${selectField({ name: 'item', label: w.slidesFor, options })}${fileField({ name: 'pdf', label: w.slidesFile, hint: w.slidesHint, accept: 'application/pdf', required: true })}${actions(submit({ label: w.upload, kind: 'plain' }))}`
  return form({ action: `/slides/${plan.id}`, multipart: true, body, label: w.slides })
}
