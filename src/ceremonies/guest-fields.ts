/** The guests of our part in their order: each folded to a line, unfolded where something is to be written. */
import { comma, type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  attribute,
  type Content,
  checkbox,
  type Html,
  hidden,
  html,
  inLanguage,
  pairField,
  person,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import { savedHint } from './edit-notices.ts'
import { frameWords } from './frame-words.ts'
import { levels } from './guest.ts'
import { attendings, type GuestForm } from './sheet-form.ts'
import type { SheetEditing } from './sheet-page.ts'
import { sheetWords } from './sheet-words.ts'
import { attendingWords, levelWords } from './value-words.ts'

export function guestFields(e: SheetEditing, language: Language): Html {
  const list = e.form.guests.map((guest, i) => oneGuest(e, { guest, i }, language))
  return html`<ol class="guests-edit">${list}</ol>${addFields(e, language)}`
}

/** The form's address, coming back at a guest counted from 0. */
const landing = ({ held }: SheetEditing, guest: number) => `/ceremonies/${held.plan.id}/sheet#guest-${guest + 1}`

function addFields(e: SheetEditing, language: Language): Html {
  const w = speak(sheetWords, language)
  const options = [
    { value: '', label: w.choose },
    ...e.people.map((p) => ({
      value: p.latin,
      label: `${[p.latin, p.native].filter(Boolean).join(' ')}, ${p.title[language] || p.title.en}`,
    })),
  ]
  const here = landing(e, e.form.guests.length)
  const known =
    e.people.length > 0 &&
    html`${selectField({ name: 'person', label: w.fromRegister, options })}${submit({ label: w.addPerson, kind: 'plain', name: 'do', value: 'person', landing: here })}`
  return html`<div class="add-line">${known}${submit({ label: w.addGuest, kind: 'plain', name: 'do', value: 'guest', landing: here })}</div>`
}

function oneGuest(e: SheetEditing, { guest, i }: { guest: GuestForm; i: number }, language: Language): Html {
  const [w, f] = [speak(sheetWords, language), speak(frameWords, language)]
  const last = e.form.guests.length - 1
  const named = guest.latin || w.guest(i + 1)
  const faulty = e.problem?.faults.some((path) => path.startsWith(`guests.${i}.`)) ?? false
  const differs = Object.keys(e.conflicts ?? {}).some((path) => path.startsWith(`guests.${guest.id}.`))
  const act = (label: string, what: string, to: number) =>
    submit({ label, kind: 'quiet', name: 'do', value: `${what}:${i}`, describe: named, landing: landing(e, to) })
  return html`<li class="guest-edit" id="guest-${i + 1}">${hidden({ [`guest_${i}_id`]: guest.id })}
    <div class="guest-line"><p>${guest.latin ? person({ latin: guest.latin, native: guest.native || null }) : w.guest(i + 1)}<br><span class="muted small">${inLanguage(guest.title, language)}${guest.outside && html`${comma[language]}${inLanguage(guest.organisation, language)}`} · ${attendingWords[guest.attending][language]}</span></p>
    ${actions(i > 0 && act(f.up, 'up', i - 1), i < last && act(f.down, 'down', i + 1), act(f.remove, 'remove', Math.max(0, Math.min(i, last - 1))))}</div>
    <details${attribute('open', !guest.latin || faulty || differs)}><summary>${w.details}<span class="visually-hidden"> ${named}</span></summary>${unfolded(e, { guest, i }, language)}</details></li>`
}

function unfolded(e: SheetEditing, { guest, i }: { guest: GuestForm; i: number }, language: Language): Html {
  const w = speak(sheetWords, language)
  const name = `guest_${i}`
  const saved = (field: string): Content | undefined => savedHint(e.conflicts, `guests.${guest.id}.${field}`, language)
  const wrong = (path: string) =>
    e.problem?.faults.includes(`guests.${i}.${path}`) ? speak(frameWords, language).malformed : undefined
  const sides = [
    { value: 'ours', label: e.held.us.name[language] || e.held.us.name.en },
    { value: 'outside', label: w.neither },
  ]
  return html`<div class="fields-row">${textField({ name: `${name}_latin`, label: w.latin, value: guest.latin, maxlength: 120, hint: saved('latin'), error: wrong('name.latin') })}
    ${textField({ name: `${name}_native`, label: w.native, value: guest.native, maxlength: 60, lang: 'zh-CN', hint: saved('native') })}</div>
    ${checkbox({ name: `${name}_family`, label: w.familyFirst, checked: guest.familyFirst })}
    ${pairField({ name: `${name}_title`, label: w.guestTitle, value: guest.title, language, hint: saved('title') })}
    ${pairField({ name: `${name}_organisation`, label: w.organisation, value: guest.organisation, language, hint: saved('organisation') })}
    <div class="fields-row">${selectField({ name: `${name}_side`, label: w.side, value: guest.outside ? 'outside' : 'ours', options: sides, hint: saved('outside') })}
    ${selectField({ name: `${name}_level`, label: w.level, value: guest.level, options: levels.map((value) => ({ value, label: levelWords[value][language] })), hint: saved('level') })}
    ${selectField({ name: `${name}_attending`, label: w.attending, value: guest.attending, options: attendings.map((value) => ({ value, label: attendingWords[value][language] })), hint: saved('attending') })}</div>
    <div class="fields-row">${textField({ name: `${name}_email`, label: w.email, type: 'email', value: guest.email, maxlength: 254, hint: saved('email') })}
    ${textField({ name: `${name}_remark`, label: w.remark, value: guest.remark, maxlength: 1000, hint: saved('remark'), wide: true })}</div>`
}
