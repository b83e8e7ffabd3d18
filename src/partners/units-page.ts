/** The units of one university as a tree; officers enter more below it. */

import type { Context } from 'hono'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  actions,
  type Content,
  empty,
  form,
  head,
  html,
  linkButton,
  notice,
  page,
  section,
  submit,
  textArea,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { disciplineWords } from './discipline-words.ts'
import type { Institution } from './store.ts'
import { inTree } from './unit.ts'
import type { Unit } from './unit-store.ts'
import { unitWords } from './unit-words.ts'

export interface UnitsView {
  institution: Institution
  units: Unit[]
  mayEnter: boolean
  typed?: string
  problem?: { text: string; status: 403 | 404 | 409 | 422 }
  entered?: number
}

export function unitsPage(c: Context<WebEnv>, view: UnitsView): Response {
  const { language } = c.var
  const w = speak(unitWords, language)
  const { institution, units, mayEnter } = view
  const name = institution.name[language] || institution.name.en
  const acts = mayEnter && linkButton({ href: `/partners/${institution.ror}/units/new`, label: w.add })
  const said =
    view.problem !== undefined
      ? notice({ kind: 'refusal', answer: true, title: view.problem.text })
      : view.entered !== undefined && notice({ kind: 'done', title: w.entered(view.entered), answer: true })
  const none = empty({ title: w.none, text: mayEnter ? w.noneText : w.noneTextReader })
  const over = html`<a href="/partners/${institution.ror}">${name}</a>`
  const body = html`${said}${head({ over, title: w.unitsOf(name), acts })}${units.length > 0 ? tree(c, units) : none}${mayEnter && several(c, view)}`
  return page(
    c,
    { title: w.unitsOf(institution.short[language] || name), current: 'partners', body },
    view.problem?.status,
  )
}

/** The tree under hairlines, each unit with what it is strong in. */
export function tree(c: Context<WebEnv>, units: Unit[]): Content {
  const { language } = c.var
  const w = speak(unitWords, language)
  const items = inTree(units).map(({ unit, depth }) => {
    const strong = unit.strengths.map((d) => disciplineWords[d][language]).join(language === 'en' ? ', ' : '、')
    const closed = unit.until && html` <span class="muted small">${w.closed(dayWords(unit.until, language))}</span>`
    return html`<li class="tree-item depth-${Math.min(depth, 6)}"><a class="register-title" href="/units/${unit.id}">${bothNames(unit)}</a>${closed}${strong && html`<span class="tree-note">${strong}</span>`}</li>`
  })
  return html`<ul class="tree" aria-label="${w.title}">${items}</ul>`
}

/** Both names of a unit, each in its language. */
export const bothNames = (unit: { name_en: string; name_zh: string }): Content =>
  html`${unit.name_en && html`<span lang="${htmlLang.en}">${unit.name_en}</span>`}${unit.name_en && unit.name_zh ? ' ' : ''}${unit.name_zh && html`<span lang="${htmlLang.zh}">${unit.name_zh}</span>`}`

function several(c: Context<WebEnv>, { institution, typed }: UnitsView): Content {
  const { language } = c.var
  const w = speak(unitWords, language)
  const lines = textArea({
    name: 'lines',
    label: w.lines,
    hint: w.linesHint,
    value: typed,
    rows: 8,
    required: true,
    maxlength: 40_000,
    wide: true,
  })
  return section({
    title: w.several,
    body: form({
      action: `/partners/${institution.ror}/units/lines`,
      body: html`${lines}${actions(submit({ label: w.enter, kind: 'plain' }))}`,
      guard: true,
      language,
    }),
  })
}
