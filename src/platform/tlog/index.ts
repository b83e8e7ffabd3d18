/** Transparency logs as RFC 6962 and C2SP write them down. Knows nothing of universities or databases. */
export {
  type Checkpoint,
  type CheckpointFault,
  checkpointText,
  type OpenedCheckpoint,
  openCheckpoint,
  readCheckpointText,
  signCheckpoint,
} from './checkpoint.ts'
export { cosign, cosignature, cosignedAt } from './cosignature.ts'
export { emptyRoot, leafHash, nodeHash, sameHash } from './hashing.ts'
export {
  type AddEntries,
  type EntryPackage,
  formatAddEntries,
  formatMirrorInfo,
  type MirrorInfo,
  mirrorInfoType,
  packageRanges,
  readAddEntries,
  readMirrorInfo,
} from './mirror-wire.ts'
export {
  formatNote,
  type Note,
  type NoteSignature,
  readNote,
  readSignatureLine,
  readSignatureLines,
  signatureLine,
  signaturesBy,
} from './note.ts'
export {
  cosignatureV1,
  ed25519,
  isKeyName,
  isSignedBy,
  type NoteKey,
  type NoteSigner,
  noteKey,
  readVerifierKey,
  verifierKey,
} from './note-key.ts'
export { noteSigner } from './note-signer.ts'
export { formatPolicy, type Policy, PolicyError, type PolicyFault, readPolicy, satisfies } from './policy.ts'
export { formatProof, type Proof, type ProofFault, type ProvenEntry, readProof, verifyProof } from './proof-file.ts'
export { bundle, nodesOf, readBundle, readTilePath, type Tile, tilePath, tileWidth, widthIn } from './tiles.ts'
export {
  consistencyProof,
  grow,
  type HashedNode,
  inclusionProof,
  memoryTree,
  type Node,
  type ReadNodes,
  rootAt,
  subtreesOf,
  tileProof,
} from './tree.ts'
export { verifyConsistency, verifyInclusion, verifyTile } from './verify-proof.ts'
export { type AddCheckpoint, formatAddCheckpoint, readAddCheckpoint, sizeType } from './witness-wire.ts'
