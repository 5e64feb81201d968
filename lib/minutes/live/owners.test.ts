import fc from "fast-check"
import { expect, test } from "vitest"
import * as Y from "yjs"
import type { Named } from "../model"
import { joinOwners, ownersApart } from "./owners"

const person = (name: string): Named => ({ personId: null, name })
const names = (doc: Y.Doc) =>
  ((action(doc).getAttribute("owners") ?? []) as unknown as Named[]).map(({ name }) => name)
const action = (doc: Y.Doc) => doc.getXmlFragment("opening").get(0) as Y.XmlElement
const set = (doc: Y.Doc, ...owners: string[]) =>
  action(doc).setAttribute("owners", owners.map(person) as never)

/** A server with one action, and two who have it and have not heard of each other since. */
function scene(...owners: string[]) {
  const server = new Y.Doc({ gc: false })
  server.getXmlFragment("opening").push([new Y.XmlElement("action")])
  set(server, ...owners)
  server.on("afterTransaction", (transaction: Y.Transaction) =>
    joinOwners(server, ownersApart(transaction), "portal"),
  )
  const copy = () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    return doc
  }
  const send = (doc: Y.Doc) => {
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)))
  }
  return { server, one: copy(), other: copy(), send }
}

test("two who set the owners of an action at once have both theirs", () => {
  const { server, one, other, send } = scene("Ilva")
  set(one, "Ilva", "Samir")
  set(other, "Ilva", "Noor")
  send(one)
  send(other)
  expect(names(server).sort()).toEqual(["Ilva", "Noor", "Samir"])
})

test("who is taken away by one while the other adds somebody is gone, and nobody else", () => {
  const { server, one, other, send } = scene("Ilva", "Tomas")
  set(one, "Tomas")
  set(other, "Ilva", "Tomas", "Noor")
  send(one)
  send(other)
  expect(names(server).sort()).toEqual(["Noor", "Tomas"])
})

test("whoever saw what stood there decides alone", () => {
  const { server, one, other, send } = scene("Ilva")
  set(one, "Samir")
  send(one)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(server))
  set(other, "Noor")
  set(other, "Noor", "Tomas")
  send(other)
  expect(names(server)).toEqual(["Noor", "Tomas"])
})

test("whatever the lists, in whichever order, on two servers: everybody who was added is there, and both agree", () => {
  const some = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 5 })
  fc.assert(
    fc.property(
      some,
      fc.array(some, { maxLength: 3 }),
      some,
      fc.boolean(),
      (base, mine, theirs, turn) => {
        const { server, one, other, send } = scene(...base)
        // Another server, which hears in the other order what both wrote.
        const second = new Y.Doc({ gc: false })
        Y.applyUpdate(second, Y.encodeStateAsUpdate(server))
        second.on("afterTransaction", (transaction: Y.Transaction) =>
          joinOwners(second, ownersApart(transaction), "portal"),
        )
        for (const owners of mine) set(one, ...owners)
        set(other, ...theirs)
        const writers = turn ? [one, other] : [other, one]
        for (const doc of writers) send(doc)
        for (const doc of writers.reverse())
          Y.applyUpdate(second, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(second)))
        for (let round = 0; round < 3; round++) {
          Y.applyUpdate(second, Y.encodeStateAsUpdate(server, Y.encodeStateVector(second)))
          Y.applyUpdate(server, Y.encodeStateAsUpdate(second, Y.encodeStateVector(server)))
        }
        expect(Y.encodeStateVector(second)).toEqual(Y.encodeStateVector(server))
        expect(names(second)).toEqual(names(server))
        const last = mine.at(-1) ?? base
        const added = [...last, ...theirs].filter((name) => !base.includes(name))
        expect(names(server)).toEqual(expect.arrayContaining(added))
      },
    ),
    { numRuns: 200 },
  )
})
