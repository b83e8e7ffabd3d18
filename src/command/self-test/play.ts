/** The whole of an agreement, played through the front doors of two nodes: from pairing to the signed file on both. */
import type { Browser, Page } from './browser.ts'
import type { Office } from './office.ts'

export interface Stage {
  /** The side that drafts; its officer begins. */
  first: Office
  second: Office
  agreement: string
  /** The parts of the people who approve on each side. */
  approvers: { first: string[]; second: string[] }
}

export interface Step {
  name: string
  run(stage: Stage): Promise<void>
}

/** For `until`: the page has a form with this action. */
export const hasForm = (action: string) => (page: Page) => page.html.includes(`action="${action}"`)
/** For `until`: the page has a link to there. */
export const hasLink = (href: string) => (page: Page) => page.html.includes(`href="${href}"`)

/** @throws where a page answers with anything but success, saying what stands on it */
export function expectOk(page: Page, doing: string): Page {
  if (page.status < 400) return page
  const refusal = /class="[^"]*notice[^"]*"[^>]*>([\s\S]*?)<\/(?:div|section|aside)>/.exec(page.html)?.[1] ?? page.html
  throw new Error(
    `${doing}: ${page.status} ${refusal
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 400)}`,
  )
}

/** Opens a page, types, and sends its form. @throws where either answers with anything but success */
export async function fill(
  browser: Browser,
  path: string,
  action: string,
  typed: Record<string, string>,
  doing: string,
): Promise<Page> {
  return expectOk(await browser.send(expectOk(await browser.open(path), doing), action, typed), doing)
}

export const pairing: Step = {
  name: 'pair the nodes, comparing the fingerprint',
  async run({ first, second }) {
    const shown: string[] = []
    for (const [here, there] of [
      [first, second],
      [second, first],
    ] as const) {
      const page = await fill(
        await here.as('administrator'),
        '/nodes',
        '/nodes',
        { address: there.address },
        'propose the node',
      )
      shown.push(/<code>((?:[0-9a-f]{4} ){7}[0-9a-f]{4})<\/code>/.exec(page.html)?.[1] ?? 'no fingerprint')
    }
    if (shown[0] !== shown[1]) throw new Error(`the fingerprints differ: ${shown.join(' / ')}`)
    for (const here of [first, second]) {
      const administrator = await here.as('administrator')
      const page = await administrator.open('/nodes')
      const action = /action="(\/nodes\/\w+\/confirmation)"/.exec(page.html)?.[1]
      if (action) expectOk(await administrator.send(page, action, { same: 'on' }), 'confirm the node')
    }
  },
}

export const addPasskeys: Step = {
  name: 'both presidents add a passkey',
  async run({ first, second }) {
    for (const here of [first, second]) {
      const president = await here.as('president')
      const options = JSON.parse(
        expectOk(await president.post('/account/passkeys/options', {}), 'passkey options').html,
      )
      const response = JSON.stringify(president.passkey.register(options, here.site))
      expectOk(await president.post('/account/passkeys', { response, name: 'Self-test' }), 'add a passkey')
    }
  },
}

export const draftAndSend: Step = {
  name: 'the first side edits and sends its version',
  async run({ first, agreement }) {
    const at = `/agreements/${agreement}`
    const officer = await first.as('officer')
    const words = {
      do: 'save',
      clause_4_body_en: 'The senior leadership meets twice a year.',
      clause_4_body_zh: '双方校领导每年会晤两次。',
    }
    await fill(officer, `${at}/edit`, `${at}/draft`, words, 'save the draft')
    await fill(officer, at, `${at}/versions`, { note: 'First version, for your comments.' }, 'send the version')
  },
}

export const answer: Step = {
  name: 'the second side comments, changes and sends back',
  async run({ first, second, agreement }) {
    const at = `/agreements/${agreement}`
    await second.until('officer', '/agreements', hasLink(at), 'the first version')
    const officer = await second.as('officer')
    await fill(
      officer,
      at,
      `${at}/comments`,
      { body: 'Once a year is what we can keep.', readers: 'both', clause: '' },
      'comment',
    )
    const words = {
      do: 'save',
      clause_4_body_en: 'The senior leadership meets once a year.',
      clause_4_body_zh: '双方校领导每年会晤一次。',
    }
    await fill(officer, `${at}/edit`, `${at}/draft`, words, 'save the draft')
    await fill(officer, at, `${at}/versions`, { note: '' }, 'send the version')
    await first.until('officer', at, canEdit(at), 'the second version')
  },
}

const canEdit = (at: string) => hasLink(`${at}/edit`)

export const freeze: Step = {
  name: 'one side proposes to freeze, the other agrees; both compute the hashes',
  async run({ first, second, agreement }) {
    const at = `/agreements/${agreement}`
    await fill(await first.as('officer'), at, `${at}/freeze`, {}, 'propose to freeze')
    await second.until('officer', at, (page) => page.html.includes('data-proposed="theirs"'), 'the proposal to freeze')
    await fill(await second.as('officer'), at, `${at}/freeze`, {}, 'agree to freeze')
    await first.until('officer', at, hasForm(`${at}/reopening`), 'the frozen text')
  },
}

export const approveBoth: Step = {
  name: 'both sides approve',
  async run({ first, second, agreement, approvers }) {
    const at = `/agreements/${agreement}`
    for (const [here, parts] of [
      [first, approvers.first],
      [second, approvers.second],
    ] as const) {
      for (const part of parts) {
        await here.until(part, at, hasForm(`${at}/approvals`), `the text to approve as ${part}`)
        await fill(await here.as(part), at, `${at}/approvals`, {}, `approve as ${part}`)
      }
    }
  },
}

export const openSigning: Step = {
  name: 'an officer opens the signing session',
  async run({ first, agreement }) {
    const at = `/agreements/${agreement}`
    await first.until('officer', `${at}/signing`, hasForm(`${at}/signing-sessions`), 'both approvals')
    await fill(await first.as('officer'), `${at}/signing`, `${at}/signing-sessions`, {}, 'open the session')
  },
}

/** The session's path on a side, once it is open there. */
export async function sessionPath(here: Office, agreement: string): Promise<string> {
  const page = await here.until(
    'president',
    `/agreements/${agreement}/signing`,
    (p) => /\/signing\/[0-9a-f]{64}/.test(p.html),
    'the session',
  )
  return /\/signing\/[0-9a-f]{64}/.exec(page.html)![0]
}

/** One president reads and consents with the passkey. */
export async function consentAt(here: Office, agreement: string): Promise<Page> {
  const path = await sessionPath(here, agreement)
  const president = await here.as('president')
  expectOk(await president.open(`${path}/sign`), 'read the document')
  const options = JSON.parse(expectOk(await president.post(`${path}/consent/options`, {}), 'consent options').html)
  const response = JSON.stringify(president.passkey.assert(options, here.site))
  return expectOk(await president.post(`${path}/consent`, { response }), 'consent')
}

export const consentBoth: Step = {
  name: 'both presidents consent by passkey',
  async run({ first, second, agreement }) {
    await Promise.all([consentAt(first, agreement), consentAt(second, agreement)])
  },
}

export const concluded: Step = {
  name: 'the signatures follow; both nodes conclude',
  async run({ first, second, agreement }) {
    const at = `/agreements/${agreement}`
    await Promise.all(
      [first, second].map((here) => here.until('officer', at, hasLink(`${at}/verification`), 'the conclusion')),
    )
  },
}

export const preserved: Step = {
  name: 'the signed agreement is time-stamped; both nodes hold the same',
  async run({ first, second, agreement }) {
    const stamped = (page: Page) => page.html.includes('data-stamps="B-LTA"')
    await Promise.all(
      [first, second].map((here) =>
        here.until('officer', `/agreements/${agreement}/verification`, stamped, 'the time-stamp'),
      ),
    )
  },
}

/** From pairing to conclusion, in order. */
export const wholePlay: Step[] = [
  pairing,
  addPasskeys,
  draftAndSend,
  answer,
  freeze,
  approveBoth,
  openSigning,
  consentBoth,
  concluded,
  preserved,
]

/** The evidence package as one side gives it out, once both logs are cosigned as far as the conclusion. */
export async function evidenceOf(here: Office, agreement: string): Promise<Buffer> {
  const at = `/agreements/${agreement}/evidence.zip`
  return (await here.until('officer', at, ({ status }) => status === 200, 'the evidence package')).bytes
}

/** The files both sides keep, as one side serves them. */
export async function keptFiles(here: Office, agreement: string): Promise<{ agreement: Buffer; revisionZero: Buffer }> {
  const officer = await here.as('officer')
  const get = async (name: string) => expectOk(await officer.open(`/agreements/${agreement}/${name}`), name).bytes
  return { agreement: await get('agreement.pdf'), revisionZero: await get('revision-0.pdf') }
}
