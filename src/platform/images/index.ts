/** Photographs: reading them, making sizes without metadata, writing captions and credits into what is handed out. */
export { labelled, type PhotoLabel } from './labelled.ts'
export { type PhotoFacts, photoFacts } from './photo-facts.ts'
export { type Photo, type PhotoRefusal, readPhoto } from './read-photo.ts'
export { type Rendition, renditions } from './renditions.ts'
export { photoRefusalWords } from './words.ts'
