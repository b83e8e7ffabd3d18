/** The addresses of the people register. */
import { type Context, Hono } from 'hono'
import { putTogether } from '#src/platform/began-from.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { fragment, html, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { mayKeepPeople, requirePartnersOfficer, requirePartnersReader } from './access.ts'
import { likePeople, samePeople } from './alike-people.ts'
import { alikeList } from './alike-view.ts'
import { type ContactEditing, contactEditPage } from './contact-edit-page.ts'
import { emptyPerson, readContactForm } from './contact-form.ts'
import { contactPage } from './contact-page.ts'
import { contactList, contactsPage } from './contacts-page.ts'
import { beginPost, endPersonsPost, type OfficersPerson } from './move-person.ts'
import { postEnds } from './person.ts'
import { personRefusalWords } from './person-refusal-words.ts'
import type { PersonDetails } from './person-store.ts'
import type { NewPost } from './post-store.ts'
import { readContact } from './read-contact.ts'
import { partnerRefusalWords } from './refusal-words.ts'
import { addPerson, changedFields, changePerson, detailsOf } from './save-person.ts'
import { searchPeople } from './search-people.ts'

const shown = 50
const refusalWords = { ...partnerRefusalWords, ...personRefusalWords }

export function contactRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/contacts', async (c) => {
    const { visitor } = c.var
    requirePartnersReader(visitor)
    const typed = (c.req.query('q') ?? '').slice(0, 200)
    const found = await searchPeople(db, typed, { limit: shown + 1 })
    const view = { typed, found: found.slice(0, shown), more: found.length > shown, mayAdd: mayKeepPeople(visitor) }
    return c.req.query('part') === 'found' ? fragment(c, contactList(c, view)) : contactsPage(c, view)
  })

  app.get('/contacts/new', (c) => {
    requirePartnersOfficer(c.var.visitor)
    return contactEditPage(c, { id: null, details: emptyPerson, revision: 0 })
  })

  app.post('/contacts', async (c) => {
    const officer = requirePartnersOfficer(c.var.visitor)
    const values = await formValues(c)
    const details = readContactForm(values)
    const same = values.anyway === 'yes' ? [] : await samePeople(db, details)
    if (same.length > 0) return contactEditPage(c, { id: null, details, revision: 0, same })
    return saved(c, { id: null, details, revision: 0 }, () => addPerson(db, officer, { details, at: c.var.now }))
  })

  app.post('/contacts/alike', async (c) => {
    requirePartnersOfficer(c.var.visitor)
    const found = await likePeople(db, readContactForm(await formValues(c)))
    return fragment(c, html`${alikeList(found, c.var.language)}`)
  })

  app.get('/contacts/:id', async (c) =>
    contactPage(c, await readContact(db, c.var.visitor, c.req.param('id')), { done: c.req.query('done') === 'yes' }),
  )

  app.get('/contacts/:id/edit', async (c) => {
    const { person } = await holdContact(c, db)
    return contactEditPage(c, { id: person.id, details: detailsOf(person), revision: person.revision })
  })

  app.post('/contacts/:id', async (c) => {
    const held = await holdContact(c, db)
    const values = await formValues(c)
    const details = readContactForm(values)
    const { began } = values
    const revision = Number(values.revision) || 0
    return saved(c, await carriedOn(held, details, { revision, began }), async () => {
      await changePerson(db, held, { details, revision, at: c.var.now })
      return held.person.id
    })
  })

  app.post('/contacts/:id/posts', async (c) => {
    const post = newPost(await formValues(c))
    return done(c, db, (held) => beginPost(db, held, { post, at: c.var.now }))
  })

  app.post('/contacts/:id/posts/end', async (c) => {
    const { post = '', until = '', as } = await formValues(c)
    const how = postEnds.find((end) => end === as) ?? 'left'
    return done(c, db, (held) => endPersonsPost(db, held, { post, until, as: how, at: c.var.now }))
  })

  return app
}

async function holdContact(c: Context<WebEnv>, db: Db): Promise<OfficersPerson> {
  const officer = requirePartnersOfficer(c.var.visitor)
  const { person } = await readContact(db, officer, c.req.param('id') ?? '')
  return { officer, person }
}

/** The form as it comes back: after a colleague's save it is carried on from theirs, with what they saved beside what differs. */
async function carriedOn(
  { person }: OfficersPerson,
  details: PersonDetails,
  { revision, began }: { revision: number; began?: string },
): Promise<ContactEditing> {
  const stored = detailsOf(person)
  if (person.revision === revision) return { id: person.id, details, revision, stored }
  const merged = putTogether(began, details, stored)
  const differing = changedFields(person, details).map((field) => [field, stored[field]])
  return { id: person.id, details: merged, revision: person.revision, stored, theirs: Object.fromEntries(differing) }
}

async function saved(c: Context<WebEnv>, editing: ContactEditing, save: () => Promise<string>): Promise<Response> {
  try {
    return c.redirect(`/contacts/${await save()}?done=yes`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const text = refusalText(refusal, refusalWords, c.var.language)
    return contactEditPage(c, { ...editing, problem: { text, status: refusal.status } })
  }
}

async function done(c: Context<WebEnv>, db: Db, act: (held: OfficersPerson) => Promise<void>): Promise<Response> {
  const held = await holdContact(c, db)
  const { id } = held.person
  try {
    await act(held)
    return c.redirect(`/contacts/${id}?done=yes`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const text = refusalText(refusal, refusalWords, c.var.language)
    return contactPage(c, await readContact(db, c.var.visitor, id), { problem: { text, status: refusal.status } })
  }
}

function newPost(values: Partial<Record<string, string>>): NewPost {
  const of = (name: string) => (values[name] ?? '').trim().slice(0, 300)
  const rank = Math.min(999, Math.max(1, Math.round(Number(values.rank)) || 100))
  const pair = (name: string) => ({ en: of(`${name}_en`), zh: of(`${name}_zh`) })
  return { institution: of('institution'), title: pair('title'), unit: pair('unit'), rank, since: of('since') || null }
}
