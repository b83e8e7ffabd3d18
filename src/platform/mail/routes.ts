/** `/mailbox`, on a try-it node only: elsewhere these addresses do not exist. */
import { Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { refuse } from '#src/platform/people/refusals.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { findMail, listMailbox } from './mailbox.ts'
import { mailboxPage, mailPage } from './mailbox-page.ts'

export function mailRoutes({ db, config }: { db: Db; config: { tryIt: boolean } }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  if (!config.tryIt) return app
  app.get('/mailbox', async (c) => mailboxPage(c, await listMailbox(db)))
  app.get('/mailbox/:id', async (c) => {
    const mail = await findMail(db, c.req.param('id'))
    return mail ? mailPage(c, mail) : refuse('not_found', {}, 404)
  })
  return app
}
