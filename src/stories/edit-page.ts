/** Where a story is written: both languages side by side. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { beganFrom } from '#src/platform/began-from.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actions,
  type Content,
  checkbox,
  form,
  type Html,
  head,
  hidden,
  html,
  linkButton,
  notice,
  page,
  pairField,
  section,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type Bilingual, editorRoles, headlineOf } from './content.ts'
import { editWords } from './edit-words.ts'
import { editorRoleWords } from './state-words.ts'
import type { Story } from './store.ts'
import { isOut } from './story.ts'
import { editorRows, formOfStory, type StoryForm } from './story-form.ts'
import { storyWords } from './story-words.ts'

export interface StoryEditing {
  story: Story
  form: StoryForm
  partners: Institution[]
  /** Approvals stand that a change would end. */
  approved: boolean
  problem?: { text: string; status: Refusal['status'] }
  /** What a colleague saved meanwhile, where it differs from what stands in the form. */
  meanwhile?: StoryForm
}

export function editPage(c: Context<WebEnv>, e: StoryEditing): Response {
  const { language } = c.var
  const w = speak(editWords, language)
  const at = `/stories/${e.story.id}`
  const buttons = () => actions(submit({ label: w.save }), linkButton({ href: at, label: w.back, kind: 'quiet' }))
  const fields = html`${hidden({ revision: String(e.form.revision), began: beganFrom(formOfStory(e.story)) })}
    ${section({ title: w.text, note: w.markup, body: textFields(e, language) })}
    ${buttons()}
    ${section({ title: w.about, body: aboutFields(e, language) })}
    ${section({ title: w.editors, note: w.editorsNote, body: editorFields(e, language) })}
    ${buttons()}`
  const over = html`<a href="${at}">${headlineOf(e.story.translations, language) || storyWords.untitled[language]}</a>`
  const body = html`${head({ title: w.title, over, meta: w.note })}
    ${e.problem && notice({ kind: 'refusal', answer: true, title: e.problem.text, body: e.meanwhile && html`<p>${w.takenOver}</p>` })}${warning(e, language)}
    ${form({ action: `${at}/text`, guard: true, language, body: fields })}`
  return page(c, { title: w.title, current: 'stories', body }, e.problem?.status)
}

function warning(e: StoryEditing, language: Language): Content {
  const w = speak(editWords, language)
  if (isOut(e.story)) return notice({ kind: 'note', title: w.out })
  return e.approved && notice({ kind: 'warning', title: w.clears })
}

const pair = (form: StoryForm, field: 'headline' | 'summary' | 'body'): Bilingual => ({
  en: form.translations.en[field],
  zh: form.translations.zh[field],
})

function textFields(e: StoryEditing, language: Language): Html {
  const w = speak(editWords, language)
  const field = (name: 'headline' | 'summary' | 'body', rows?: number, hint?: Content) => {
    const value = pair(e.form, name)
    const saved = e.meanwhile && meanwhile(pair(e.meanwhile, name), value, language)
    const shown = rows ? { multiline: true, rows } : {}
    return pairField({ name, label: w[name], value, language, ...shown, hint: saved ?? hint })
  }
  const { en, zh } = e.form.translations
  return html`<div class="fields">${field('headline')}${field('summary', 3, w.summaryHint)}${field('body', 22)}
    <div class="pair-fields">${checkbox({ name: 'ready_en', label: w.readyEn, checked: en.ready, hint: w.readyHint })}<span></span>${checkbox({ name: 'ready_zh', label: w.readyZh, checked: zh.ready })}</div></div>`
}

/** What a colleague saved in a field meanwhile, shown under its label. */
function meanwhile(saved: Bilingual, here: Bilingual, language: Language): string | undefined {
  if (saved.en === here.en && saved.zh === here.zh) return undefined
  return speak(editWords, language).saved([saved.en, saved.zh].filter(Boolean).join(' / '))
}

function aboutFields(e: StoryEditing, language: Language): Html {
  const w = speak(editWords, language)
  const partners = e.partners.map((one) => ({ value: one.ror, label: one.name[language] || one.name.en }))
  const kept = e.story.edition > 0
  const slug = kept
    ? hidden({ slug: e.form.slug })
    : textField({ name: 'slug', label: w.slug, hint: w.slugHint, value: e.form.slug, maxlength: 100, lang: 'en' })
  const section = e.meanwhile && meanwhile(e.meanwhile.section, e.form.section, language)
  const day = e.meanwhile && e.meanwhile.heldOn !== e.form.heldOn ? w.saved(e.meanwhile.heldOn || '–') : w.heldHint
  return html`<div class="fields">${pairField({ name: 'section', label: w.section, value: e.form.section, language, hint: section })}
    ${textField({ name: 'held_on', type: 'date', label: w.heldOn, hint: day, value: e.form.heldOn })}
    ${selectField({ name: 'partner', label: w.partner, value: e.form.partner, options: [{ value: '', label: w.noPartner }, ...partners] })}
    ${checkbox({ name: 'joint', label: w.joint, hint: w.jointHint, checked: e.form.joint })}
    ${slug}</div>`
}

function editorFields(e: StoryEditing, language: Language): Html {
  const w = speak(editWords, language)
  const roles = editorRoles.map((value) => ({ value, label: editorRoleWords[value][language] }))
  const shown = Math.min(editorRows, e.form.editors.length + 2)
  const rows = Array.from({ length: shown }, (_, n) => {
    const one = e.form.editors[n]
    const name = `editor_${n}`
    return html`<fieldset class="field"><legend>${w.nth(n + 1)}</legend><div class="fields-row">
      ${textField({ name: `${name}_latin`, label: w.latin, value: one?.name.latin ?? '', maxlength: 200 })}
      ${textField({ name: `${name}_native`, label: w.native, value: one?.name.native ?? '', maxlength: 200, lang: 'zh-CN' })}
      ${selectField({ name: `${name}_role`, label: w.role, value: one?.role ?? 'editor', options: roles })}</div></fieldset>`
  })
  return html`<div class="fields">${rows}</div>`
}
