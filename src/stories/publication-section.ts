/** Publication: what stands in the way, in sentences; and the acts an editor has. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { Refusal } from '#src/platform/refusal.ts'
import {
  actButton,
  actions,
  type Content,
  dialog,
  facts,
  form,
  html,
  inLanguage,
  moments,
  notice,
  pairField,
  refusalText,
  section,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { mayDo } from './access.ts'
import type { Blocker } from './blockers.ts'
import { placesOf } from './places.ts'
import type { StoryView } from './read-story.ts'
import { storyRefusalWords } from './refusal-words.ts'
import { isOut } from './story.ts'
import type { Said } from './story-page.ts'
import { storyWords } from './story-words.ts'

export function publicationSection(c: Context<WebEnv>, view: StoryView, said: Said): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  const { story } = view.seen
  if (story.state === 'withdrawn') return notes(c, view)
  const correcting = isOut(story)
  const way = correcting && !view.changedSince ? '' : inTheWay(c, view)
  const body = html`${way}${scheduled(c, view)}${embargoLine(c, view)}
    <div class="story-acts">${releaseActs(c, view, said)}${lastActs(c, view, said)}</div>${notes(c, view)}`
  return section({ title: w.publication, body, id: 'publication' })
}

/** One blocker as its sentence. */
export const blockerText = ({ reason, details }: Blocker, language: 'en' | 'zh'): string =>
  refusalText(new Refusal(reason, details), storyRefusalWords, language)

function inTheWay(c: Context<WebEnv>, { blockers, seen: { story } }: StoryView): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  if (blockers.length === 0) return notice({ kind: 'done', title: w.nothing })
  const lines = blockers.map((blocker) => html`<li><span>${blockerText(blocker, language)}</span></li>`)
  return html`<h3>${isOut(story) ? w.inTheWayCorrection : w.inTheWay}</h3><ul class="blockers">${lines}</ul>`
}

function scheduled(c: Context<WebEnv>, view: StoryView): Content {
  const { language } = c.var
  const { scheduledAt } = view.seen.story
  if (!scheduledAt) return ''
  const w = speak(storyWords, language)
  const when = moments(scheduledAt, { places: placesOf(view.seen), language })
  return notice({ kind: 'waiting', title: html`${w.scheduledFor}: ${when}` })
}

function embargoLine(c: Context<WebEnv>, { seen }: StoryView): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  const until = seen.story.embargoUntil
  if (!until) return ''
  const value = html`${w.embargoUntil} ${moments(until, { places: placesOf(seen), language })}`
  return facts([{ label: w.embargo, value }])
}

function releaseActs(c: Context<WebEnv>, view: StoryView, said: Said): Content {
  const w = speak(storyWords, c.var.language)
  const { visitor, story } = view.seen
  const at = `/stories/${story.id}`
  const kind = view.blockers.length === 0 ? 'primary' : 'plain'
  return html`${mayDo(visitor, story, 'publish') && actButton({ action: `${at}/publish`, label: w.publishNow, kind })}
    ${mayDo(visitor, story, 'schedule') && whenDialog(c, view, said, 'schedule')}
    ${mayDo(visitor, story, 'unschedule') && actButton({ action: `${at}/unschedule`, label: w.unschedule })}
    ${mayDo(visitor, story, 'edit') && !isOut(story) && whenDialog(c, view, said, 'embargo')}
    ${mayDo(visitor, story, 'correct') && view.changedSince && noteDialog(c, view, said, 'correct')}`
}

function lastActs(c: Context<WebEnv>, view: StoryView, said: Said): Content {
  return mayDo(view.seen.visitor, view.seen.story, 'withdraw') && noteDialog(c, view, said, 'withdraw')
}

/** Date and time on our own clock; what is shown afterwards is told in both cities' time. */
function whenDialog(c: Context<WebEnv>, { seen }: StoryView, said: Said, act: 'schedule' | 'embargo'): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  const wrong = said.problem?.act === act ? said.problem : undefined
  const now = (act === 'embargo' && seen.story.embargoUntil) || c.var.now.add({ hours: 24 })
  const local = now.toZonedDateTimeISO(seen.us.zone)
  const date = wrong?.typed.date ?? local.toPlainDate().toString()
  const time = wrong?.typed.time ?? local.toPlainTime().toString({ smallestUnit: 'minute' })
  const lift =
    act === 'embargo' &&
    seen.story.embargoUntil !== null &&
    submit({ label: w.lift, kind: 'quiet', name: 'do', value: 'lift' })
  const hint = w.inZone(seen.us.city[language] || seen.us.zone)
  const fields = html`<div class="row">${textField({ name: 'date', id: `${act}-date`, type: 'date', label: w.date, hint, value: date, required: true })}${textField({ name: 'time', id: `${act}-time`, type: 'time', label: w.time, value: time, required: true, error: wrong?.text })}</div>
    ${actions(submit({ label: act === 'schedule' ? w.scheduleOk : w.embargoOk }), lift)}`
  const open = act === 'schedule' ? w.schedule : seen.story.embargoUntil ? w.changeEmbargo : w.setEmbargo
  const title = act === 'schedule' ? w.scheduleTitle : w.embargoTitle
  const body = form({ action: `/stories/${seen.story.id}/${act}`, body: fields })
  return dialog({
    id: act,
    open,
    title,
    language,
    shown: wrong !== undefined,
    body,
    kind: act === 'embargo' ? 'quiet' : 'plain',
  })
}

function noteDialog(c: Context<WebEnv>, { seen }: StoryView, said: Said, act: 'correct' | 'withdraw'): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  const wrong = said.problem?.act === act ? said.problem : undefined
  const value = { en: wrong?.typed.note_en ?? '', zh: wrong?.typed.note_zh ?? '' }
  const errors = wrong ? { [language]: wrong.text } : {}
  const note = pairField({
    name: 'note',
    id: `${act}-note`,
    label: w.note,
    value,
    language,
    multiline: true,
    rows: 3,
    errors,
  })
  const correct = act === 'correct'
  const ok = submit({ label: correct ? w.correct : w.withdrawOk, kind: correct ? 'primary' : 'danger' })
  const explain = correct ? w.correctExplain : w.withdrawExplain
  const inner = form({ action: `/stories/${seen.story.id}/${act}`, body: html`${note}${actions(ok)}` })
  return dialog({
    id: act,
    open: correct ? w.correct : w.withdraw,
    kind: correct ? 'primary' : 'quiet',
    title: correct ? w.correctTitle : w.withdrawTitle,
    body: html`<p>${explain}</p>${inner}`,
    language,
    shown: wrong !== undefined,
  })
}

function notes(c: Context<WebEnv>, view: StoryView): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  if (view.notes.length === 0) return ''
  const places = placesOf(view.seen)
  const rows = view.notes.map(({ at, note }) => ({
    label: moments(at, { places, language }),
    value: inLanguage(note, language),
  }))
  return html`<h3>${w.notes}</h3>${facts(rows)}`
}
