/** URLs of the federation area: what other nodes ask, and the administrators' page. */
import { type Context, Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { requireAdministrator } from './access.ts'
import { confirmPeer, withdrawPeer } from './confirm-peer.ts'
import { acceptMove, type HearMove, movedFingerprints } from './move-peer.ts'
import { documentNow, type OwnNode } from './node.ts'
import { nodesPage } from './nodes-page.ts'
import { proposePeer } from './propose-peer.ts'
import { type Receiver, receiveMessage } from './receive-message.ts'
import { settleLost } from './settle-lost.ts'
import { readNodes } from './store.ts'

export interface FederationParts {
  receiver: Receiver
  own: OwnNode
  /** Hears that a partner's move to another address was accepted. */
  moved?: HearMove
}

export function federationRoutes({ receiver, own, moved = async () => {} }: FederationParts): Hono<WebEnv> {
  const { db } = receiver
  const routes = new Hono<WebEnv>()
  const show = async (c: Context<WebEnv>, refusal?: Refusal, address = '') => {
    const nodes = await readNodes(db)
    const fingerprints = await movedFingerprints(db, own.document, nodes)
    return nodesPage(c, { ...nodes, movedFingerprints: fingerprints, own: own.document, refusal, address })
  }

  routes.get('/federation/node', async (c) => c.json(await documentNow(db, own)))

  routes.post('/federation/messages', async (c) => {
    const answer = await receiveMessage(receiver, {
      body: new Uint8Array(await c.req.arrayBuffer()),
      contentType: c.req.header('content-type') ?? '',
      digest: c.req.header('content-digest'),
      input: c.req.header('signature-input'),
      signature: c.req.header('signature'),
    })
    if (typeof answer === 'string') return c.json({ refused: answer }, 401)
    return c.body(answer.body, 200, answer.headers)
  })

  routes.get('/nodes', async (c) => {
    requireAdministrator(c.var.visitor)
    return show(c)
  })

  routes.post('/nodes', async (c) => {
    const administrator = requireAdministrator(c.var.visitor)
    const { address = '' } = await formValues(c)
    return answerOr(c, show, address, async () =>
      proposePeer(db, administrator, { own: await documentNow(db, own), address, at: c.var.now }),
    )
  })

  routes.post('/nodes/:ror/confirmation', async (c) => {
    const administrator = requireAdministrator(c.var.visitor)
    const { fingerprint = '', same } = await formValues(c)
    const confirmation = { institution: c.req.param('ror'), fingerprint, compared: same !== undefined, at: c.var.now }
    return answerOr(c, show, '', () => confirmPeer(db, administrator, confirmation))
  })

  routes.post('/nodes/:ror/move', async (c) => {
    const administrator = requireAdministrator(c.var.visitor)
    const { fingerprint = '', same } = await formValues(c)
    const at = c.var.now
    const asked = { own: own.document, institution: c.req.param('ror'), fingerprint, compared: same !== undefined, at }
    return answerOr(c, show, '', () => acceptMove(db, administrator, asked, moved))
  })

  routes.post('/nodes/:ror/removal', async (c) => {
    const administrator = requireAdministrator(c.var.visitor)
    return answerOr(c, show, '', () =>
      withdrawPeer(db, administrator, { institution: c.req.param('ror'), at: c.var.now }),
    )
  })

  routes.post('/nodes/:ror/lost-messages', async (c) => {
    const administrator = requireAdministrator(c.var.visitor)
    const { reason = '' } = await formValues(c)
    return answerOr(c, show, '', () =>
      settleLost(db, administrator, { institution: c.req.param('ror'), reason, at: c.var.now }),
    )
  })

  return routes
}

/** Back to the page after the act; a refusal is shown on it, with what was typed. */
async function answerOr(
  c: Context<WebEnv>,
  show: (c: Context<WebEnv>, refusal?: Refusal, address?: string) => Promise<Response>,
  address: string,
  act: () => Promise<unknown>,
): Promise<Response> {
  try {
    await act()
    return c.redirect('/nodes', 303)
  } catch (problem) {
    if (problem instanceof Refusal) return show(c, problem, address)
    throw problem
  }
}
