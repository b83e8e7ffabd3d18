/** The administrators' page about keys, and what is done there. */
import { type Context, Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refilled, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { requireKeyKeeper } from './access.ts'
import { decideKeyAct } from './decide-key-act.ts'
import { decidePartnerRoot } from './decide-partner-root.ts'
import type { KeyActStep } from './key-act.ts'
import { keysPage } from './keys-page.ts'
import type { KeyParts } from './parts.ts'
import { proposeKeyAct } from './propose-key-act.ts'
import { readKeys } from './read-keys.ts'
import { readProposal } from './read-proposal.ts'
import { keyRefusalWords } from './refusal-words.ts'

const steps = { confirmation: 'confirm', rejection: 'reject', withdrawal: 'withdraw' } satisfies Record<
  string,
  KeyActStep
>

export function pageRoutes({ db, house }: KeyParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const show = async (c: Context<WebEnv>, refusal?: Refusal) =>
    keysPage(c, await readKeys({ db, house }, requireKeyKeeper(c.var.visitor), c.var.now), refusal)
  /** Back to the page after the act; a refusal is shown on it. */
  const answer = async (c: Context<WebEnv>, act: () => Promise<unknown>) => {
    try {
      const file = await act()
      return typeof file === 'string' ? download(c, file) : c.redirect('/keys', 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refilled(c, await show(c, error), refusalText(error, keyRefusalWords, c.var.language))
    }
  }

  routes.get('/keys', (c) => show(c))

  routes.post('/keys/proposals', async (c) => {
    const keeper = requireKeyKeeper(c.var.visitor)
    const form = await proposalForm(c)
    return answer(c, () =>
      db.transaction().execute(async (tx) => {
        await proposeKeyAct(tx, house, keeper, { ...(await readProposal(tx, form)), at: c.var.now })
      }),
    )
  })

  for (const [path, step] of Object.entries(steps))
    routes.post(`/keys/acts/:id/${path}`, async (c) => {
      const keeper = requireKeyKeeper(c.var.visitor)
      const given = await formValues(c)
      return answer(c, () => decideKeyAct(db, house, keeper, { id: c.req.param('id'), step, given, at: c.var.now }))
    })

  routes.post('/keys/roots/:ror', async (c) => {
    const keeper = requireKeyKeeper(c.var.visitor)
    const { authority = '', decision, same, reason = '' } = await formValues(c)
    const decided = decision === 'accepted' ? ('accepted' as const) : ('refused' as const)
    const asked = {
      institution: c.req.param('ror'),
      authority,
      decision: decided,
      compared: same !== undefined,
      reason,
    }
    return answer(c, () => decidePartnerRoot(db, keeper, { ...asked, at: c.var.now }))
  })

  return routes
}

/** What lies in the vault is small; anything larger is not it. */
const largest = 100_000

async function proposalForm(c: Context<WebEnv>) {
  const body = await c.req.parseBody()
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const sent = body.file
  const file = sent instanceof File && sent.size <= largest ? await sent.text() : ''
  const [kind, about, reason] = [text('kind'), text('about'), text('reason')]
  return { kind, about, reason, why: text('why'), hours: text('hours'), file, ...halves(text) }
}

const halves = (text: (name: string) => string) => ({ passphrase: text('passphrase'), second: text('second') })

/** Seen once, kept by nobody on the way. */
function download(c: Context<WebEnv>, file: string): Response {
  return c.body(file, 200, {
    'content-type': 'application/x-pem-file',
    'content-disposition': 'attachment; filename="chirograph-root.pem"',
    'cache-control': 'no-store',
  })
}
