/** Where photographs are added, described, permitted and approved. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actions,
  empty,
  fileField,
  form,
  head,
  html,
  linkButton,
  notice,
  page,
  section,
  submit,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { mayDo, type SeenStory } from './access.ts'
import type { PhotoText } from './change-photo.ts'
import { headlineOf } from './content.ts'
import { photoCard } from './photo-card.ts'
import type { StoryPhoto } from './photo-store.ts'
import { type PhotoDone, photoDoneWords, photoWords } from './photo-words.ts'

export interface PhotosView {
  seen: SeenStory
  photos: StoryPhoto[]
  done?: PhotoDone
  /** What was refused; with the photograph and what had been typed about it, where it was about one. */
  problem?: { text: string; status: Refusal['status']; number?: number; typed?: PhotoText }
}

export function photosPage(c: Context<WebEnv>, view: PhotosView): Response {
  const { language } = c.var
  const w = speak(photoWords, language)
  const { seen, photos } = view
  const at = `/stories/${seen.story.id}`
  const over = html`<a href="${at}">${headlineOf(seen.story.translations, language) || w.back}</a>`
  const done = view.done && notice({ kind: 'done', title: photoDoneWords[view.done][language], answer: true })
  const problem = view.problem && notice({ kind: 'refusal', answer: true, title: view.problem.text })
  const cards = photos.map((photo, n) => photoCard(c, view, photo, n === 0))
  const may = mayDo(seen.visitor, seen.story, 'edit')
  const list =
    cards.length > 0
      ? html`<ul class="photo-cards">${cards}</ul>`
      : empty({ title: w.none, text: may ? w.noneText : '' })
  const back = linkButton({ href: at, label: w.back })
  const body = html`${head({ title: w.title, over, meta: w.note, acts: back })}${done}${problem}
    ${may && section({ title: w.add, body: uploadForm(at, language) })}${list}`
  return page(c, { title: w.title, current: 'stories', body }, view.problem?.status ?? 200)
}

function uploadForm(at: string, language: Language) {
  const w = speak(photoWords, language)
  const accept = 'image/jpeg,image/png,image/webp,image/avif,image/heif'
  const field = fileField({
    name: 'photos',
    label: w.choose,
    hint: w.chooseHint,
    accept,
    multiple: true,
    required: true,
  })
  return form({
    action: `${at}/photos`,
    multipart: true,
    body: html`${field}${actions(submit({ label: w.upload, kind: 'plain' }))}`,
  })
}
