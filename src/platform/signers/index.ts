/** Where a signatory's key may be besides the node: in a file brought along, in a hardware module, with a remote service. */
export { type HardwareKey, hardwareSigner, ModuleFault } from './hardware-key.ts'
export { type Pkcs12, readPkcs12 } from './pkcs12.ts'
export { RemoteFault, type RemoteKey, remoteChain, remoteSigner } from './remote-key.ts'
