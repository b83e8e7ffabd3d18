/** Boxes to tick and one-of-many choices. */
import { described, fieldId, help } from './field.ts'
import { attribute, type Content, type Html, html } from './html.ts'

/** One box to tick; posts `value` (`yes` when left out) if ticked. */
export function checkbox(o: {
  name: string
  label: Content
  value?: string
  checked?: boolean
  hint?: Content
  error?: Content
  required?: boolean
  id?: string
}): Html {
  return html`<div class="field choice${o.error ? ' wrong' : ''}"><input type="checkbox" id="${fieldId(o)}" name="${o.name}" value="${o.value ?? 'yes'}"${attribute('checked', o.checked)}${attribute('required', o.required)}${described(o)}><div><label for="${fieldId(o)}">${o.label}</label>${help(o)}</div></div>`
}

/** One of several, all shown. An error summary links to the first. */
export function radios(o: {
  name: string
  legend: Content
  value?: string
  options: { value: string; label: Content; hint?: Content }[]
  hint?: Content
  error?: Content
  required?: boolean
  id?: string
}): Html {
  const options = o.options.map((one, at) => {
    const id = at === 0 ? fieldId(o) : `${fieldId(o)}-${at}`
    const hint = one.hint && html`<p class="hint" id="${id}-note">${one.hint}</p>`
    return html`<div class="choice"><input type="radio" id="${id}" name="${o.name}" value="${one.value}"${attribute('checked', one.value === o.value)}${attribute('required', o.required)}${attribute('aria-describedby', one.hint && `${id}-note`)}><div><label for="${id}">${one.label}</label>${hint}</div></div>`
  })
  const group = `${fieldId(o)}-group`
  return html`<fieldset class="field radios${o.error ? ' wrong' : ''}"${described({ ...o, id: group })}><legend>${o.legend}</legend>${help({ ...o, id: group })}${options}</fieldset>`
}

/** Several of many, in columns: each box posts `NAME_VALUE`. */
export function ticks(o: {
  name: string
  legend: Content
  chosen: readonly string[]
  options: { value: string; label: string }[]
  hint?: Content
}): Html {
  const boxes = o.options.map(
    ({ value, label }) =>
      html`<label class="tick"><input type="checkbox" name="${o.name}_${value}" value="yes"${attribute('checked', o.chosen.includes(value))}><span>${label}</span></label>`,
  )
  const group = { ...o, id: `${fieldId(o)}-group` }
  return html`<fieldset class="field wide tick-group"${described(group)}><legend>${o.legend}</legend>${help(group)}<div class="ticks">${boxes}</div></fieldset>`
}
