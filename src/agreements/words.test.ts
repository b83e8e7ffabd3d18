import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fieldsWords, fieldWords } from './field-words.ts'
import { agreementJournalWords, agreementRefusalWords, mailWords } from './words.ts'

describe('where something is, in words', () => {
  const cases: [string, string, string][] = [
    ['clauses[2].body.zh', 'clause 2, Chinese text', '第2条，中文正文'],
    ['clauses.1.body.zh', 'clause 2, Chinese text', '第2条，中文正文'],
    ['clauses[3].heading.en', 'clause 3, English heading', '第3条，英文条目标题'],
    ['clauses[4]', 'clause 4', '第4条'],
    ['title.zh', 'Chinese title', '中文标题'],
    ['seats[1].title.en', 'seat 1, English title held', '第1个签署席位，英文职务'],
    ['seats[2].name.native', 'seat 2, name, in native script', '第2个签署席位，姓名，本国文字'],
    ['typesetter.version', 'typesetter, version', '排版程序，版本'],
  ]
  for (const [path, en, zh] of cases) {
    test(path, () => assert.deepEqual([fieldWords(path, 'en'), fieldWords(path, 'zh')], [en, zh]))
  }

  test('a university is called by its name where it is known', () => {
    const names = { '026zzn846': { en: 'Queen Mary', zh: '玛丽女王' } }
    assert.equal(fieldWords('seats of 026zzn846', 'en', names), 'a seat for Queen Mary')
    assert.equal(fieldWords('seats of 026zzn846', 'zh', names), '玛丽女王的签署席位')
  })

  test('several are one list, each once', () => {
    assert.equal(fieldsWords(['title.en', 'title.en', 'clauses[1]'], 'en'), 'English title; clause 1')
  })
})

test('every act this area notes has words in both languages', () => {
  const noted = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
    .filter((source) => source.includes('record('))
    .flatMap(
      (source) => source.match(/(?<=\bact: [^,\n]*)'agreement\.[a-z_]+'|(?<=[?:] )'agreement\.[a-z_]+(?=')/g) ?? [],
    )
    .map((act) => act.replaceAll("'", ''))
  const known = Object.keys(agreementJournalWords)
  assert.ok(noted.length >= 18, `found only ${noted.length}`)
  assert.deepEqual([...new Set(noted)].sort(), known.sort())
})

test('a refusal says where and who, in the reader’s language', () => {
  const said = agreementRefusalWords.text_incomplete
  const details = { fields: ['clauses[2].body.zh'] }
  const told = (['en', 'zh'] as const).map((l) => (said[l] as (d: typeof details) => string)(details))
  assert.match(told[0]!, /^Still missing: clause 2, Chinese text\. /)
  assert.match(told[1]!, /^以下内容尚未填写：第2条，中文正文。/)
})

test('mails name the agreement in either language, even where it has a title in one only', () => {
  const title = { en: '', zh: '重点合作伙伴协议' }
  assert.match(mailWords.turnSubject(title).en, /重点合作伙伴协议/)
  assert.match(mailWords.turnSubject(title).zh, /《重点合作伙伴协议》/)
  assert.match(mailWords.reopenedText(title, 'The term is wrong').zh, /The term is wrong/)
})
