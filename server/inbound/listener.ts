import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { SMTPServer, type SMTPServerDataStream } from "smtp-server"
import { readSignedAddress } from "@/lib/consultations/reply-address"
import { env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { readReturnAddress } from "@/lib/replies/return-address"
import { isFull, takeInMail } from "@/lib/replies/take-in-mail"

/** Bytes of a mail. Answers are words; with the pictures of a signature they stay far below. */
export const largestMail = 5 * 1024 * 1024
const mostRecipients = 10
/** Addresses that are not ours, after which a connection is told to go. */
const mostUnknown = 10

/**
 * Takes mailed answers in, and mails of ours that come back. Only addresses that we signed exist here, so
 * nothing is relayed. "250" is said after the whole mail is committed; while that cannot be done, or when an
 * address took in too many, the sender is asked to try again.
 */
export async function listenForMail(): Promise<{ port: number; close: () => Promise<void> }> {
  const { inbound, authSecret } = env()
  if (!inbound) throw new Error("No port is set on which mail is taken in")
  const key = { domain: inbound.domain, secret: authSecret }
  /** How often each connection named an address that is not ours. */
  const unknown = new WeakMap<object, number>()
  const server = new SMTPServer({
    name: inbound.domain,
    banner: "Rapporteur takes answers to its notices",
    // A mail server in front of this one speaks TLS with the world, and listens on port 25.
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    size: largestMail,
    maxClients: 50,
    socketTimeout: 60_000,
    closeTimeout: 3_000,
    onRcptTo({ address }, session, done) {
      if (!readSignedAddress(key, address) && readReturnAddress(key, address) === null) {
        const times = (unknown.get(session) ?? 0) + 1
        unknown.set(session, times)
        if (times > mostUnknown) return done(no(421, "4.7.0 Too many addresses that are not here"))
        return done(no(550, "5.1.1 There is no such address here"))
      }
      if (session.envelope.rcptTo.length >= mostRecipients)
        return done(no(452, "4.5.3 Too many addresses for one mail"))
      isFull(address)
        .then((full) => done(full ? tooMany() : null))
        .catch((error: unknown) => done(later(error)))
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope
      readWhole(stream)
        .then(async (raw) => {
          if (stream.sizeExceeded || raw === null)
            return done(no(552, `5.3.4 A mail can have ${largestMail / 1024 / 1024} MB at most`))
          const sender = mailFrom ? mailFrom.address : ""
          const recipients = rcptTo.map(({ address }) => address)
          // Where one of the two has room, whose mails are too many is known once the mail says whose it is.
          if (await takeInMail({ sender, recipients, raw })) done(null, "2.0.0 Your answer arrived")
          else done(tooMany())
        })
        .catch((error: unknown) => done(later(error)))
    },
  })
  server.on("error", (error) => log().warn({ error }, "a connection that brings mail failed"))
  const listening = server.listen(inbound.port, inbound.host)
  await once(listening, "listening")
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const no = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode })

const tooMany = () => no(450, "4.7.1 Too many mails to this address; try again in an hour")

/** What is wrong on our side is no fault of the mail. The next try finds its words already kept, or not. */
function later(error: unknown): Error {
  log().error({ error }, "a mail could not be kept; its sender will try again")
  return no(451, "4.3.0 It could not be kept just now; try again later")
}

/** The bytes of a mail; null when there are more than fit, which are then let pass. */
async function readWhole(stream: SMTPServerDataStream): Promise<Buffer | null> {
  let chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    length += (chunk as Buffer).length
    if (length > largestMail) chunks = []
    else chunks.push(chunk as Buffer)
  }
  return length > largestMail ? null : Buffer.concat(chunks)
}
