/** One photograph with its words, permissions and acts. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  actWithReason,
  type Content,
  checkbox,
  dialog,
  facts,
  form,
  type Html,
  hidden,
  html,
  pairField,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { isEditor, mayDo, mayWrite } from './access.ts'
import { type PhotoText, stampOf } from './change-photo.ts'
import type { StoryPhoto } from './photo-store.ts'
import { photoWords } from './photo-words.ts'
import type { PhotosView } from './photos-page.ts'
import { purposeWords } from './state-words.ts'

const purposes = ['site', 'press', 'internal'] as const

export function photoCard(c: Context<WebEnv>, view: PhotosView, photo: StoryPhoto, first: boolean): Html {
  const { language } = c.var
  const w = speak(photoWords, language)
  const { story, visitor } = view.seen
  const at = `/stories/${story.id}/photos/${photo.number}`
  const wrong = view.problem?.number === photo.number ? view.problem : undefined
  const alt = photo.alt[language] || photo.alt.en || photo.alt.zh
  const src = `${at}/${photo.sizes.find((size) => size >= 480) ?? photo.sizes[0]}.webp`
  const height = Math.round((photo.height / photo.width) * 480)
  const words = mayDo(visitor, story, 'edit')
    ? wordsForm(at, photo, wrong?.typed ?? photo, language)
    : html`<p>${photo.caption[language] || photo.caption.en || photo.caption.zh}</p>`
  return html`<li class="photo-card" id="photo-${photo.number}"><div><img src="${src}" alt="${alt}" width="480" height="${height}" loading="lazy"><h2 class="panel-title">${w.photo(photo.number)}</h2><p class="muted small">${w.place(photo.number)}</p>${state(photo, language)}<div class="story-acts">${acts(c, view, photo, first)}</div></div><div>${words}</div></li>`
}

function state(photo: StoryPhoto, language: Language): Html {
  const w = speak(photoWords, language)
  const permitted = purposes.map((purpose) => {
    const held = photo.permissions.find((one) => one.purpose === purpose)
    const value = held ? w.permitted(held.givenBy, held.givenOn.toString()) : w.notPermitted
    return { label: purposeWords[purpose][language], value, good: held !== undefined }
  })
  const approval = photo.approved ? w.approved(photo.approved.by) : w.notApproved
  return facts([{ label: w.approval, value: approval, good: photo.approved !== null }, ...permitted])
}

function acts(c: Context<WebEnv>, { seen }: PhotosView, photo: StoryPhoto, first: boolean): Content {
  const { language } = c.var
  const w = speak(photoWords, language)
  const { visitor, story } = seen
  const at = `/stories/${story.id}/photos/${photo.number}`
  const describe = w.photo(photo.number)
  const values = { stamp: stampOf(photo) }
  const edit = mayDo(visitor, story, 'edit')
  const approve = isEditor(visitor)
    ? actButton({ action: `${at}/approve`, label: w.approve, values, kind: 'plain', describe })
    : html`<p class="muted">${w.editorsApprove}</p>`
  return html`${!photo.approved && mayWrite(visitor) && approve}
    ${mayWrite(visitor) && permitting(c, at, photo)}
    ${edit && !first && actButton({ action: `${at}/forward`, label: w.forward, kind: 'quiet', describe })}
    ${edit && takingOut(at, photo, language)}`
}

function permitting(c: Context<WebEnv>, at: string, photo: StoryPhoto): Html {
  const { language } = c.var
  const w = speak(photoWords, language)
  const id = `permit-${photo.number}`
  const today = c.var.now.toZonedDateTimeISO(c.var.house.zone).toPlainDate().toString()
  const options = purposes.map((value) => ({ value, label: purposeWords[value][language] }))
  const fields = html`${selectField({ name: 'purpose', id: `${id}-purpose`, label: w.purpose, options })}
    ${textField({ name: 'given_by', id: `${id}-by`, label: w.givenBy, hint: w.givenByHint, maxlength: 200, value: '' })}
    ${textField({ name: 'given_on', id: `${id}-on`, type: 'date', label: w.givenOn, value: today })}
    ${actions(submit({ label: w.save }))}`
  const body = form({ action: `${at}/permit`, body: fields })
  return dialog({ id, open: w.permit, title: w.permitTitle(photo.number), body, language })
}

function takingOut(at: string, photo: StoryPhoto, language: Language): Html {
  const w = speak(photoWords, language)
  return actWithReason({
    id: `take-out-${photo.number}`,
    action: `${at}/remove`,
    open: w.takeOut,
    title: w.takeOutTitle(photo.number),
    explain: w.takeOutText,
    confirm: w.takeOut,
    reason: false,
    language,
  })
}

/** @param shown what stands in the fields: as stored, or as typed where saving was refused */
function wordsForm(at: string, photo: StoryPhoto, shown: PhotoText, language: Language): Html {
  const w = speak(photoWords, language)
  const id = (name: string) => `p${photo.number}-${name}`
  const pair = (name: 'caption' | 'alt', hint: string) =>
    pairField({ name, id: id(name), label: w[name], value: shown[name], language, multiline: true, rows: 2, hint })
  const line = (name: 'creator' | 'credit' | 'rights') =>
    textField({ name, id: id(name), label: w[name], value: shown[name], maxlength: 200 })
  const fields = html`<div class="fields">${hidden({ stamp: stampOf(photo), taken_at: shown.takenAt })}
    ${pair('caption', w.captionHint)}${pair('alt', w.altHint)}
    ${checkbox({ name: 'decorative', id: id('decorative'), label: w.decorative, hint: w.decorativeHint, checked: shown.decorative })}
    <div class="fields-row">${line('creator')}${line('credit')}${line('rights')}</div>
    ${textField({ name: 'people', id: id('people'), label: w.people, hint: w.peopleHint, value: shown.people, maxlength: 1000, wide: true })}
    ${shown.takenAt && html`<p class="muted small">${w.takenAt} ${shown.takenAt.replace('T', ' ')}</p>`}</div>
    ${actions(submit({ label: w.save, kind: 'plain', describe: w.photo(photo.number) }))}`
  return form({ action: at, guard: true, language, body: fields, label: w.photo(photo.number) })
}
