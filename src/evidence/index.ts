/** The front door of the evidence area. */
export { buildPackage } from './build-package.ts'
export { type FileVerdict, type PackageVerdict, packageProblems } from './package-verdict.ts'
export { problemCodes } from './package-view.ts'
export { packageProblemWords } from './package-words.ts'
export type { EvidenceParts } from './parts.ts'
export { evidenceRoutes } from './routes.ts'
export { type Trust, verifyFile, verifyPackage } from './verify-package.ts'
export { evidenceRefusalWords } from './words.ts'
