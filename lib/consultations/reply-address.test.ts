import { randomUUID } from "node:crypto"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { provideEnv, readEnv } from "@/lib/platform/env"
import { type ReplyTo, readSignedAddress, replyAddress, signedAddress } from "./reply-address"

const inbound = { domain: "reply.example.org", secret: "for-tests-only-and-nowhere-else-0000" }
const kinds = ["consultation", "text", "thread", "meeting"] as const

const replies: fc.Arbitrary<ReplyTo> = fc.record({
  about: fc.record({ kind: fc.constantFrom(...kinds), id: fc.uuid() }),
  author: fc.oneof(fc.record({ personId: fc.uuid() }), fc.record({ guestId: fc.uuid() })),
})

describe("a reply address", () => {
  test("stands for what it was made for, in either case of its letters", () => {
    fc.assert(
      fc.property(replies, (to) => {
        const address = signedAddress(inbound, to)
        expect(readSignedAddress(inbound, address)).toEqual(to)
        expect(readSignedAddress(inbound, address.toUpperCase())).toEqual(to)
      }),
    )
  })

  test("fits what mail allows: 64 octets before the sign, letters and digits", () => {
    fc.assert(
      fc.property(replies, (to) => {
        expect(signedAddress(inbound, to)).toMatch(/^[a-z2-7]{64}@reply\.example\.org$/)
      }),
    )
  })

  test("is nobody's once a letter is changed", () => {
    const changes = fc.tuple(
      replies,
      fc.nat(63),
      fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz234567"),
    )
    fc.assert(
      fc.property(changes, ([to, place, letter]) => {
        const address = signedAddress(inbound, to)
        fc.pre(address[place] !== letter)
        const other = address.slice(0, place) + letter + address.slice(place + 1)
        expect(readSignedAddress(inbound, other)).toBeNull()
      }),
    )
  })

  test("is refused when signed with another secret, at another domain, or no address at all", () => {
    const to: ReplyTo = {
      about: { kind: "thread", id: randomUUID() },
      author: { personId: randomUUID() },
    }
    const address = signedAddress(inbound, to)
    expect(readSignedAddress({ ...inbound, secret: "another secret" }, address)).toBeNull()
    expect(readSignedAddress({ ...inbound, domain: "example.org" }, address)).toBeNull()
    for (const word of ["", "@", "@reply.example.org", "x@reply.example.org", address.slice(1)])
      expect(readSignedAddress(inbound, word)).toBeNull()
  })

  test("is given where the portal takes mail in, and nowhere else", () => {
    const to: ReplyTo = {
      about: { kind: "consultation", id: randomUUID() },
      author: { guestId: randomUUID() },
    }
    const own = {
      DATABASE_URL: "postgres://app:x@db.example.org/rapporteur",
      AUTH_URL: "https://rapporteur.example.org",
      AUTH_SECRET: inbound.secret,
      SMTP_URL: "smtp://mail.example.org",
    }
    const set = (more: object) =>
      provideEnv(readEnv({ ...own, ...more } as unknown as NodeJS.ProcessEnv, null))
    set({})
    expect(replyAddress(to)).toBeNull()
    set({ RAPPORTEUR_INBOUND_PORT: "2525", RAPPORTEUR_INBOUND_DOMAIN: inbound.domain })
    expect(replyAddress(to)).toBe(signedAddress(inbound, to))
  })
})
