/** Somebody saves the text, on top of the revision they had before them. */

import { findInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { readDay } from '#src/platform/day.ts'
import type { WritersStory } from './access.ts'
import { changeContent } from './change-content.ts'
import { isSlug } from './slug.ts'
import { type Story, slugHolder } from './store.ts'
import { refuse } from './story.ts'
import type { StoryForm } from './story-form.ts'

/**
 * @throws Refusal `story_changed_meanwhile` where a colleague saved in between; `story_slug_kept`, `story_slug_taken`,
 * `story_date_malformed`, `story_partner_missing`, `story_malformed` for what does not fit
 * @returns whether approvals ended by it
 */
export async function saveText(db: Db, held: WritersStory, form: StoryForm, at: Temporal.Instant): Promise<boolean> {
  if (form.faults.length > 0) refuse('story_malformed', { fields: form.faults }, 422)
  const change = { act: 'story.edited', at, writes: true }
  return changeContent(db, held, change, async (tx, before) => {
    if (before.revision !== form.revision) refuse('story_changed_meanwhile')
    const slug = await chosenSlug(tx, before, form.slug)
    const partner = form.partner === '' ? null : form.partner
    if (partner && !(await isPartner(tx, partner))) refuse('story_partner_missing', {}, 422)
    if (form.joint && !partner) refuse('story_partner_missing', {}, 422)
    const { section, translations, editors, joint } = form
    const heldOn = form.heldOn === '' ? null : plainDate(form.heldOn)
    const revision = before.revision + 1
    return { ...before, slug, partner, joint, section, translations, editors, heldOn, revision }
  })
}

async function isPartner(db: Db, ror: string): Promise<boolean> {
  const found = await findInstitution(db, ror)
  return found !== undefined && !found.ours
}

/** A published story keeps its address for ever; before that it may be chosen, or left to the headline. */
async function chosenSlug(db: Db, before: Story, typed: string): Promise<string | null> {
  if (before.edition > 0) return typed === '' || typed === before.slug ? before.slug : refuse('story_slug_kept')
  if (typed === '') return null
  if (!isSlug(typed)) refuse('story_malformed', { fields: ['slug'] }, 422)
  const holder = await slugHolder(db, typed)
  if (holder && holder !== before.id) refuse('story_slug_taken', { slug: typed }, 422)
  return typed
}

const plainDate = (typed: string): Temporal.PlainDate => readDay(typed) ?? refuse('story_date_malformed', {}, 422)
