/** The agreements within a reach with how long their stages took: a fixed number of questions however many there are. */
import { institutionsOf } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { type Reach, stageTargets } from '#src/procedures/index.ts'
import { stretchesOf } from './clock-store.ts'
import type { ClocksView } from './clocks-page.ts'
import { agreementRegister } from './register-store.ts'
import { stageTimes } from './stage-clock.ts'

export async function readClocks(db: Db, reach: Reach, now: Temporal.Instant): Promise<ClocksView> {
  const [all, targets] = await Promise.all([agreementRegister(db, reach), stageTargets(db)])
  const taken = await stretchesOf(
    db,
    all.map(({ id }) => id),
  )
  const institutions = await institutionsOf(
    db,
    all.map(({ partner }) => partner),
  )
  const agreements = all.map((one) => ({ ...one, times: stageTimes(taken.get(one.id) ?? [], targets, now) }))
  return { agreements, institutions, targets }
}
