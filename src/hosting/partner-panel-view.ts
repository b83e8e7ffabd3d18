/** Beside a partner's page: whether it has a node, and the way to invite its people where it has none. */
import type { Context } from 'hono'
import type { SeenPartner } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, html, linkButton, panel } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { hasOwnNode, mayHost } from './access.ts'
import { findHosted } from './store.ts'
import { hostedStateWords, hostingWords } from './words.ts'

export const hostingPanel =
  ({ db }: { db: Db }) =>
  async (c: Context<WebEnv>, { institution, visitor }: SeenPartner): Promise<Content> => {
    if (institution.ours || c.var.house.keptBy) return ''
    const { language } = c.var
    const w = speak(hostingWords, language)
    const hosted = await findHosted(db, institution.ror)
    const own = await hasOwnNode(db, institution.ror)
    const stands = own
      ? w.ownNode
      : hosted
        ? html`${w.keptByUs}: ${hostedStateWords[hosted.state][language]}`
        : w.noNode
    const way =
      !own &&
      mayHost(visitor) &&
      linkButton({ href: `/partners/${institution.ror}/hosting`, label: hosted ? w.seePeople : w.invitePeople })
    return panel({ title: w.panelTitle, body: html`<p>${stands}</p>${way}` })
  }
