/** What happens on stage by the clock. */
export { greetStages, type Tell } from './greet-stages.ts'
export { drawSlides } from './slides.ts'
