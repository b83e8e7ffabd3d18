/** One original of an agreement signed in ink: what it bears, what is missing, and the form for it. */
import type { Context } from 'hono'
import { beganFrom } from '#src/platform/began-from.ts'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  checkbox,
  facts,
  fileField,
  form,
  type Html,
  hidden,
  html,
  inLanguage,
  person,
  section,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { dayOrNothing } from './entry-dates-view.ts'
import type { PaperView } from './paper-page.ts'
import { emptyPaper, lacking, type PaperOriginal, type PaperSide } from './paper-signing.ts'
import { lackWords, paperWords } from './paper-words.ts'

/** Officers write until it was checked; everybody else reads. */
export function originalSection(c: Context<WebEnv>, p: PaperView, side: PaperSide): Html {
  const { language } = c.var
  const w = speak(paperWords, language)
  const original = p.paper.originals[side]
  const house = side === 'ours' ? p.view.us : p.view.partner
  const missing = lacking(original).map((lack) => lackWords[lack][language])
  const state = missing.length > 0 ? w.lacks(missing.join(language === 'zh' ? '、' : ', ')) : w.complete
  const by = original ? html` · ${w.writtenBy(original.byName)}` : ''
  const writes = p.view.officer && !p.paper.check
  const body = writes ? originalForm(c, p, side) : original && shown(c, original)
  return section({
    title: inLanguage(house.name, language),
    id: side,
    body: html`<p class="${missing.length > 0 ? 'muted' : 'good'}">${state}${by}</p>${body || ''}`,
  })
}

function shown(c: Context<WebEnv>, o: PaperOriginal): Content {
  const { language } = c.var
  const w = speak(paperWords, language)
  const signedOn = o.signedOn ? dayOrNothing(Temporal.PlainDate.from(o.signedOn), language) : ''
  const rows: { label: string; value: Content }[] = [
    { label: w.signer, value: person({ latin: o.latin || o.native, native: o.latin ? o.native || null : null }) },
    { label: w.titleEn, value: o.titleEn && html`<span lang="en">${o.titleEn}</span>` },
    { label: w.titleZh, value: o.titleZh && html`<span lang="zh-CN">${o.titleZh}</span>` },
    { label: w.signedOn, value: signedOn },
    { label: w.place, value: o.place },
    { label: w.seal, value: o.sealed ? w.yes : w.no },
    { label: w.witness, value: o.witness },
    { label: w.scan, value: o.scan && html`<a href="/register/files/${o.scan}">${w.scanLink}</a>` },
  ].map(({ label, value }) => ({ label, value: value ?? '' }))
  return facts(rows.filter(({ value }) => value !== ''))
}

function originalForm(c: Context<WebEnv>, { view, paper, typed }: PaperView, side: PaperSide): Content {
  const { language } = c.var
  const w = speak(paperWords, language)
  const original = paper.originals[side]
  const d = typed?.side === side ? typed.details : (original ?? emptyPaper)
  const revision = typed?.side === side ? typed.revision : (original?.revision ?? 0)
  const text = (name: 'latin' | 'native' | 'titleEn' | 'titleZh' | 'place' | 'witness', label: string, lang?: string) =>
    textField({ name, id: `f-${side}-${name}`, label, value: d[name], maxlength: 300, lang, wide: true })
  const scan = html`${original?.scan && html`<p><a href="/register/files/${original.scan}">${w.scanLink}</a></p>`}${fileField({ name: 'scan', id: `f-${side}-scan`, label: w.scan, hint: original?.scan ? w.scanKept : undefined, accept: 'application/pdf' })}`
  const fields = html`${text('latin', w.signer)}${text('native', w.native)}${text('titleEn', w.titleEn, 'en')}${text('titleZh', w.titleZh, 'zh-CN')}
    ${textField({ name: 'signedOn', id: `f-${side}-signedOn`, type: 'date', label: w.signedOn, value: d.signedOn ?? '' })}${text('place', w.place)}
    ${checkbox({ name: 'sealed', id: `f-${side}-sealed`, label: w.sealed, checked: d.sealed })}${text('witness', w.witness)}${scan}`
  return form({
    action: `/register/${view.entry.id}/paper/${side}`,
    multipart: true,
    guard: true,
    language,
    body: html`${hidden({ revision: String(revision), began: beganFrom(original ? paperDetails(original) : emptyPaper) })}${fields}${actions(submit({ label: w.save, kind: 'plain' }))}`,
  })
}

/** The written part of an original alone. */
const paperDetails = ({ latin, native, titleEn, titleZh, signedOn, place, sealed, witness }: PaperOriginal) => ({
  ...{ latin, native, titleEn, titleZh, signedOn, place, sealed, witness },
})
