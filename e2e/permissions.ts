import type { APIRequestContext } from "@playwright/test"
import { addresses } from "@/lib/policy/addresses"
import { fillAddress } from "./support/addresses"
import { cast, isAllowed, type Who } from "./support/cast"
import { enter } from "./support/sessions"
import { expect, test } from "./support/test"

const draft = 59
const published = 58

/** Addresses that answer a GET otherwise than the table says, and why. */
const elsewhere: Record<string, string> = {
  "/[locale]/[...rest]": "whatever no page stands for: 404 for everybody",
  "/[locale]/missing": "the words of every 404, and itself one",
  "/api/auth/confirm": "only takes the form of the page before it",
  "/api/auth/callback/email": "leads back to the page with the button when nobody pressed it",
  "/[locale]/desk/[group]/meetings/[meeting]/minutes/exchange": "only takes what is posted",
  "/[locale]/desk/[group]/documents/[document]/write/exchange": "only takes what is posted",
  "/[locale]/unsubscribe/one-click":
    "takes what a mail program posts, and leads a browser to the page",
  "/[locale]/[group]/consultations/[consultation]/take-part/one-click":
    "takes what a mail program posts, and leads a browser to the page",
  "/[locale]/[group]/consultations/[consultation]/take-part/drafts":
    "only takes what is posted: see keeps-drafts.ts",
  "/[locale]/desk/[group]/comments/threads": "speaks of the text in its query: see comments.ts",
  "/[locale]/desk/[group]/comments/passages":
    "speaks of the text in its query: see comments-on-a-passage.ts",
  "/[locale]/desk/[group]/comments/arrivals": "a line that does not end: see comments.ts",
  "/[locale]/desk/[group]/comments/drafts": "only takes what is posted: see comments.ts",
  "/[locale]/desk/[group]/mapping/[mandate]/cells":
    "only takes what is posted: see edits-the-mapping-together.ts",
  "/[locale]/desk/[group]/mapping/[mandate]/rows":
    "only takes what is posted: see edits-the-mapping-together.ts",
  "/[locale]/desk/[group]/mapping/[mandate]/changes":
    "a line that does not end: see edits-the-mapping-together.ts",
  "/[locale]/[group]/join/[token]": "needs the token of a mailed link",
}

/** Read by script, which cannot be led to sign-in: somebody unknown gets the status of the refusal. */
const forScript = new Set([
  "/[locale]/desk/[group]/meetings/[meeting]/minutes/room",
  "/[locale]/desk/[group]/meetings/[meeting]/minutes/check",
  "/[locale]/desk/[group]/import/[batch]/progress",
  "/[locale]/desk/[group]/mapping/[mandate]/table",
])

async function statusOf(request: APIRequestContext, address: string, cookie: string | null) {
  const answer = await request.get(address, { maxRedirects: 0, headers: cookie ? { cookie } : {} })
  const led = answer.headers().location ?? ""
  return led.includes("/sign-in?") ? "sign-in" : answer.status()
}

test("every address answers every kind of reader as the policy says, drafts and published", async ({
  playwright,
  portal,
}) => {
  test.setTimeout(360_000)
  const inside = await enter(portal)
  const request = await playwright.request.newContext({ baseURL: portal.origin })
  const draftId = await inside.meetingId(draft)
  const publishedId = await inside.meetingId(published)
  const subjects = await inside.subjects()
  const cookies = new Map<Who, string | null>()
  for (const [who, { email }] of Object.entries(cast)) {
    cookies.set(who as Who, email ? await inside.cookieOf(email) : null)
  }

  const found: string[] = []
  for (const [pattern, action] of Object.entries(addresses)) {
    if (pattern in elsewhere) continue
    const targets = pattern.includes("[meeting]") ? [draftId, publishedId] : [draftId]
    for (const target of targets) {
      const address = fillAddress(pattern, { ...subjects, number: published, meeting: target })
      for (const who of Object.keys(cast) as Who[]) {
        const link = who === "guest" ? `?token=${subjects.token}` : ""
        const status = await statusOf(request, address + link, cookies.get(who) ?? null)
        const inGroup = pattern.includes("[group]")
        const expected = isAllowed(who, action, {
          ofDraft: pattern.includes("[meeting]") && target === draftId,
        })
          ? [200, 307, 308]
          : cast[who].email === null
            ? [forScript.has(pattern) ? 401 : "sign-in"]
            : who === "outsider" && inGroup
              ? [404]
              : [403]
        if (!(expected as unknown[]).includes(status))
          found.push(`${who} at ${address}: ${status}, expected ${expected}`)
      }
    }
  }
  expect(found).toEqual([])

  // The draft's public address does not exist, for nobody.
  for (const cookie of cookies.values()) {
    expect(await statusOf(request, `/wg-strategy/meetings/${draft}`, cookie)).toBe(404)
    expect(await statusOf(request, `/wg-strategy/meetings/${draft}/v1`, cookie)).toBe(404)
    for (const file of ["report.pdf", "v1/report.pdf", "v1/report.json"])
      expect(await statusOf(request, `/wg-strategy/meetings/${draft}/${file}`, cookie)).toBe(404)
  }
  // On the desk a meeting is led to by its number as well as by its id.
  const cookie = await inside.cookieOf(cast["co-chair"].email)
  const astray: string[] = []
  for (const number of [draft, published]) {
    const id = await inside.meetingId(number)
    for (const pattern of Object.keys(addresses)) {
      if (!pattern.includes("[meeting]") || pattern in elsewhere) continue
      const statusAs = (meeting: string) =>
        statusOf(request, fillAddress(pattern, { ...subjects, number, meeting }), cookie)
      const [byId, byNumber] = [await statusAs(id), await statusAs(String(number))]
      if (byId !== byNumber || byId === 404) astray.push(`${pattern} of ${number}: ${byNumber}`)
    }
  }
  expect(astray).toEqual([])
  await request.dispose()
  await inside.leave()
})

test("the public side gives nothing of a draft away, however it is asked", async ({
  playwright,
  portal,
}) => {
  const request = await playwright.request.newContext({ baseURL: portal.origin })
  const secrets = [
    "calls.example.org",
    "@example.org",
    "second draft has a responsible body",
    "Yumi Vandersteen, ",
  ]
  const asked: Record<string, string>[] = [
    {},
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-state-tree": encodeURIComponent('["",{}]') },
    { accept: "application/json" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-forwarded-host": "elsewhere.example.org" },
  ]
  const pages = [
    "/",
    "/wg-strategy",
    "/wg-strategy/meetings",
    "/wg-strategy/meetings/58",
    "/wg-strategy/meetings/58/v1/report.txt",
    "/wg-strategy/meetings/58/v1/report.json",
    "/wg-strategy/meetings/59",
    "/wg-strategy/meetings/60",
    "/wg-strategy/calendar.ics",
    "/fr/wg-strategy",
  ]
  for (const page of pages) {
    for (const headers of asked) {
      for (const query of ["", "?_rsc=1abcd"]) {
        const answer = await request.get(page + query, { headers, maxRedirects: 0 })
        const text = await answer.text()
        for (const secret of secrets) {
          expect
            .soft(
              text.includes(secret),
              `${secret} in ${page}${query} with ${JSON.stringify(headers)}`,
            )
            .toBe(false)
        }
        expect.soft(answer.headers()["set-cookie"], `cookie from ${page}`).toBeUndefined()
      }
    }
  }
  await request.dispose()
})
