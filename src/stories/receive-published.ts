/** A partner published a story of its own about us: our editors can link it with one press. */
import type { z } from 'zod'
import { findInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import type { Received } from '#src/platform/messages.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { mailWords } from './mail-words.ts'
import { lockHeard, saveHeard } from './related-store.ts'
import { refuse } from './story.ts'
import type { publishedShape } from './wire.ts'

/** What is older than what we know is ignored, and so is the same again. */
export async function receivePublished(tx: Tx, m: Received, body: z.infer<typeof publishedShape>): Promise<void> {
  const before = await lockHeard(tx, m.about)
  if (before && before.partner !== m.from) refuse('story_not_the_partner', {}, 403)
  const known = before && (before.edition > body.edition || before.state === 'withdrawn')
  if (known || (before?.edition === body.edition && before.state === body.state)) return
  const heldOn = body.heldOn ? Temporal.PlainDate.from(body.heldOn) : null
  await saveHeard(tx, { ...body, story: m.about, partner: m.from, heldOn })
  const partner = (await findInstitution(tx, m.from))!
  const { headline } = body
  const title = { en: headline.en || headline.zh, zh: headline.zh || headline.en }
  const editors = before ? [] : await accountsWithRole(tx, 'editor')
  const then = editors.map(({ id }) =>
    mail({
      to: { account: id },
      subject: mailWords.publishedSubject(title, partner.short),
      text: mailWords.publishedText(title, partner.short),
      path: '/stories',
    }),
  )
  const by = { kind: 'partner' as const, institution: m.from, name: '' }
  const about = { kind: 'story_heard', id: m.about }
  await record(tx, { at: m.at, by, about, act: `story.partner_${body.state}`, then })
}
