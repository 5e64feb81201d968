import { randomUUID } from "node:crypto"
import { type Document, Hocuspocus } from "@hocuspocus/server"
import * as Y from "yjs"
import { meetingChannel } from "@/lib/activity/record"
import { knowPassages } from "@/lib/comments/anchors/keep-places"
import { liveChannel, nameOf } from "@/lib/live/channel"
import { addDevice, devicesOfOthers, removeDevice } from "@/lib/live/devices"
import { asked, hello, type Reason } from "@/lib/live/protocol"
import { textRef } from "@/lib/live/text-ref"
import { database } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { log } from "@/lib/platform/log"
import { listenTo } from "../listen"
import { Chronicler } from "./chronicler"
import { hangUp } from "./lines"
import { LiveDocument } from "./live-document"
import { isFromLog, type Visitor } from "./origins"
import { hearPresence, honest, presenceChannel, tellPresence } from "./presence"
import { keepAsking, reasonOf } from "./recheck"
import { servedAt } from "./served"
import type { Served, Subject } from "./served-kind"

/** Why a line is refused or closed, as the library passes it on: the reason reaches the page. */
class Closing extends Error {
  readonly code = 4403
  constructor(readonly reason: Reason) {
    // The library prints what has a message; a refusal is nothing that an operator has to see.
    super("")
    this.stack = ""
  }
}

export function closingFor(error: unknown): Closing {
  if (error instanceof Closing) return error
  if (!(error instanceof Refusal)) return new Closing("again")
  return new Closing(reasonOf(error))
}

type Open = { live: LiveDocument; subject: Subject; chronicler: Chronicler }

/**
 * Everybody who writes a text at this moment on this server. Texts are opened from the database,
 * what is written goes to the others at once, and is called kept only when it is committed.
 */
export function liveTexts(databaseUrl: string) {
  const server = randomUUID()
  const open = new Map<string, Open>()

  const hocuspocus = new Hocuspocus<Visitor>({
    name: "rapporteur",
    quiet: true,
    // What is deleted while a document is open says where words stood that somebody typed in it.
    yDocOptions: { gc: false, gcFilter: () => true },
    maxPendingDocuments: 1,
    // Whoever sends has shown a session. While the server is slow to let them in they write on: a change,
    // a caret and a question with each key.
    maxUnauthenticatedQueueMessages: 1_000,
    async onAuthenticate({ context, connectionConfig, documentName: name, token }) {
      try {
        const read = hello.safeParse(parsed(token))
        if (!read.success) throw new Closing("broken")
        const { served, id } = textAt(name)
        if (read.data.schema !== served.textOf(id).kind.schema) throw new Closing("schema")
        await served.admit(context.actor, id)
        const { personId } = context.actor
        if (devicesOfOthers(id, personId).has(read.data.client)) {
          log().warn({ person: personId }, "a line claimed the number of somebody else's device")
          throw new Closing("broken")
        }
        // Until a page has sent all that it wrote before, single changes of it may lean on what is
        // missing here; they come again with the rest.
        connectionConfig.readOnly = true
        return { ...context, clientId: read.data.client, caughtUp: false, asked: 0 }
      } catch (error) {
        if (!(error instanceof Refusal || error instanceof Closing)) {
          log().error({ error }, "a text could not be asked for")
        }
        setImmediate(context.hangUp)
        throw closingFor(error)
      }
    },
    async onLoadDocument({ context, document, documentName: name }) {
      try {
        const { served, id } = textAt(name)
        const subject = await served.admit(context.actor, id)
        const stored = await served.open(context.actor, id)
        Y.applyUpdate(document, Y.encodeStateAsUpdate(stored.doc))
        const rows = served.rows(id, document)
        const live = new LiveDocument(served.textOf(id), rows, document, stored)
        await knowPassages(database(), textRef(served.textOf(id)), live.keeper.passages)
        const chronicler = new Chronicler(served, id)
        live.keeper.onKept = () => chronicler.changed()
        open.set(name, { live, subject, chronicler })
        document.awareness.on("update", tellOthers(server, document))
        // What was written between the reading and now is announced to a document that is there.
        live.heard()
      } catch (error) {
        if (!(error instanceof Refusal)) log().error({ error, name }, "a text did not open")
        open.delete(name)
        // The library forgets it, and would leave its clock running.
        document.destroy()
        setImmediate(context.hangUp)
        throw closingFor(error)
      }
    },
    async beforeSync({ connection, documentName: name, type, payload }) {
      const live = open.get(name)?.live
      const visitor = connection.context
      if (type === 0 || (type === 2 && !visitor.caughtUp)) return
      const { personId } = visitor.actor
      const unfit = live?.unfit(payload, devicesOfOthers(textAt(name).id, personId)) ?? null
      if (!live || unfit) {
        if (unfit) log().warn({ unfit: unfit.kind, person: personId }, "a change was refused")
        throw new Closing(unfit?.kind === "tooLarge" ? "tooLarge" : live ? "broken" : "again")
      }
      if (type === 1 && !visitor.caughtUp) {
        visitor.caughtUp = true
        addDevice(textAt(name).id, visitor, { clientId: visitor.clientId, personId })
        connection.readOnly = false
        // Answered after this message itself has reached the document.
        setImmediate(() => answer(connection, live))
      }
    },
    async beforeHandleAwareness({ connection, documentName: name, states }) {
      if (connection)
        honest(states, connection.context, open.get(name)?.subject.noteTakerId ?? null)
    },
    async onStateless({ connection, documentName: name, payload }) {
      const read = asked.safeParse(parsed(payload))
      const live = open.get(name)?.live
      const visitor: Visitor = connection.context
      if (!read.success) return hangUp(connection, "broken")
      if (!live) return
      visitor.asked = Math.max(visitor.asked, read.data.mark)
      if (visitor.caughtUp) answer(connection, live)
    },
    async onDisconnect({ context, documentName: name }) {
      removeDevice(servedAt(name)?.id ?? "", context)
      // The library closes the document alone; whoever was refused must come anew, with a cookie.
      context.hangUp()
    },
    async beforeUnloadDocument({ documentName: name }) {
      await open.get(name)?.live.keeper.idle()
    },
    async afterUnloadDocument({ documentName: name }) {
      const closed = open.get(name)
      open.delete(name)
      await closed?.chronicler.close()
    },
  })

  const asking = keepAsking(hocuspocus)
  const listener = listenTo({
    url: databaseUrl,
    name: "rapporteur live texts",
    channels: [liveChannel, meetingChannel, presenceChannel],
    notice(said, channel) {
      if (channel === presenceChannel) {
        hearPresence(server, said, (name) => hocuspocus.documents.get(name))
      } else if (channel === meetingChannel) {
        const document = hocuspocus.documents.get(nameOf("minutes", said))
        document?.broadcastStateless(JSON.stringify({ meeting: "changed" }))
        // It may be published by now: whoever writes is told at once.
        if (document) asking.soon()
      } else {
        const [name = "", number] = said.split(":")
        open.get(name)?.live.heard(Number(number))
      }
    },
    hearing(yes) {
      // While nothing was heard, anything may have been missed.
      if (yes) for (const { live } of open.values()) live.heard()
    },
    onError: (error) => log().error({ error }, "live texts hear no other server"),
  })
  return {
    hocuspocus,
    ready: listener.ready,
    /** How many documents are open here. */
    size: () => open.size,
    async close() {
      asking.stop()
      hocuspocus.closeConnections()
      await Promise.all([...open.values()].map(({ live }) => live.keeper.idle()))
      await Promise.all([...open.values()].map(({ chronicler }) => chronicler.close()))
      await listener.close()
    },
  }
}

type Line = { context: Visitor; sendStateless: (payload: string) => void }

function answer(connection: Line, live: LiveDocument): void {
  const mark = connection.context.asked
  if (mark === 0) return
  live.keeper.whenKept(connection, (at) => {
    connection.sendStateless(JSON.stringify({ mark, at: at.toISOString() }))
  })
}

function tellOthers(server: string, document: Document) {
  type Change = { added: number[]; updated: number[]; removed: number[] }
  return ({ added, updated, removed }: Change, origin: unknown) => {
    if (isFromLog(origin)) return
    tellPresence(server, document, [...added, ...updated, ...removed]).catch(() => {
      // The next sign of life tells it again.
    })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function textAt(name: string): { served: Served; id: string } {
  const at = servedAt(name)
  if (!at) throw new Closing("notFound")
  return at
}
