/**
 * A key in a hardware module (PKCS#11), reached through OpenSC's `pkcs11-tool`: a program of its own, so that a vendor's library that
 * crashes takes no node with it, and nothing has to be compiled when the node is installed.
 */
import { spawn } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Signer } from '#src/platform/pades/index.ts'

export interface HardwareKey {
  /** The vendor's library, as the operator named it in the node's configuration. */
  module: string
  token: string
  /** The key's id in the token, hex. */
  id: string
  pin: string
  /** Milliseconds to wait for the module. */
  patience: number
}

/** What went wrong with the module, for the administrator; never the PIN. */
export class ModuleFault extends Error {}

/** DER of `DigestInfo` for SHA-256, up to the hash: what RSASSA-PKCS1-v1_5 signs. */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex')

export function hardwareSigner(key: HardwareKey, chain: Uint8Array[]): Signer {
  return {
    chain,
    sign: (data) => {
      const hash = createHash('sha256').update(data).digest()
      const isRsa = new X509Certificate(chain[0]!).publicKey.asymmetricKeyType === 'rsa'
      return isRsa
        ? signIn(key, Buffer.concat([digestInfo, hash]), ['--mechanism', 'RSA-PKCS'])
        : signIn(key, hash, ['--mechanism', 'ECDSA', '--signature-format', 'openssl'])
    },
  }
}

async function signIn(key: HardwareKey, input: Uint8Array, how: string[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'chirograph-sign-'))
  try {
    const [from, to] = [join(folder, 'in'), join(folder, 'out')]
    await writeFile(from, input, { mode: 0o600 })
    const where = ['--module', key.module, '--token-label', key.token, '--id', key.id]
    await run(['--sign', ...where, '--login', '--pin', 'env:CHIROGRAPH_PIN', ...how, '-i', from, '-o', to], key)
    return new Uint8Array(await readFile(to))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The PIN goes by the environment: arguments are for all to see. */
async function run(args: string[], { pin, patience }: HardwareKey): Promise<void> {
  const env = { ...process.env, CHIROGRAPH_PIN: pin }
  const program = spawn('pkcs11-tool', args, { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: patience })
  let said = ''
  program.stderr.on('data', (data) => {
    said = (said + data).slice(0, 2000)
  })
  const code = await new Promise((done, fail) => {
    program.once('error', (problem: NodeJS.ErrnoException) =>
      fail(
        new ModuleFault(problem.code === 'ENOENT' ? 'pkcs11-tool (package opensc) is not installed' : problem.message),
      ),
    )
    program.once('close', done)
  })
  if (code !== 0) throw new ModuleFault(`the module did not sign: ${said.split(pin).join('…').trim()}`)
}
