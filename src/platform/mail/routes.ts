/** `/mailbox`, on a try-it node only: elsewhere these addresses do not exist. */
import { Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { refuse } from '#src/platform/people/refusals.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { attachmentsOf, findMail, listMailbox } from './mailbox.ts'
import { mailboxPage, mailPage } from './mailbox-page.ts'

export function mailRoutes({ db, config }: { db: Db; config: { tryIt: boolean } }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  if (!config.tryIt) return app
  app.get('/mailbox', async (c) => mailboxPage(c, await listMailbox(db)))
  app.get('/mailbox/:id', async (c) => {
    const mail = await findMail(db, c.req.param('id'))
    return mail ? mailPage(c, mail, await attachmentsOf(db, mail.id)) : refuse('not_found', {}, 404)
  })
  app.get('/mailbox/:id/files', async (c) => {
    const mail = await findMail(db, c.req.param('id'))
    const attached = mail && (await attachmentsOf(db, mail.id))[Number(c.req.query('n') ?? 0)]
    const file = attached && (await getFile(db, attached.sha256))
    if (!file) return refuse('not_found', {}, 404)
    const name = encodeURIComponent(attached.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    })
  })
  return app
}
