/** URLs of the desk. */
import { Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import type { ApprovalStep } from '#src/platform/people/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { frontPage } from './front-page.ts'
import { readToday } from './read-today.ts'
import { todayPage } from './today-page.ts'

export function deskRoutes({ db, approvalSteps }: { db: Db; approvalSteps: ApprovalStep[] }): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const steps = approvalSteps.map((step) => step.key)
  routes.get('/', async (c) => {
    const { visitor } = c.var
    return visitor ? todayPage(c, await readToday(db, visitor, steps)) : frontPage(c)
  })
  return routes
}
