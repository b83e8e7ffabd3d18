/** The main navigation: what this visitor may open, in the visitor's language. */
import type { MiddlewareHandler } from 'hono'
import { maySeeSomeAgreements } from '#src/agreements/index.ts'
import { mayReadJournal } from '#src/desk/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { holds, type Visitor, worksHere } from '#src/platform/people/index.ts'
import type { NavItem, WebEnv } from '#src/platform/web.ts'
import { siteNav } from '#src/site/index.ts'

const words = {
  today: { en: 'Today', zh: '今日' },
  partners: { en: 'Partners', zh: '合作伙伴' },
  agreements: { en: 'Agreements', zh: '协议' },
  ceremonies: { en: 'Ceremonies', zh: '典礼' },
  register: { en: 'Register', zh: '台账' },
  stories: { en: 'Stories', zh: '新闻' },
  contacts: { en: 'Contacts', zh: '联系人' },
  proposals: { en: 'Proposals', zh: '建议' },
  procedures: { en: 'Procedures', zh: '规程' },
  logs: { en: 'Logs', zh: '日志' },
  people: { en: 'People', zh: '人员' },
  nodes: { en: 'Nodes', zh: '节点' },
  journal: { en: 'Journal', zh: '操作记录' },
  keys: { en: 'Keys', zh: '密钥' },
  retention: { en: 'Retention', zh: '保存期限' },
  administration: { en: 'Admin', zh: '管理' },
  verify: { en: 'Verify', zh: '验证' },
}

/** What stands behind `administration`, as its page lists it. */
const notes = {
  people: {
    en: 'Who may sign in here, with which roles; and what each can do, and why.',
    zh: '可登录人员、其角色与权限说明。',
  },
  procedures: {
    en: 'Types of agreements, ways of approval, templates, clauses, authority to sign.',
    zh: '协议类型、审批路径、模板、条款库与签署授权。',
  },
  nodes: { en: 'The partners’ nodes: pairing, fingerprints, moves.', zh: '合作方节点：配对、指纹与迁移。' },
  keys: {
    en: 'This node’s root, certificates and their revocation; acts take two people.',
    zh: '本节点根证书、证书及吊销；操作须两人完成。',
  },
  retention: {
    en: 'How long things are kept, what is due, what waits for a second person.',
    zh: '保存期限、到期记录与待第二人确认事项。',
  },
  journal: { en: 'Who changed what and when, before and after.', zh: '操作人、时间及修改前后内容。' },
}

const hrefs: Record<keyof typeof words, string> = {
  today: '/',
  partners: '/partners',
  agreements: '/agreements',
  ceremonies: '/ceremonies',
  register: '/register',
  stories: '/stories',
  contacts: '/contacts',
  proposals: '/proposals',
  procedures: '/procedures',
  logs: '/logs',
  people: '/people',
  nodes: '/nodes',
  journal: '/journal',
  keys: '/keys',
  retention: '/retention',
  administration: '/administration',
  verify: '/verify',
}

/** Whoever works here sees today, partners and agreements; administrators have their own pages behind one, editors stories; anyone can verify. */
function open(visitor: Visitor): (keyof typeof words)[] {
  const office = worksHere(visitor)
  return [
    'today',
    ...(office ? (['partners', 'agreements', 'register', 'ceremonies', 'stories', 'contacts', 'logs'] as const) : []),
    ...(!office && maySeeSomeAgreements(visitor) ? (['partners', 'agreements', 'register', 'contacts'] as const) : []),
    // The office comes to proposals and procedures from its agreements.
    ...(!office && visitor.roles.length > 0 ? (['proposals'] as const) : []),
    ...(!office && holds(visitor, 'editor') ? (['stories'] as const) : []),
    ...(holds(visitor, 'administrator') ? (['administration'] as const) : []),
    ...(!holds(visitor, 'administrator') && mayReadJournal(visitor) ? (['journal'] as const) : []),
    'verify',
  ]
}

export function navigation(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const w = speak(words, c.var.language)
    const item = (key: keyof typeof words): NavItem => ({ key, href: hrefs[key], label: w[key] })
    // Who is not signed in reads the public site, and finds the way back there from the pages to sign in and to verify.
    if (!c.var.visitor) {
      c.set('nav', c.var.house.keptBy ? [] : siteNav(c.var.language))
      return next()
    }
    const n = speak(notes, c.var.language)
    const behind = Object.entries(n).map(([key, note]) => ({ ...item(key as keyof typeof notes), note }))
    const items = open(c.var.visitor).map(item)
    c.set(
      'nav',
      items.map((one) => (one.key === 'administration' ? { ...one, parts: behind } : one)),
    )
    return next()
  }
}
