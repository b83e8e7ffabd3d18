/** A new story: blank, or drafted from a ceremony that was held. */

import { findAgreement, labels } from '#src/agreements/index.ts'
import { findRecord } from '#src/ceremonies/index.ts'
import { findInstitution, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { record } from '#src/platform/record.ts'
import type { Editor } from './content.ts'
import { type CeremonyDraft, draftFromCeremony } from './draft-from-ceremony.ts'
import { addAuthor, insertStory, type Story } from './store.ts'
import { refuse } from './story.ts'

const noText = { headline: '', summary: '', body: '', ready: false }

/** A story nobody wrote in yet. */
export const blankStory: Omit<Story, 'id'> = {
  ...{ slug: null, state: 'draft', partner: null, joint: false, agreement: null, ceremony: null, heldOn: null },
  ...{ section: { en: '', zh: '' }, translations: { en: noText, zh: noText }, editors: [], revision: 0 },
  ...{ embargoUntil: null, scheduledAt: null, offers: 0, edition: 0, publishedAt: null, modifiedAt: null },
}

/** @returns the id of the new story */
export async function startBlank(db: Db, person: Visitor, at: Temporal.Instant): Promise<string> {
  return begin(db, person, {}, at)
}

/** @throws Refusal `ceremony_not_held` where nothing is recorded of it yet */
export async function startFromCeremony(
  db: Db,
  person: Visitor,
  ceremony: string,
  at: Temporal.Instant,
): Promise<string> {
  const took = isId(ceremony) ? await findRecord(db, ceremony) : undefined
  if (!took) return refuse('ceremony_not_held', {}, 404)
  const { partner: ror, agreement: id } = took.plan
  const [us, partner] = [await ourInstitution(db), (await findInstitution(db, ror))!]
  const draft = draftFromCeremony({ took, us, partner, agreement: id ? await signedAgreement(db, id) : null })
  return begin(db, person, { partner: ror, agreement: id, ceremony, joint: false, ...draft }, at)
}

/** Under our own side's title; the partner's where ours has none. */
async function signedAgreement(db: Db, id: string) {
  const agreement = await findAgreement(db, id)
  const { ours, theirs } = await labels(db, id)
  const named = [ours?.title, theirs?.title].find((title) => title && (title.en || title.zh))
  return agreement ? { title: named ?? { en: '', zh: '' }, concluded: agreement.state === 'concluded' } : null
}

async function begin(
  db: Db,
  person: Visitor,
  from: Partial<CeremonyDraft & Pick<Story, 'partner' | 'agreement' | 'ceremony' | 'joint'>>,
  at: Temporal.Instant,
): Promise<string> {
  const editors: Editor[] = [{ name: person.account.name, role: 'editor' }]
  const story: Story = { ...blankStory, ...from, editors, id: crypto.randomUUID() }
  await db.transaction().execute(async (tx) => {
    await insertStory(tx, story, at)
    await addAuthor(tx, story, person.account.id)
    const about = { kind: 'story', id: story.id }
    const detail = { ceremony: story.ceremony }
    await record(tx, { at, by: actorOf(person), about, act: 'story.started', detail })
  })
  return story.id
}
