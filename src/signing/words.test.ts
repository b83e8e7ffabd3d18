import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import { refusalText } from '#src/platform/ui/index.ts'
import { mailWords, signingJournalWords, signingRefusalWords } from './words.ts'

const folder = new URL('./', import.meta.url)
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('-words.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')
const chinese = /\p{Script=Han}/u

test('every act noted in the journal has words in both languages', () => {
  const acts = [...sources.matchAll(/'(signing\.[a-z_]+)'/g)].map((m) => m[1]!)
  const noted = new Set([...sources.matchAll(/act: '(signing\.[a-z_]+)'/g)].map((m) => m[1]!))
  assert.ok(noted.size >= 5, `found only ${[...noted]}`)
  for (const kind of ['declined', 'withdrawn', 'lapsed', 'not_opened']) noted.add(`signing.${kind}`)
  for (const act of noted) assert.ok(Object.hasOwn(signingJournalWords, act), act)
  for (const known of Object.keys(signingJournalWords)) {
    assert.ok(noted.has(known) || acts.includes(known), `${known} is noted nowhere`)
  }
})

test('every refusal of the area has words, in Chinese in Chinese, with the details in them', () => {
  for (const reason of Object.keys(signingRefusalWords)) {
    const refusal = new Refusal(reason, { problems: ['bytes_differ'], fields: ['deadline'] })
    assert.ok(chinese.test(refusalText(refusal, signingRefusalWords, 'zh')), reason)
    assert.ok(!chinese.test(refusalText(refusal, signingRefusalWords, 'en')), reason)
  }
  const said = refusalText(
    new Refusal('revision_not_acceptable', { problems: ['bytes_differ'] }),
    signingRefusalWords,
    'en',
  )
  assert.match(said, /bytes_differ/)
})

test('the invitation names the agreement in the reader’s language, in the other where it has no title', () => {
  const subject = mailWords.signSubject({ en: 'Key Partnership', zh: '' })
  assert.match(subject.en, /Key Partnership/)
  assert.match(subject.zh, /Key Partnership/)
  assert.match(mailWords.signSubject({ en: 'X', zh: '协议' }).zh, /协议/)
})
