/** A certificate of one's own from the form: read, put in order, and tried, before anybody is asked to confirm it. */
import { certificatesOf } from '#src/platform/keys/index.ts'
import { RemoteFault, readPkcs12, remoteChain } from '#src/platform/signers/index.ts'
import type { ChosenSigner } from './choose-signer.ts'
import type { KeyHouse } from './house.ts'
import { orderedChain, ownDetail, ownSigner, trySigner } from './own-certificate.ts'
import type { KeyProposal } from './propose-key-act.ts'
import { refuseKeys } from './refusals.ts'

export interface OwnForm {
  kind: string
  reason: string
  file: Uint8Array
  passphrase: string
  token: string
  id: string
  pin: string
  credential: string
  clientId: string
  clientSecret: string
}

/** @throws Refusal naming what is wrong; nothing is proposed then */
export async function readOwnCertificate(house: KeyHouse, form: OwnForm): Promise<Omit<KeyProposal, 'at'>> {
  const chosen = await read(house, form)
  const { chain, secret } = chosen
  await trySigner(ownSigner(house, chain, secret), chain.certificate)
  const detail = ownDetail(secret.kind, chain)
  return { kind: 'choose_signer', about: detail.name, reason: form.reason, detail, secret: JSON.stringify(chosen) }
}

async function read(house: KeyHouse, form: OwnForm): Promise<ChosenSigner> {
  if (form.kind === 'pkcs12') return fromFile(form)
  if (form.kind === 'pkcs11') return fromModule(form)
  if (form.kind === 'csc') return fromService(house, form)
  return refuseKeys('key_act_unknown', {}, 422)
}

function fromFile({ file, passphrase }: OwnForm): ChosenSigner {
  try {
    const { privateKeyPem, certificatePem, chain } = readPkcs12(file, passphrase)
    return { chain: orderedChain(certificatePem, chain), secret: { kind: 'pkcs12', privateKeyPem } }
  } catch (problem) {
    if (problem instanceof Error && problem.constructor === Error) return refuseKeys('own_file_unreadable', {}, 422)
    throw problem
  }
}

/** The certificates come as PEM: the signatory's first, its root last. */
function fromModule({ file, token, id, pin }: OwnForm): ChosenSigner {
  const [leaf, ...others] = certificatesOf(Buffer.from(file).toString('latin1'))
  if (!leaf || !token || !/^([0-9a-f]{2})+$/i.test(id)) return refuseKeys('own_fields_missing', {}, 422)
  return { chain: orderedChain(leaf, others), secret: { kind: 'pkcs11', token, id, pin } }
}

async function fromService({ sources }: KeyHouse, form: OwnForm): Promise<ChosenSigner> {
  const service = sources?.service ?? refuseKeys('keys_not_configured', {}, 422)
  const { credential, clientId, clientSecret, pin } = form
  if (!credential || !clientId) return refuseKeys('own_fields_missing', {}, 422)
  const secret = { kind: 'csc' as const, credential, clientId, clientSecret, pin }
  try {
    const [leaf, ...others] = (await remoteChain({ ...secret, ...service, patience: 20_000 })).map(pemOf)
    return { chain: orderedChain(leaf!, others), secret }
  } catch (problem) {
    if (problem instanceof RemoteFault) return refuseKeys('own_key_does_not_sign', { why: problem.message }, 422)
    throw problem
  }
}

const pemOf = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')}\n-----END CERTIFICATE-----`
