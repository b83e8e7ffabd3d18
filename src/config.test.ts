import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { describe, readConfig, variables } from './config.ts'
import { readSecretKey } from './secret-key.ts'

const least = { INSTITUTION_ROR: '026zzn846', INSTITUTION_NAME_EN: 'Queen Mary University of London' }

test('the least configuration is filled up with defaults', () => {
  const config = readConfig({ ...least, DATA: '/srv/node', SMTP_URL: ' ' })
  assert.equal(config.publicUrl, 'http://localhost:4100')
  assert.equal(config.federationUrl, 'http://localhost:4100')
  assert.equal(config.secretKeyFile, '/srv/node/secret.key')
  assert.equal(config.institution.name.zh, 'Queen Mary University of London')
  assert.deepEqual([config.smtpUrl, config.oidc, config.databaseUrl], [null, null, null])
})

test('all wrong values are named at once, with what is allowed and without the value', () => {
  const wrong = {
    PORT: '70000',
    TIME_ZONE: 'CST',
    INSTITUTION_ROR: '026zzn847',
    DATABASE_URL: 'mysql://root:hunter2@db/x',
    PUBLIC_URL: 'http://chirograph.example.edu',
    SMTP_URL: 'smtp://localhost',
    KEY_ALGORITHM: 'rsa-1024',
    OIDC_CLIENT_SECRET: 'hunter2',
  }
  assert.throws(
    () => readConfig(wrong),
    (error: Error) => {
      const lines = error.message.split('\n').slice(1)
      assert.deepEqual(lines.sort(), [
        '  DATABASE_URL must be postgres://user:password@host:port/database',
        '  INSTITUTION_NAME_EN must be set',
        '  INSTITUTION_ROR must be a ROR id such as 00p991c53 (its last two digits check the others)',
        '  KEY_ALGORITHM must be rsa-3072 or p-256',
        '  PORT must be a number from 1 to 65535',
        '  PUBLIC_URL must be an address without a path, such as https://chirograph.example.edu (http:// for localhost only)',
        '  TIME_ZONE must be an IANA zone such as Asia/Shanghai or Europe/London',
      ])
      return true
    },
  )
  assert.throws(() => readConfig({ ...least, OIDC_ISSUER: 'https://id.example.edu', SMTP_URL: 'smtp://localhost' }), {
    message: /OIDC_CLIENT_ID must be set, because OIDC_ISSUER is\n {2}MAIL_FROM must be set, because SMTP_URL is$/,
  })
})

for (const [name, good, bad] of [
  [
    'PUBLIC_URL',
    ['https://a.edu', 'http://hust.localhost:4101', 'http://127.0.0.1:1'],
    ['https://a.edu/x', 'a.edu', 'ftp://a.edu'],
  ],
  ['TIME_ZONE', ['Asia/Shanghai', 'Europe/London', 'UTC'], ['+08:00', 'Asia/Wuhan', 'GMT', 'PRC']],
  ['INSTITUTION_COUNTRY', ['CN', 'GB'], ['cn', 'GBR', '中国']],
  ['PORT', ['1', '65535'], ['0', '4100.5', '-1', 'http']],
  ['ACCENT', ['#7a2630', '#7A2630,#ffffff'], ['red', '#fff']],
  ['MAIL_FROM', ['a@b.edu', '国际处 <a@b.edu>'], ['a', '<a@b.edu', 'a@b.edu, c@d.edu']],
  ['APPROVAL_STEPS', ['legal', 'legal,vice_president'], ['Legal', 'legal,,vice', 'legal;vice']],
  ['INSTITUTION_ROR', ['00p991c53', '052gg0110'], ['https://ror.org/00p991c53', '00p991c5', '00p991c54', '00P991C53']],
] as const)
  test(`${name}: what is right and what is not`, () => {
    for (const value of good) readConfig({ ...least, [name]: value })
    for (const value of bad)
      assert.throws(() => readConfig({ ...least, [name]: value }), new RegExp(`^[^]*  ${name} must`), value)
  })

test('a third witness is an address and a key that cosigns, both or neither', () => {
  const address = { ...least, WITNESS_URL: 'https://witness.example/submit' }
  const key = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'
  assert.deepEqual(readConfig({ ...address, WITNESS_KEY: key }).witness, { url: address.WITNESS_URL, key })
  assert.equal(readConfig(least).witness, null)
  assert.throws(() => readConfig(address), /WITNESS_KEY must be set, because WITNESS_URL is/)
  // A key that signs logs instead of cosigning them, and one whose id is another's.
  const signing = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
  for (const wrong of [signing, key.replace('da77', 'da78')])
    assert.throws(() => readConfig({ ...address, WITNESS_KEY: wrong }), /WITNESS_KEY must be the witness/)
})

test('time-stamping authorities are addresses and the roots they go back to, both or neither', () => {
  const urls = 'https://tsa.example/stamp,http://tsa.example.edu:318/tsa'
  const both = { ...least, TIMESTAMP_URLS: urls, TIMESTAMP_ROOTS_FILE: '/etc/roots.pem' }
  assert.deepEqual(readConfig(both).timestamps, { urls: urls.split(','), rootsFile: '/etc/roots.pem' })
  assert.equal(readConfig(least).timestamps, null)
  assert.throws(() => readConfig({ ...both, TIMESTAMP_ROOTS_FILE: '' }), /TIMESTAMP_ROOTS_FILE must be set/)
  assert.throws(() => readConfig({ ...both, TIMESTAMP_URLS: `${urls},tsa` }), /TIMESTAMP_URLS must be addresses/)
})

test('the description keeps secrets', () => {
  const lines = describe(
    readConfig({
      ...least,
      DATABASE_URL: 'postgres://node:hunter2@db/chirograph?sslpassword=hunter2',
      SMTP_URL: 'smtps://office:hunter2@mail.example.edu',
      MAIL_FROM: 'office@example.edu',
      OIDC_ISSUER: 'https://id.example.edu/realms/staff',
      OIDC_CLIENT_ID: 'chirograph',
      OIDC_CLIENT_SECRET: 'hunter2',
    }),
  ).join('\n')
  assert.doesNotMatch(lines, /hunter2/)
  assert.match(lines, /databaseUrl: postgres:\/\/node@db\/chirograph\n/)
  assert.match(lines, /"clientSecret":"\(set\)"/)
})

test('docs/configuration.md lists exactly the variables that are read', () => {
  const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'configuration.md'), 'utf8')
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  assert.deepEqual(listed, Object.keys(variables))
})

test('the secret key is made once, for the owner alone, and read again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secret-'))
  const file = join(folder, 'new', 'secret.key')
  const key = readSecretKey(file)
  assert.equal(key.length, 32)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.deepEqual(readSecretKey(file), key)
  writeFileSync(file, 'not a key')
  assert.throws(() => readSecretKey(file), /must hold 64 hexadecimal digits/)
  rmSync(folder, { recursive: true })
})
