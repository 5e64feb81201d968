import { once } from "node:events"
import { createServer, type Socket } from "node:net"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { Mailbox } from "@/e2e/support/mailbox"
import { transaction } from "@/lib/platform/database"
import { env, provideEnv } from "@/lib/platform/env"
import { writeMail } from "@/lib/platform/mail"
import { closeMail } from "./hand-over"
import { MailHeld, sendMail } from "./send-mail"
import { sendNow } from "./send-now"

await testDatabase()
const configured = env()
let mailbox: Mailbox

beforeEach(async () => {
  mailbox = new Mailbox()
  provideEnv({ ...configured, smtpUrl: await mailbox.open(), logLevel: "silent" })
})
afterEach(async () => {
  closeMail()
  await mailbox.close()
  provideEnv(configured)
})

const write = () =>
  transaction((tx) =>
    writeMail(tx, { to: "ilva@example.org", subject: "Sign in", text: "A link.\n" }),
  )

test("a mail that another server is sending already went, and once, when that one is done", async () => {
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
  const asked = sendNow(id)
  await expect(sendMail(id)).rejects.toBeInstanceOf(MailHeld)
  go()
  expect(await asked).toBeNull()
  await sending
  expect(mailbox.takeRest()).toHaveLength(1)
})

test("what the mail server refuses for good is told, though no try is left to throw for", async () => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.write("220 here\r\n")
    socket.on("data", (chunk) => {
      const isRecipient = /^RCPT/i.test(chunk.toString())
      socket.write(isRecipient ? "550 5.1.1 unknown here\r\n" : "250 fine\r\n")
    })
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as { port: number }
  provideEnv({ ...env(), smtpUrl: `smtp://127.0.0.1:${port}` })
  expect(await sendNow(await write())).toContain("550")
  for (const socket of sockets) socket.destroy()
  server.close()
})

test("that there is no mail server to be reached is told", async () => {
  provideEnv({ ...env(), smtpUrl: "smtp://127.0.0.1:9" })
  expect(await sendNow(await write())).toContain("ECONNREFUSED")
})
