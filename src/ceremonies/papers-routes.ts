/** The papers as PDF. */
import { Hono } from 'hono'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { isOfficer, isStaff, type SeenCeremony, seeCeremony } from './access.ts'
import { type CeremonyContext, idOf } from './answers.ts'
import type { AroundParts } from './around-parts.ts'
import { briefingRoutes } from './briefing-routes.ts'
import { findMinutes } from './minutes-store.ts'
import { briefingData } from './papers-briefing.ts'
import { cardsData, namesData, type PaperParts, programmeData } from './papers-data.ts'
import { minutesData } from './papers-minutes.ts'
import { papersPage } from './papers-page.ts'
import { briefed, readBriefing } from './read-briefing.ts'
import { type Paper, setPaper } from './set-paper.ts'
import { guestOf } from './write-briefing.ts'

type Made = { paper: Paper; data: unknown }

const notFound = (): never => {
  throw new Refusal('not_found', {}, 404)
}

export function papersRoutes(parts: AroundParts): Hono<WebEnv> {
  const { db, typesetter } = parts
  const app = new Hono<WebEnv>()

  app.get('/ceremonies/:id/papers', async (c) => {
    const seen = await staffSees(parts, c)
    const minutes = (await findMinutes(db, seen.plan.id)) !== undefined
    const list = briefed(seen.plan, seen.us.ror)
    return papersPage(c, { seen, briefed: list, minutes, officer: isOfficer(seen.visitor) })
  })

  const paper = (name: string, make: (o: PaperParts, c: CeremonyContext, seen: SeenCeremony) => Promise<Made> | Made) =>
    app.get(`/ceremonies/:id/papers/${name}.pdf`, async (c) => {
      const seen = await staffSees(parts, c)
      const { accent } = c.var.house
      const { paper: kind, data } = await make(
        { ...seen, accent: accent.light, demonstration: parts.demonstration },
        c,
        seen,
      )
      return pdfAnswer(c, await setPaper(typesetter, kind, data), name, seen)
    })

  paper('programme', (o) => ({ paper: 'programme', data: programmeData(o) }))
  paper('names', (o) => ({ paper: 'names', data: namesData(o, false) }))
  paper('attendance', (o) => ({ paper: 'names', data: namesData(o, true) }))
  paper('place-cards', (o, c) => {
    const side = { ours: o.us.ror, theirs: o.partner.ror }[c.req.query('side') ?? '']
    const data = cardsData(o, side)
    return data.cards.length > 0 ? { paper: 'place-cards', data } : notFound()
  })
  paper('briefing', async (o, c) => {
    const asked = c.req.query('guest')
    const guest = asked ? guestOf(o.plan, asked) : (briefed(o.plan, o.us.ror)[0] ?? notFound())
    return { paper: 'briefing', data: briefingData(o, await readBriefing(db, o, guest)) }
  })
  paper('minutes', async (o) => {
    const held = (await findMinutes(db, o.plan.id)) ?? notFound()
    // A draft is the convenor's own.
    if (held.state === 'draft' && o.plan.convenor !== o.us.ror) notFound()
    return { paper: 'minutes', data: minutesData(o, held) }
  })

  app.route('/', briefingRoutes(parts))
  return app
}

/** Papers are the office's: guests get theirs from it. */
async function staffSees({ db }: AroundParts, c: CeremonyContext): Promise<SeenCeremony> {
  const seen = await seeCeremony(db, c.var.visitor, idOf(c))
  return isStaff(seen.visitor) ? seen : notFound()
}

function pdfAnswer(c: CeremonyContext, pdf: Uint8Array, name: string, { plan }: SeenCeremony): Response {
  const full = encodeURIComponent(`${name} ${plan.title.en || plan.title.zh}.pdf`).replace(
    /['()*]/g,
    (x) => `%${x.charCodeAt(0).toString(16)}`,
  )
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"; filename*=UTF-8''${full}`,
  })
}
