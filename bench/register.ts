/**
 * The register's pages, searches and filters at the size of one large university and of twenty: p50 and p95 in milliseconds and the
 * number of queries, each asked through the pages themselves, in one run.
 */
import { generate } from '#cast/generate.ts'
import { openRegister, type RegisterOffice } from '#test/support/register-office.ts'

const pages: Record<string, string> = {
  today: '/',
  partners: '/partners',
  partner: '/partners/PARTNER',
  'agreements under way': '/agreements',
  register: '/register',
  'register, page 20': '/register?page=20',
  'register, English word': '/register?q=photonics',
  'register, Chinese word': '/register?q=医学',
  'register, one word and a partner’s name': '/register?q=exchange alder',
  'register, ends within a year': '/register?standing=ending',
  'register, type, year and partner': '/register?kind=exchange&year=2023&partner=PARTNER',
  'register, unit': '/register?unit=Law',
  entry: '/register/ENTRY',
  contacts: '/contacts',
  'contacts, a name': '/contacts?q=zhiyuan ouyang',
  'contacts, in Chinese': '/contacts?q=欧阳志远',
  contact: '/contacts/PERSON',
}

async function measure(office: RegisterOffice, path: string) {
  await office.read(path)
  const times: number[] = []
  for (let i = 0; i < 40; i++) {
    const began = performance.now()
    await office.read(path)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { p50: times[20]!, p95: times[38]!, queries: await office.queries(path) }
}

const scales = process.argv.includes('--short') ? [0.1, 0.2] : [1, 20]
const figures: Record<string, Record<string, Awaited<ReturnType<typeof measure>>>> = {}
for (const scale of scales) {
  const office = await openRegister((tx) =>
    generate(tx, { scale, seed: 1, today: Temporal.PlainDate.from('2026-09-23') }),
  )
  try {
    for (const [name, path] of Object.entries(pages)) {
      const at = Object.entries(office.samples).reduce((p, [key, value]) => p.replace(key, value), path)
      figures[name] = { ...figures[name], [scale]: await measure(office, at) }
    }
  } finally {
    await office.close()
  }
}
const [small, large] = scales.map(String) as [string, string]
console.log(
  `${'page'.padEnd(42)}${`p50 ×${small}`.padStart(9)}${`p95 ×${small}`.padStart(9)}${`p50 ×${large}`.padStart(9)}${`p95 ×${large}`.padStart(9)}${'ratio'.padStart(7)}${'queries'.padStart(9)}`,
)
for (const [name, by] of Object.entries(figures)) {
  const [a, b] = [by[small]!, by[large]!]
  const cells = [a.p50, a.p95, b.p50, b.p95].map((ms) => ms.toFixed(1).padStart(9)).join('')
  const queries = a.queries === b.queries ? String(a.queries) : `${a.queries}/${b.queries}`
  console.log(`${name.padEnd(42)}${cells}${(b.p95 / a.p95).toFixed(1).padStart(7)}${queries.padStart(9)}`)
}
console.log(JSON.stringify({ bench: 'register', unit: 'ms', scales, figures }))
