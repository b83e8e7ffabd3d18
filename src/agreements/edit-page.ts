/** Where officers write: every clause in both languages side by side, the title, and who signs. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actions,
  type Content,
  errorSummary,
  form,
  type Html,
  head,
  hidden,
  html,
  linkButton,
  notice,
  page,
  pairField,
  radios,
  section,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { LibraryClause } from '#src/procedures/index.ts'
import type { SeenAgreement } from './access.ts'
import type { DraftForm } from './draft-form.ts'
import { editWords } from './edit-words.ts'
import { fieldWords } from './field-words.ts'
import { termFields } from './term-fields-view.ts'
import { termWords } from './term-words.ts'
import type { AgreementText, Bilingual } from './text.ts'

export interface Editing {
  seen: SeenAgreement
  draft: DraftForm
  /** What no edit changes: the parties, and what the text follows. */
  fixed: Pick<AgreementText, 'parties' | 'follows' | 'effect'>
  /** Clauses that can be put in. */
  library: LibraryClause[]
  /** Changed here but not saved: after adding, moving or taking out. */
  unsaved?: boolean
  problem?: { text: string; status: Refusal['status'] }
  /** Paths that do not fit, counted from 0: `clauses.1.body.zh`. */
  faults?: string[]
  /** What a colleague saved meanwhile, where it differs from what stands in the form. */
  meanwhile?: AgreementText
}

const at = ({ seen }: Editing) => `/agreements/${seen.agreement.id}`

export function editPage(c: Context<WebEnv>, e: Editing): Response {
  const w = speak(editWords, c.var.language)
  const { language } = c.var
  const { title } = e.draft
  const back = linkButton({ href: at(e), label: w.back, kind: 'quiet' })
  const save = () => submit({ label: w.save, name: 'do', value: 'save' })
  const notices = html`${e.problem && notice({ kind: 'refusal', answer: true, title: e.problem.text })}${faultSummary(e, language)}${e.unsaved && notice({ kind: 'note', title: w.changedSince })}`
  const fields = html`${hidden({ revision: String(e.draft.revision) })}
    ${actions(save(), back)}
    ${pairField({ name: 'title', label: w.agreementTitle, value: title, language, neededLater: true, errors: errors(e, 'title', language), hint: meanwhile(e.meanwhile?.title, title, language) })}
    ${prevailing(e, language)}
    ${section({ title: speak(termWords, language).title, body: termFields({ ...e.fixed, ...e.draft }, language), id: 'term' })}
    ${section({ title: w.clauses, body: clauseFields(e, language), id: 'clauses' })}
    ${librarySection(e, language)}
    ${section({ title: w.seats, body: seatFields(e, language), id: 'seats' })}
    ${actions(save(), back)}`
  const body = html`${head({ title: w.title, over: html`<a href="${at(e)}">${title[language] || title.en || title.zh}</a>`, meta: w.note })}${notices}
    ${form({ action: `${at(e)}/draft`, guard: true, unsaved: e.unsaved, language, body: fields })}`
  return page(c, { title: w.title, current: 'agreements', body }, e.problem?.status)
}

function prevailing(e: Editing, language: Language): Html {
  const w = speak(editWords, language)
  const options = (['both', 'en', 'zh'] as const).map((value) => ({ value, label: w[value] }))
  return radios({ name: 'prevails', legend: w.prevails, value: e.draft.prevails, options })
}

/** The form's address, coming back at a clause counted from 0: whoever adds the ninth goes on writing there, not at the top. */
const landing = (e: Editing, clause: number) => `${at(e)}/draft#clause-${clause + 1}`

function clauseFields(e: Editing, language: Language): Content {
  const w = speak(editWords, language)
  const { clauses } = e.draft
  const first = actions(submit({ label: w.addFirst, kind: 'plain', name: 'do', value: 'add:0' }))
  const all = clauses.map((clause, i) => {
    const saved = e.meanwhile?.clauses.find((one) => one.id === clause.id)
    const name = `clause_${i}`
    const act = (label: string, what: string, to: number, kind: 'quiet' | 'plain' = 'quiet') =>
      submit({ label, kind, name: 'do', value: `${what}:${i}`, describe: w.clause(i + 1), landing: landing(e, to) })
    const last = clauses.length - 1
    const buttons = [
      act(w.addAfter, 'add', i + 1, 'plain'),
      ...(i > 0 ? [act(w.up, 'up', i - 1)] : []),
      ...(i < last ? [act(w.down, 'down', i + 1)] : []),
      act(w.remove, 'remove', Math.max(0, Math.min(i, last - 1))),
      submit({ label: w.save, kind: 'quiet', name: 'do', value: 'save' }),
    ]
    return html`<section class="field-group" id="clause-${i + 1}" aria-label="${w.clause(i + 1)}"><h3>${w.clause(i + 1)}</h3>
      ${hidden({ [`${name}_id`]: clause.id })}
      ${pairField({ name: `${name}_heading`, label: w.heading, value: clause.heading, language, neededLater: true, errors: errors(e, `clauses.${i}.heading`, language), hint: meanwhile(saved?.heading, clause.heading, language) })}
      ${pairField({ name: `${name}_body`, label: w.body, value: clause.body, language, neededLater: true, multiline: true, rows: 4, errors: errors(e, `clauses.${i}.body`, language), hint: meanwhile(saved?.body, clause.body, language) })}
      ${actions(...buttons)}</section>`
  })
  return all.length > 0 ? html`${all}` : first
}

/** A clause of the library, put in at a place; it is then the draft's own. */
function librarySection(e: Editing, language: Language): Content {
  const w = speak(editWords, language)
  const inUse = e.library.filter(({ retired }) => !retired)
  if (inUse.length === 0) return ''
  const options = inUse.map(({ id, name }) => ({ value: id, label: name[language] }))
  const places = Array.from({ length: e.draft.clauses.length + 1 }, (_, i) => ({
    value: String(i),
    label: w.clause(i + 1),
  }))
  const place = { name: 'library_place', label: w.asClause, value: String(e.draft.clauses.length), options: places }
  return section({
    title: w.library,
    id: 'library',
    body: html`<div class="row">${selectField({ name: 'library_clause', label: w.libraryClause, options })}${selectField(place)}</div>${actions(submit({ label: w.insert, kind: 'plain', name: 'do', value: 'insert', landing: `${at(e)}/draft#library` }))}`,
  })
}

function seatFields(e: Editing, language: Language): Content {
  const w = speak(editWords, language)
  const { seats } = e.draft
  const party = (ror: string) => e.fixed.parties.find((one) => one.ror === ror)?.name
  const named = (ror: string) => party(ror)?.[language] || party(ror)?.en || ror
  const all = seats.map((seat, i) => {
    const name = `seat_${i}`
    const others = seats.filter((one) => one.party === seat.party).length > 1
    const orders = seats.map((_, n) => ({ value: String(n + 1), label: String(n + 1) }))
    const legend = w.seat(i + 1, named(seat.party))
    return html`<section class="field-group" id="seat-${i + 1}" aria-label="${legend}"><h3>${legend}</h3>
      ${hidden({ [`${name}_id`]: seat.id, [`${name}_party`]: seat.party })}
      <div class="pair-fields">${textField({ name: `${name}_latin`, label: w.latin, value: seat.name.latin, maxlength: 120, wide: true })}<span></span>
      ${textField({ name: `${name}_native`, label: w.native, hint: w.nativeHint, value: seat.name.native ?? '', maxlength: 60, lang: 'zh-CN', wide: true })}</div>
      ${pairField({ name: `${name}_title`, label: w.seatTitle, value: seat.title, language, neededLater: true, errors: errors(e, `seats.${i}.title`, language) })}
      ${selectField({ name: `${name}_order`, label: w.order, value: String(seat.order), options: orders })}
      ${others && actions(submit({ label: w.removeSeat, kind: 'quiet', name: 'do', value: `remove_seat:${i}`, describe: legend, landing: `${at(e)}/draft#seats` }))}</section>`
  })
  const more = e.fixed.parties.map(({ ror }) =>
    submit({
      label: w.addSeat(named(ror)),
      kind: 'plain',
      name: 'do',
      value: `add_seat:${ror}`,
      landing: `${at(e)}/draft#seat-${seats.length + 1}`,
    }),
  )
  return html`${all}${actions(...more)}`
}

/** What a colleague saved in a field meanwhile, shown under its label. */
function meanwhile(saved: Bilingual | undefined, here: Bilingual, language: Language): Content | undefined {
  if (!saved || (saved.en === here.en && saved.zh === here.zh)) return undefined
  return speak(editWords, language).saved([saved.en, saved.zh].filter(Boolean).join(' / '))
}

function errors(e: Editing, path: string, language: Language): { en?: string; zh?: string } {
  const wrong = speak(editWords, language).malformed
  const found = (half: Language) => (e.faults?.includes(`${path}.${half}`) ? wrong : undefined)
  return { en: found('en'), zh: found('zh') }
}

function faultSummary(e: Editing, language: Language): Content {
  const field = (path: string) =>
    path
      .replace(/^clauses\./, 'clause_')
      .replace(/^seats\./, 'seat_')
      .replaceAll('.', '_')
  const shown = (e.faults ?? []).filter((path) => /\.(en|zh)$/.test(path))
  return errorSummary({
    language,
    errors: shown.map((path) => ({ field: field(path), message: fieldWords(path, language) })),
  })
}
