import { once } from "node:events"
import { createServer, type Socket } from "node:net"
import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { mailTries } from "@/db/queues"
import { mails } from "@/db/schema/mail"
import { Mailbox } from "@/e2e/support/mailbox"
import { database, transaction } from "@/lib/platform/database"
import { env, provideEnv } from "@/lib/platform/env"
import { type Letter, writeMail } from "@/lib/platform/mail"
import { closeMail } from "./hand-over"
import { sendMail } from "./send-mail"

const { app, owner } = await testDatabase()
const configured = env()
let mailbox: Mailbox

beforeEach(async () => {
  mailbox = new Mailbox()
  sendTo(await mailbox.open())
})
afterEach(async () => {
  closeMail()
  await mailbox.close()
  provideEnv(configured)
})

function sendTo(smtpUrl: string) {
  closeMail()
  provideEnv({ ...configured, smtpUrl, logLevel: "silent" })
}

const letter: Letter = { to: "ilva@example.org", subject: "Tides", text: "High at noon.\n" }
const write = (more: Partial<Letter> = {}) =>
  transaction((tx) => writeMail(tx, { ...letter, ...more }))
const stored = async (id: string) => (await owner.select().from(mails).where(eq(mails.id, id)))[0]

test("headers, the address for answers and an invitation go over the wire as they were written", async () => {
  const id = await write({
    headers: {
      "List-Unsubscribe": "<https://rapporteur.example.org/unsubscribe/one-click?token=abc.def>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Id": "WG-Tides <wg-tides.example.org>",
      "In-Reply-To": "<thread.1@example.org>",
      References: "<thread.1@example.org>",
      Precedence: "bulk",
    },
    replyTo: "signed@reply.example.org",
    calendar: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
    messageId: "<notice.1@example.org>",
  })
  await sendMail(id)
  const { source } = await mailbox.take("ilva@example.org")
  const head = source.slice(0, source.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ")
  for (const line of [
    "List-Unsubscribe: <https://rapporteur.example.org/unsubscribe/one-click?token=abc.def>",
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    "List-Id: WG-Tides <wg-tides.example.org>",
    "In-Reply-To: <thread.1@example.org>",
    "References: <thread.1@example.org>",
    "Precedence: bulk",
    "Auto-Submitted: auto-generated",
    "Reply-To: signed@reply.example.org",
    "Message-ID: <notice.1@example.org>",
  ])
    expect(head.toLowerCase().split("\r\n")).toContain(line.toLowerCase())
  expect(source).toMatch(/Content-Type: text\/calendar;[\s\S]*method=REQUEST/)
  expect((await stored(id))?.sentAt).not.toBeNull()
})

test("a mail that went is not sent again, though its job runs twice", async () => {
  const id = await write()
  await sendMail(id)
  await sendMail(id)
  expect(mailbox.takeRest()).toHaveLength(1)
})

test("while the mail server is down the job fails and the mail waits; then it goes, once", async () => {
  const id = await write()
  sendTo("smtp://127.0.0.1:9")
  for (const attempts of [1, 2, 3]) {
    await expect(sendMail(id)).rejects.toThrow()
    expect(await stored(id)).toMatchObject({ attempts, sentAt: null, failedAt: null })
  }
  expect((await stored(id))?.lastError).toContain("ECONNREFUSED")
  sendTo(await reopened())
  await sendMail(id)
  expect(mailbox.takeRest()).toHaveLength(1)
  expect(await stored(id)).toMatchObject({ lastError: null, failedAt: null })
})

async function reopened(): Promise<string> {
  await mailbox.close()
  mailbox = new Mailbox()
  return mailbox.open()
}

test("of two servers that have the same mail to send one sends it, and the other one asks again later", async () => {
  const id = await write()
  let go = () => {}
  const mayGo = new Promise<void>((resolve) => {
    go = resolve
  })
  const isHere = new Promise<void>((here) => {
    mailbox.beforeTaken = () => {
      here()
      return mayGo
    }
  })
  const sending = sendMail(id)
  await isHere
  await expect(sendMail(id)).rejects.toThrow("is being sent at this moment")
  go()
  await sending
  await sendMail(id)
  expect(mailbox.takeRest()).toHaveLength(1)
  expect(await stored(id)).toMatchObject({ attempts: 0, failedAt: null })
  expect((await stored(id))?.sentAt).not.toBeNull()
})

test("a mail that the server took goes once, though the database was gone when it did", async () => {
  const id = await write()
  mailbox.beforeTaken = async () => {
    const ended = await app.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`)
    expect(ended).toHaveLength(1)
  }
  await sendMail(id)
  await sendMail(id)
  expect(mailbox.takeRest()).toHaveLength(1)
  expect((await stored(id))?.sentAt).not.toBeNull()
})

/** A mail server that says one thing to every recipient. */
async function refusing(reply: string) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.write("220 here\r\n")
    socket.on("data", (chunk) => {
      const said = chunk.toString()
      if (/^RCPT/i.test(said)) socket.write(`${reply}\r\n`)
      else if (/^QUIT/i.test(said)) socket.end("221 bye\r\n")
      else socket.write("250 fine\r\n")
    })
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const port = (server.address() as { port: number }).port
  sendTo(`smtp://127.0.0.1:${port}`)
  return () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}

test("an address that does not exist is given up at once, without the address in what is kept", async () => {
  const close = await refusing("550 5.1.1 <ilva@example.org> unknown here")
  const id = await write()
  await sendMail(id)
  const mail = await stored(id)
  expect(mail).toMatchObject({ attempts: 1, sentAt: null })
  expect(mail?.failedAt).not.toBeNull()
  expect(mail?.lastError).toContain("550")
  expect(mail?.lastError).not.toContain("@example.org")
  close()
})

test("a full mailbox is tried again, and given up when its tries are used", async () => {
  const close = await refusing("452 4.2.2 mailbox full")
  const id = await write()
  await expect(sendMail(id)).rejects.toThrow()
  await database()
    .update(mails)
    .set({ attempts: mailTries - 1 })
    .where(eq(mails.id, id))
  await sendMail(id)
  expect((await stored(id))?.failedAt).not.toBeNull()
  // A job that is left over finds it given up.
  await sendMail(id)
  expect(await stored(id)).toMatchObject({ attempts: mailTries })
  close()
})

test("a header cannot be made to hold another one", async () => {
  const id = await write({
    subject: "Tides\r\nBcc: eve@example.org",
    headers: { "X-A": "a\r\nB: c" },
  })
  await sendMail(id)
  const { source, subject } = await mailbox.take("ilva@example.org")
  expect(subject).toBe("Tides Bcc: eve@example.org")
  expect(source).not.toMatch(/^(Bcc|B):/m)
})
