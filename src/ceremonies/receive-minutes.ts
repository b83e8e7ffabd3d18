/** What the partner’s node says of minutes: its own as the convenor, or the answer to ours. */
import type { z } from 'zod'
import { canonicalHash } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import type { Received } from '#src/platform/messages.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { refuse } from './ceremony.ts'
import { holdReceived, partnerActor } from './hold-received.ts'
import type { HeldMinutes } from './minutes.ts'
import { moveMinutes, refuse as refuseMinutes } from './minutes-lifecycle.ts'
import type { minutesAnswerShape, minutesShape } from './minutes-shapes.ts'
import { findMinutes, saveMinutes } from './minutes-store.ts'
import { minutesMail } from './minutes-words.ts'

/** The convenor's minutes, proposed or taken back to be written anew. */
export async function receiveMinutes(tx: Tx, m: Received, body: z.output<typeof minutesShape>): Promise<void> {
  const { convenor, frame } = await holdReceived(tx, m)
  const { minutes, hash, version, state, agreed } = body
  if (convenor !== m.from || minutes.ceremony !== m.about) refuse('not_the_partner', {}, 403)
  if (canonicalHash(minutes) !== hash) refuseMinutes('minutes_other_text', {}, 422)
  const before = await findMinutes(tx, m.about)
  if (!isNewer(body, before)) return
  await saveMinutes(tx, m.about, { state, version, minutes, hash, ours: null, theirs: agreed, asked: null })
  const proposed = state === 'proposed'
  const officers = proposed ? await accountsWithRole(tx, 'officer') : []
  const words = minutesMail(frame.title)
  await record(tx, {
    at: m.at,
    by: partnerActor(m.from, agreed?.byName ?? ''),
    about: { kind: 'ceremony', id: m.about },
    act: proposed ? 'ceremony.minutes_proposed' : 'ceremony.minutes_withdrawn',
    detail: { version },
    then: officers.map((o) => mail({ to: { account: o.id }, ...words, path: `/ceremonies/${m.about}/minutes` })),
  })
}

/** A draft taken back and the same draft proposed bear one version: the proposal is the later word. */
export const isNewer = (
  { version, state }: Pick<HeldMinutes, 'version' | 'state'>,
  before: HeldMinutes | undefined,
): boolean =>
  !before ||
  version > before.version ||
  (version === before.version && before.state === 'draft' && state === 'proposed')

/** The answer to exactly one text; one to a text we have left behind means nothing any more. */
export async function receiveMinutesAnswer(
  tx: Tx,
  m: Received,
  { hash, agreed, text, byName, at }: z.output<typeof minutesAnswerShape>,
): Promise<void> {
  const { convenor } = await holdReceived(tx, m)
  if (convenor === m.from) refuse('not_the_partner', {}, 403)
  const before = await findMinutes(tx, m.about)
  if (!before || before.hash !== hash || before.state !== 'proposed') return
  const after: HeldMinutes = agreed
    ? { ...before, state: moveMinutes(before.state, 'agree'), theirs: { at, byName }, asked: null }
    : { ...before, asked: { text, byName, at } }
  await saveMinutes(tx, m.about, after)
  await record(tx, {
    at: m.at,
    by: partnerActor(m.from, byName),
    about: { kind: 'ceremony', id: m.about },
    act: agreed ? 'ceremony.minutes_agreed' : 'ceremony.minutes_asked',
    detail: { version: before.version, text },
  })
}
