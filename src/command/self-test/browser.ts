/** A person's browser, as far as the self-test needs one: pages, forms, cookies, a passkey. It goes through the front door only. */
import { request } from 'node:http'
import { type SoftwarePasskey, softwarePasskey } from '#src/platform/people/index.ts'

export interface Page {
  status: number
  url: string
  html: string
  bytes: Buffer
}

export interface Browser {
  passkey: SoftwarePasskey
  /** Opens a page, following redirects. */
  open(path: string): Promise<Page>
  /** Sends the form with this action found on the page, with the values typed in. @throws where the page has no such form */
  send(page: Page, action: string, typed?: Record<string, string>): Promise<Page>
  /** Posts fields as the page's own script would. */
  post(path: string, fields: Record<string, string>): Promise<Page>
  /** Another node's pages with the cookies of this browser, each under the name that node uses: for tests of what a stranger gets. */
  on(site: string): Browser
}

/**
 * @param site the node's public address; its host is looked for on this machine
 * @param patient looks again, for a minute at most, where the node does not answer because it is just starting
 */
export function openBrowser(site: string, patient = false, cookies = new Map<string, string>()): Browser {
  const visit = async (method: string, path: string, body?: string): Promise<Page> => {
    const answer = await (patient ? patiently : once)(
      () => exchange(new URL(path, site), method, cookies, body),
      method,
    )
    for (const line of answer.cookies) keep(cookies, line)
    if (answer.status === 303 || answer.status === 302) return visit('GET', answer.location!)
    return { status: answer.status, url: path, html: answer.body.toString('utf8'), bytes: answer.body }
  }
  const open = (path: string) => visit('GET', path)
  const post = (path: string, fields: Record<string, string>) =>
    visit('POST', path, new URLSearchParams(fields).toString())
  return {
    passkey: softwarePasskey(),
    open,
    post,
    on: (other) => openBrowser(other, patient, renamed(cookies, site, other)),
    async send(page, action, typed = {}) {
      const fields = formFields(page, action)
      try {
        return await post(action, { ...fields, ...typed })
      } catch (problem) {
        if (!patient || !isBroken(problem)) throw problem
        // Nobody can tell whether it was done: the page can. Where the form is gone, it was.
        const now = await open(page.url)
        return hasForm(now, action) ? post(action, { ...formFields(now, action), ...typed }) : now
      }
    },
  }
}

/** Cookies carry the node's port in their name. */
function renamed(cookies: Map<string, string>, from: string, to: string): Map<string, string> {
  const [here, there] = [new URL(from).port, new URL(to).port]
  return new Map([...cookies].map(([name, value]) => [name.replaceAll(here, there), value]))
}

const once = (ask: () => Promise<Answer>) => ask()

/** A page is asked for again; what is sent, only where it cannot have arrived. */
async function patiently(ask: () => Promise<Answer>, method: string): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (problem) {
      const again = method === 'GET' ? isBroken(problem) : codeOf(problem) === 'ECONNREFUSED'
      if (!again || tries > 1200) throw problem
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}

const codeOf = (problem: unknown) => (problem as { code?: string }).code ?? ''

/** Whether the connection broke, as it does when a node is killed. */
export const isBroken = (problem: unknown): boolean => ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(codeOf(problem))

interface Answer {
  status: number
  location?: string
  cookies: string[]
  body: Buffer
}

function exchange(url: URL, method: string, cookies: Map<string, string>, body?: string): Promise<Answer> {
  const headers: Record<string, string> = {
    host: url.host,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    accept: 'text/html',
    'accept-language': 'en',
    ...(method === 'POST' && { origin: url.origin, 'content-type': 'application/x-www-form-urlencoded' }),
  }
  return new Promise((done, fail) => {
    const sent = request(
      { host: '127.0.0.1', port: url.port, path: url.pathname + url.search, method, headers },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', fail)
        response.on('end', () =>
          done({
            status: response.statusCode!,
            location: response.headers.location,
            cookies: response.headers['set-cookie'] ?? [],
            body: Buffer.concat(parts),
          }),
        )
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair] = line.split(';')
  const at = pair!.indexOf('=')
  const [name, value] = [pair!.slice(0, at), pair!.slice(at + 1)]
  if (value === '') cookies.delete(name)
  else cookies.set(name, value)
}

const hasForm = (page: Page, action: string) => page.html.includes(`action="${action}"`)

/** The fields of the form with this action, with the values the page put there. Only as general as our own pages are. */
export function formFields(page: Page, action: string): Record<string, string> {
  const forms = page.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)
  for (const [, head, inside] of forms) {
    if (attribute(head!, 'action') !== action) continue
    return fieldsIn(inside!)
  }
  throw new Error(`no form ${action} on ${page.url} (${page.status}): ${heading(page)}`)
}

/** The page's heading, for messages. */
export function heading({ html }: Page): string {
  const text = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? html.slice(0, 300)
  return plain(text)
}

function fieldsIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, head] of html.matchAll(/<input\b([^>]*)>/g)) {
    const [name, type] = [attribute(head!, 'name'), attribute(head!, 'type') ?? 'text']
    const off = (type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(head!)
    if (name && !off && type !== 'submit' && type !== 'file') fields[name] = attribute(head!, 'value') ?? ''
  }
  for (const [, head, text] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    fields[attribute(head!, 'name')!] = unescapeHtml(text!.replace(/^\n/, ''))
  }
  for (const [, head, options] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option\b([^>]*\sselected[^>]*)>/.exec(options!) ?? /<option\b([^>]*)>/.exec(options!)
    if (chosen) fields[attribute(head!, 'name')!] = attribute(chosen[1]!, 'value') ?? ''
  }
  return fields
}

function attribute(head: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1]
  return value === undefined ? undefined : unescapeHtml(value)
}

const unescapeHtml = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const plain = (html: string) =>
  unescapeHtml(html.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
