/** The register of commitments and its acts. */
import { Hono } from 'hono'
import { institutions, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues, requireVisitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { isStaff } from './access.ts'
import type { CeremonyContext } from './answers.ts'
import { doOrShow, type Problem } from './around-answers.ts'
import type { AroundParts } from './around-parts.ts'
import { type CommitmentAct, commitmentLifecycle, refuse } from './commitment.ts'
import { commitmentPage } from './commitment-page.ts'
import { followed } from './commitment-store.ts'
import { commitmentsPage } from './commitments-page.ts'
import { both, type Fields, typed } from './form-parts.ts'
import { mayFollow, moveCommitment, seeCommitment } from './move-commitment.ts'
import type { Reader } from './reader.ts'

export function commitmentRoutes({ db }: Pick<AroundParts, 'db'>): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/commitments', async (c) => {
    if (!isStaff(requireVisitor(c))) throw new Refusal('not_found', {}, 404)
    const all = await followed(db, { partner: c.req.query('partner') })
    return commitmentsPage(c, all, await readerHere(c, db))
  })

  app.get('/commitments/:id', (c) => showCommitment(c, db))

  app.post('/commitments/:id', async (c) => {
    const seen = await seeCommitment(db, c.var.visitor, c.req.param('id'))
    const fields = await formValues(c)
    const act = actOf(fields)
    const corrected = act === 'accept' ? { words: both(fields, 'words'), due: typed(fields, 'due') } : {}
    const move = { act, reason: typed(fields, 'reason').slice(0, 4000), ...corrected, at: c.var.now }
    const to = `/commitments/${seen.followed.commitment.id}?done=moved`
    return doOrShow(
      c,
      to,
      () => moveCommitment(db, seen, move),
      (problem) => showCommitment(c, db, { ...problem, act, typed: fields }),
    )
  })

  return app
}

const actOf = ({ act }: Fields): CommitmentAct =>
  commitmentLifecycle.find((row) => row.act === act)?.act ?? refuse('commitment_does_not_allow')

async function showCommitment(
  c: CeremonyContext,
  db: Db,
  problem?: Problem & { act: string; typed: Fields },
): Promise<Response> {
  const seen = await seeCommitment(db, c.var.visitor, c.req.param('id') ?? '')
  const reader = await readerHere(c, db, seen.plan.partner)
  const done = c.req.method === 'GET' && c.req.query('done') === 'moved'
  return commitmentPage(c, { seen, reader, may: mayFollow(seen), done, problem })
}

/** The register stands over many partners: times are told in our city, and beside one partner's in its city too. */
async function readerHere(c: CeremonyContext, db: Db, partner = ''): Promise<Reader> {
  const [us, known] = [await ourInstitution(db), await institutions(db)]
  const { language } = c.var
  const named = (ror: string) => known.find((one) => one.ror === ror)
  const around = [us, ...known.filter(({ ror }) => ror === partner)]
  return {
    language,
    now: c.var.now,
    us: us.ror,
    partner,
    places: around.map(({ zone, city }) => ({ zone, city })),
    short: (ror) => named(ror)?.short[language] ?? ror,
    side: (ror) => (ror === us.ror ? 'ours' : ror === null ? undefined : 'theirs'),
  }
}
