/** The form in which a story is written, as it was typed. Rules only. */
import type { Language } from '#src/platform/i18n/words.ts'
import { type Bilingual, type Editor, type EditorRole, editorRoles, type Translation } from './content.ts'
import type { Story } from './store.ts'

export interface StoryForm {
  /** The revision the writer began from. */
  revision: number
  slug: string
  partner: string
  joint: boolean
  /** ISO date, or empty. */
  heldOn: string
  section: Bilingual
  translations: Record<Language, Translation>
  editors: Editor[]
  /** Fields longer than may be. */
  faults: string[]
}

type Fields = Partial<Record<string, string>>

const longest = { section: 120, headline: 300, summary: 1000, body: 60_000, name: 200 }
/** How many names the editors' line has room for in the form. */
export const editorRows = 6

/** A browser sends line ends as CR LF; the text has LF only. */
const typed = (fields: Fields, name: string) => (fields[name] ?? '').replaceAll('\r\n', '\n').trim()

export function readStoryForm(fields: Fields): StoryForm {
  const faults: string[] = []
  const text = (name: string, most: number) => {
    const value = typed(fields, name)
    if (value.length > most) faults.push(name)
    return value
  }
  const translation = (language: Language): Translation => ({
    headline: text(`headline_${language}`, longest.headline),
    summary: text(`summary_${language}`, longest.summary),
    body: text(`body_${language}`, longest.body),
    ready: fields[`ready_${language}`] === 'yes',
  })
  return {
    revision: Number(fields.revision ?? Number.NaN),
    slug: text('slug', 100),
    partner: typed(fields, 'partner'),
    joint: fields.joint === 'yes',
    heldOn: typed(fields, 'held_on'),
    section: { en: text('section_en', longest.section), zh: text('section_zh', longest.section) },
    translations: { en: translation('en'), zh: translation('zh') },
    editors: readEditors(fields, text),
    faults,
  }
}

function readEditors(fields: Fields, text: (name: string, most: number) => string): Editor[] {
  return Array.from({ length: editorRows }, (_, n): Editor[] => {
    const latin = text(`editor_${n}_latin`, longest.name)
    const native = text(`editor_${n}_native`, longest.name)
    if (latin === '' && native === '') return []
    const role = editorRoles.find((one) => one === fields[`editor_${n}_role`]) ?? 'editor'
    return [{ name: { latin: latin || native, native: latin && native ? native : null }, role: role as EditorRole }]
  }).flat()
}

/** A stored story as the form shows it. */
export function formOfStory(story: Story): StoryForm {
  return {
    revision: story.revision,
    slug: story.slug ?? '',
    partner: story.partner ?? '',
    joint: story.joint,
    heldOn: story.heldOn?.toString() ?? '',
    section: story.section,
    translations: story.translations,
    editors: story.editors,
    faults: [],
  }
}
