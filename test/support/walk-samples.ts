/** One address for each route that no link leads to, with values of the house that is walked through. */
import { queenMary } from '#cast/universities.ts'
import { sessionPath } from '#src/command/self-test/play.ts'
import { sha256 } from '#src/platform/canonical.ts'
import type { Walk } from './walk.ts'

const uuid = () => crypto.randomUUID()

/** Beginnings of routes, each with a value for its parameter; the longest that fits is taken. */
async function values({ nodes, stage, draft }: Walk): Promise<Record<string, string>> {
  const { db } = nodes[0]!
  const first = async (table: 'person' | 'unit' | 'template' | 'proposal' | 'story' | 'programme' | 'approval_route') =>
    (await db.selectFrom(table).select('id').limit(1).executeTakeFirstOrThrow()).id
  const held = await db.selectFrom('ceremony').select('id').where('state', '=', 'held').executeTakeFirstOrThrow()
  const entry = await db
    .selectFrom('agreement_entry')
    .select('id')
    .where('agreement', 'is', null)
    .executeTakeFirstOrThrow()
  const account = await db.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow()
  const mail = await db.selectFrom('mailbox').select('id').limit(1).executeTakeFirst()
  const mirrored = sha256(`qmul.localhost:${nodes[1]!.config.port}/log`)
  return {
    '/agreements/': stage.agreement,
    '/agreements/:id/edit': draft,
    '/agreements/:id/template': draft,
    '/ceremonies/': held.id,
    '/live/': held.id,
    '/slides/': held.id,
    '/reply/': 'A'.repeat(43),
    '/meeting/': 'nobody.signed',
    '/signing/': (await sessionPath(stage.first, stage.agreement)).split('/').pop()!,
    '/partners/': queenMary.ror,
    '/directory/': queenMary.ror,
    '/imports/': (await db.selectFrom('entry_import').select('id').executeTakeFirstOrThrow()).id,
    '/retention/': 'contacts',
    '/retention/acts/': (await db.selectFrom('retention_act').select('id').executeTakeFirstOrThrow()).id,
    '/archive/agreements/': entry.id,
    '/archive/partners/': queenMary.ror,
    '/stories/': await first('story'),
    '/photos/': 'f'.repeat(64),
    '/contacts/': await first('person'),
    '/units/': await first('unit'),
    '/programmes/': await first('programme'),
    '/register/': entry.id,
    '/procedures/routes/': await first('approval_route'),
    '/procedures/templates/': await first('template'),
    '/proposals/': await first('proposal'),
    '/nodes/': queenMary.ror,
    '/keys/roots/': queenMary.ror,
    '/log/mirror/': mirrored,
    '/federation/log/mirror/': mirrored,
    '/people/': account.id,
    '/mailbox/': String(mail?.id ?? 1),
    '/sign-in/try/': account.id,
    '/sign-in/link/': 'A'.repeat(43),
    '/verify/': 'judge.js',
    '/reminders/': 'nobody.knows',
  }
}

/** @returns for each route its address, whatever it may answer */
export async function sampled(walk: Walk, routes: string[]): Promise<string[]> {
  const known = await values(walk)
  return routes.map((route) => {
    const beginning = Object.keys(known)
      .filter((one) => route.startsWith(one))
      .sort((a, b) => b.length - a.length)[0]
    const filled = beginning ? route.replace(/:\w+(\{([^{}]|\{[^}]*\})*\})?/, known[beginning]!) : route
    const pictured = filled.replace(/:(n|page)(\{([^{}]|\{[^}]*\})*png\})/, '1.png')
    return pictured.replace(/:(n|page|account|token|file|slug)(\{([^{}]|\{[^}]*\})*\})?/g, '1').replace(/:\w+/g, uuid)
  })
}

/** Whether an address is one of a route. */
export function isOf(route: string, path: string): boolean {
  const form = route.replace(/:\w+(\{([^{}]|\{[^}]*\})*\})?/g, '[^/]+').replaceAll('.', '\\.')
  return new RegExp(`^${form}$`).test(path.split('?')[0]!)
}
