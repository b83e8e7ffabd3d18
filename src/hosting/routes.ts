/** The addresses of running a node for a partner. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { accountFrom, formValues, roleValue } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdHosting, holdRunning, type RunningHosting } from './access.ts'
import { callGuest, endGuest, revokeGuest } from './call-guest.ts'
import { changeHosting, type HostingChange } from './change-hosting.ts'
import { refuseHosting } from './hosted-node.ts'
import { hostingPage } from './hosting-page.ts'
import type { Houses } from './houses.ts'
import { inviteGuest } from './invite-guest.ts'
import { guestRoles } from './invite-view.ts'
import { readHosting } from './read-hosting.ts'
import { startHosting } from './start-hosting.ts'

export interface HostingParts {
  db: Db
  houses: Houses
  tryIt: boolean
}

type Values = Partial<Record<string, string>>

export function hostingRoutes(parts: HostingParts): Hono<WebEnv> {
  const { db, houses } = parts
  const app = new Hono<WebEnv>()
  const at = '/partners/:ror/hosting'
  app.get(at, async (c) => {
    const view = await readHosting(parts, await holdHosting(db, c.var.visitor, rorOf(c)))
    return hostingPage(c, view, { done: c.req.query('done') === 'yes', tryIt: parts.tryIt })
  })
  app.post(at, (c) =>
    answered(c, parts, async ({ label = '' }) => {
      const held = await holdHosting(db, c.var.visitor, rorOf(c))
      await houses.open(await startHosting(parts, held, { label, at: c.var.now }))
    }),
  )
  app.post(`${at}/changes`, (c) =>
    answered(c, parts, async ({ act = '', reason = '' }) => {
      const held = await holdHosting(db, c.var.visitor, rorOf(c))
      if (act === 'take_back' && held.hosted?.state === 'handed_over') await houses.reopen(held.hosted)
      await changeHosting(db, held, { act: knownAct(act), reason: reason.trim().slice(0, 1000), at: c.var.now })
      if (act === 'end') await houses.close(rorOf(c))
    }),
  )
  guestRoutes(app, parts, `${at}/guests`)
  return app
}

function guestRoutes(app: Hono<WebEnv>, parts: HostingParts, at: string): void {
  const { db } = parts
  const act = (path: string, run: (held: RunningHosting, values: Values, c: Context<WebEnv>) => Promise<void>) =>
    app.post(path, (c) =>
      answered(c, parts, async (values) => run(await holdRunning(parts, c.var.visitor, rorOf(c)), values, c)),
    )
  const call = (c: Context<WebEnv>) => ({ account: c.req.param('account') ?? '', at: c.var.now })
  act(at, async (held, values, c) => {
    const steps = held.house.approvalSteps
    const ticked = guestRoles(steps).filter((role) => values[`role_${roleValue(role).replace(':', '_')}`])
    await inviteGuest(db, held, { ...accountFrom({ ...values, role: '' }, steps), roles: ticked, at: c.var.now })
  })
  act(`${at}/:account/reminder`, (held, _, c) => callGuest(db, held, call(c)))
  act(`${at}/:account/revocation`, (held, _, c) => revokeGuest(db, held, call(c)))
  act(`${at}/:account/ending`, (held, { reason = '' }, c) =>
    endGuest(db, held, { ...call(c), reason: reason.trim().slice(0, 1000) }),
  )
}

const rorOf = (c: Context<WebEnv>): string => c.req.param('ror') ?? ''

function knownAct(given: string): HostingChange['act'] {
  const act = (['end', 'resume', 'take_back'] as const).find((one) => one === given)
  return act ?? refuseHosting('hosting_does_not_allow', { act: given.slice(0, 40) })
}

/** Back to the page after the act; what was refused comes back on it, with what was typed. */
async function answered(
  c: Context<WebEnv>,
  parts: HostingParts,
  act: (values: Values) => Promise<void>,
): Promise<Response> {
  // Who may not see the page learns nothing from sending its forms.
  await holdHosting(parts.db, c.var.visitor, rorOf(c))
  const values = await formValues(c)
  try {
    await act(values)
    return c.redirect(`/partners/${rorOf(c)}/hosting?done=yes`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const view = await readHosting(parts, await holdHosting(parts.db, c.var.visitor, rorOf(c)))
    return hostingPage(c, view, { refusal, values, tryIt: parts.tryIt })
  }
}
