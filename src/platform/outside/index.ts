/** Fetching from addresses strangers name: pages that mention us, lists that stand in certificates. */
export { type Fetched, fetchOutside, NotFetched, type Outside } from './fetch-outside.ts'
export { isPublicAddress } from './public-address.ts'
