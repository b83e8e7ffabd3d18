/** The main navigation: what this visitor may open, in the visitor's language. */
import type { MiddlewareHandler } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { holds, type Visitor } from '#src/platform/people/index.ts'
import type { NavItem, WebEnv } from '#src/platform/web.ts'

const words = {
  today: { en: 'Today', zh: '今日' },
  partners: { en: 'Partners', zh: '合作伙伴' },
  agreements: { en: 'Agreements', zh: '协议' },
  register: { en: 'Register', zh: '台账' },
  contacts: { en: 'Contacts', zh: '联系人' },
  people: { en: 'People', zh: '人员' },
  nodes: { en: 'Nodes', zh: '节点' },
  verify: { en: 'Verify', zh: '验证' },
}

const hrefs: Record<keyof typeof words, string> = {
  today: '/',
  partners: '/partners',
  agreements: '/agreements',
  register: '/register',
  contacts: '/contacts',
  people: '/people',
  nodes: '/nodes',
  verify: '/verify',
}

/** The public can verify; whoever works here sees today, partners and agreements; administrators also people and nodes. */
function open(visitor: Visitor | null): (keyof typeof words)[] {
  if (!visitor) return ['verify']
  const office = (['officer', 'approver', 'administrator', 'reader'] as const).some((role) => holds(visitor, role))
  return [
    'today',
    ...(office ? (['partners', 'agreements', 'register', 'contacts'] as const) : []),
    ...(holds(visitor, 'administrator') ? (['people', 'nodes'] as const) : []),
    'verify',
  ]
}

export function navigation(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const w = speak(words, c.var.language)
    const items = open(c.var.visitor).map((key): NavItem => ({ key, href: hrefs[key], label: w[key] }))
    c.set('nav', items)
    return next()
  }
}
