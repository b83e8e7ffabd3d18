/** The environment of one node: read once, checked, typed. `docs/configuration.md` says the same to administrators. */
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import * as is from './config-checks.ts'

const text = z.string().trim().min(1, 'must not be empty')
const matching = (pattern: RegExp, allowed: string) => text.refine((value) => pattern.test(value), allowed)
const passing = (check: (value: string) => boolean, allowed: string) => text.refine(check, allowed)

const origin = 'must be an address without a path, such as https://chirograph.example.edu'
const colour = /^#[0-9a-f]{6}(,#[0-9a-f]{6})?$/i
const mailbox = /^([^<>]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/
const port = 'must be a number from 1 to 65535'

/** Every variable a node reads, with what is allowed. */
export const variables = {
  DATA: text.default('data'),
  DATABASE_URL: passing(is.isDatabaseUrl, 'must be postgres://user:password@host:port/database').optional(),
  HOST: matching(/^[\w.:-]+$/, 'must be the IP address or host name to listen on').default('127.0.0.1'),
  PORT: matching(/^\d{1,5}$/, port)
    .transform(Number)
    .pipe(z.number().min(1, port).max(65_535, port))
    .default(4100),
  PUBLIC_URL: passing(is.isPublicOrigin, `${origin} (http:// for localhost only)`).optional(),
  FEDERATION_URL: passing(is.isOrigin, origin).optional(),
  HOSTING_URL: passing(
    is.isHostingPattern,
    'must be an address with * for the partner, such as https://*.chirograph.example.edu (http:// for localhost only)',
  ).optional(),
  INSTITUTION_ROR: passing(is.isRor, 'must be a ROR id such as 00p991c53 (its last two digits check the others)'),
  INSTITUTION_NAME_EN: text,
  INSTITUTION_NAME_ZH: text.optional(),
  INSTITUTION_SHORT_EN: text.optional(),
  INSTITUTION_SHORT_ZH: text.optional(),
  INSTITUTION_COUNTRY: matching(/^[A-Z]{2}$/, 'must be the two letters of ISO 3166, such as CN or GB').default('ZZ'),
  ADMINISTRATOR_EMAIL: z.email('must be an e-mail address').optional(),
  TIME_ZONE: passing(is.isZone, 'must be an IANA zone such as Asia/Shanghai or Europe/London').default('UTC'),
  ACCENT: matching(colour, 'must be a colour #rrggbb, or two: for light and for dark, #rrggbb,#rrggbb').default(
    '#7a2630',
  ),
  CONTACT_ADDRESS_EN: text.optional(),
  CONTACT_ADDRESS_ZH: text.optional(),
  CONTACT_PHONE: text.optional(),
  CONTACT_EMAIL: z.email('must be an e-mail address').optional(),
  CONTACT_WEBSITE: passing(is.isWebAddress, 'must be a web address').optional(),
  SMTP_URL: passing(is.isSmtpUrl, 'must be smtp://user:password@host:port or smtps://…').optional(),
  MAIL_FROM: matching(mailbox, 'must be an address, or a name and an address: Office <office@example.edu>').optional(),
  OIDC_ISSUER: passing(is.isWebAddress, 'must be the web address of the issuer').optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  SECRET_KEY_FILE: text.optional(),
  KEY_ALGORITHM: z.enum(['rsa-3072', 'p-256'], 'must be rsa-3072 or p-256').default('rsa-3072'),
  HSM_MODULE: text.optional(),
  CSC_URL: passing(is.isPublicOrigin, `${origin} (http:// for localhost only)`).optional(),
  CSC_VERSION: z.enum(['1', '2'], 'must be 1 or 2').default('1'),
  WITNESS_URL: passing(is.isWebAddress, 'must be the witness’s submission address, without add-checkpoint').optional(),
  WITNESS_KEY: passing(
    is.isCosignerKey,
    'must be the witness’s verifier key: name+8 hexadecimal digits+base64',
  ).optional(),
  TIMESTAMP_URLS: passing(
    (value) => value.split(',').every(is.isWebAddress),
    'must be addresses that answer RFC 3161 requests, with commas between',
  ).optional(),
  TIMESTAMP_ROOTS_FILE: text.optional(),
  BBB_URL: passing(
    is.isWebAddress,
    'must be the address of the API: https://bbb.example.edu/bigbluebutton/api',
  ).optional(),
  BBB_SECRET_FILE: text.optional(),
  JITSI_URL: passing(is.isWebAddress, 'must be the address of the server: https://meet.example.edu').optional(),
  JITSI_APP_ID: text.optional(),
  JITSI_SECRET_FILE: text.optional(),
  MEETING_OPENS: matching(/^\d{1,4}$/, 'must be a number of minutes')
    .transform(Number)
    .default(30),
  APPROVAL_STEPS: matching(/^[a-z]\w*(,[a-z]\w*)*$/, 'must be names with commas between: legal,vice_president').default(
    'legal',
  ),
}

const schema = z.object(variables).superRefine((env, context) => {
  const needs = (name: keyof typeof env, missing: keyof typeof env) => {
    if (env[name] !== undefined && env[missing] === undefined)
      context.addIssue({ code: 'custom', path: [missing], message: `must be set, because ${name} is` })
  }
  needs('OIDC_ISSUER', 'OIDC_CLIENT_ID')
  needs('OIDC_CLIENT_ID', 'OIDC_ISSUER')
  needs('OIDC_CLIENT_SECRET', 'OIDC_ISSUER')
  needs('SMTP_URL', 'MAIL_FROM')
  needs('WITNESS_URL', 'WITNESS_KEY')
  needs('WITNESS_KEY', 'WITNESS_URL')
  needs('TIMESTAMP_URLS', 'TIMESTAMP_ROOTS_FILE')
  needs('TIMESTAMP_ROOTS_FILE', 'TIMESTAMP_URLS')
  needs('BBB_URL', 'BBB_SECRET_FILE')
  needs('BBB_SECRET_FILE', 'BBB_URL')
  needs('JITSI_APP_ID', 'JITSI_SECRET_FILE')
  needs('JITSI_SECRET_FILE', 'JITSI_APP_ID')
  needs('JITSI_APP_ID', 'JITSI_URL')
})

export type Config = ReturnType<typeof readConfig>

/**
 * Reads and checks the environment. An empty variable counts as not set.
 * @throws CannotStart naming every wrong variable and what it may be, never its value
 */
export function readConfig(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const { data: env, error } = schema.safeParse(given)
  if (!env) throw new CannotStart(['The configuration is not right:', ...problems(error.issues)].join('\n'))
  return shape(env)
}

function problems(issues: z.core.$ZodIssue[]): string[] {
  return issues.map((issue) => {
    const missing = issue.code === 'invalid_type'
    return `  ${issue.path.join('.')} ${missing ? 'must be set' : issue.message}`
  })
}

const bare = (address: string) => new URL(address).origin

function shape(env: z.output<typeof schema>) {
  const data = resolve(env.DATA)
  const publicUrl = bare(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`)
  const [light = '', dark = light] = env.ACCENT.toLowerCase().split(',')
  return {
    data,
    databaseUrl: env.DATABASE_URL ?? null,
    host: env.HOST,
    port: env.PORT,
    publicUrl,
    /** Where other nodes reach this one. */
    federationUrl: env.FEDERATION_URL ? bare(env.FEDERATION_URL) : publicUrl,
    /** Addresses of the nodes we run for partners without one, with * for the partner; null where we run none. */
    hostingUrl: env.HOSTING_URL?.replace(/\/$/, '').toLowerCase() ?? null,
    institution: institutionOf(env),
    /** Gets the first account of an empty node. */
    administratorEmail: env.ADMINISTRATOR_EMAIL ?? null,
    zone: env.TIME_ZONE,
    /** How the public site says the university can be reached. */
    contact: contactOf(env),
    accent: { light, dark },
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? null,
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID
        ? { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, clientSecret: env.OIDC_CLIENT_SECRET ?? null }
        : null,
    secretKeyFile: env.SECRET_KEY_FILE ? resolve(env.SECRET_KEY_FILE) : join(data, 'secret.key'),
    keyAlgorithm: env.KEY_ALGORITHM,
    keySources: keySourcesShape(env),
    /** A witness of our log that belongs to neither partner. */
    witness: env.WITNESS_URL && env.WITNESS_KEY ? { url: env.WITNESS_URL, key: env.WITNESS_KEY } : null,
    timestamps: timestampsOf(env),
    meetings: meetingsShape(env),
    approvalSteps: env.APPROVAL_STEPS.split(','),
  }
}

/** Authorities that time-stamp signatures; without any, the partner's node does. */
function timestampsOf({ TIMESTAMP_URLS: urls, TIMESTAMP_ROOTS_FILE: file }: z.output<typeof schema>) {
  return urls && file ? { urls: urls.split(','), rootsFile: resolve(file) } : null
}

function institutionOf(env: z.output<typeof schema>) {
  const { INSTITUTION_NAME_EN: en, INSTITUTION_NAME_ZH: zh } = env
  const short = env.INSTITUTION_SHORT_EN ?? en
  return {
    ror: env.INSTITUTION_ROR,
    /** ISO 3166; ZZ, which it leaves to users, where it was not said. */
    country: env.INSTITUTION_COUNTRY,
    name: { en, zh: zh ?? en },
    short: { en: short, zh: env.INSTITUTION_SHORT_ZH ?? zh ?? short },
  }
}

/** Where keys of office-holders may be besides this node. */
function keySourcesShape({ HSM_MODULE: module, CSC_URL: url, CSC_VERSION }: z.output<typeof schema>) {
  const version = CSC_VERSION === '2' ? (2 as const) : (1 as const)
  return { ...(module && { module }), ...(url && { service: { url: bare(url), version } }) }
}

/** The university's meeting servers; what they share with us lies in files. */
function meetingsShape(env: z.output<typeof schema>) {
  const bare = (address: string) => address.replace(/\/+$/, '')
  const tokens =
    env.JITSI_APP_ID && env.JITSI_SECRET_FILE
      ? { appId: env.JITSI_APP_ID, secretFile: resolve(env.JITSI_SECRET_FILE) }
      : null
  return {
    bigBlueButton:
      env.BBB_URL && env.BBB_SECRET_FILE ? { url: bare(env.BBB_URL), secretFile: resolve(env.BBB_SECRET_FILE) } : null,
    jitsi: env.JITSI_URL ? { url: bare(env.JITSI_URL), tokens } : null,
    opensBefore: env.MEETING_OPENS,
  }
}

function contactOf(env: z.output<typeof schema>) {
  const { CONTACT_ADDRESS_EN: en, CONTACT_ADDRESS_ZH: zh } = env
  return {
    ...((en || zh) && { address: { en: en ?? zh ?? '', zh: zh ?? en ?? '' } }),
    ...(env.CONTACT_PHONE && { phone: env.CONTACT_PHONE }),
    ...(env.CONTACT_EMAIL && { email: env.CONTACT_EMAIL }),
    ...(env.CONTACT_WEBSITE && { website: env.CONTACT_WEBSITE }),
  }
}

/** The configuration in lines for the log, one `name: value` each; what is secret is only said to be there. */
export function describe(config: Config): string[] {
  const { oidc, databaseUrl, smtpUrl, ...open } = config
  const hidden = {
    ...open,
    databaseUrl: databaseUrl && withoutPassword(databaseUrl),
    smtpUrl: smtpUrl && withoutPassword(smtpUrl),
    oidc: oidc && { ...oidc, clientSecret: oidc.clientSecret && '(set)' },
  }
  return Object.entries(hidden).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
}

/** Passwords stand before the @, or in the query (`?password=`, `?sslpassword=`), of which nothing is shown. */
function withoutPassword(address: string): string {
  const url = new URL(address)
  return `${url.protocol}//${url.username ? `${url.username}@` : ''}${url.host}${url.pathname}`
}
