import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"

export type Mail = {
  from: string
  to: string[]
  subject: string
  text: string
  /** As it came over the wire. */
  source: string
}

const patience = 15_000

/** A real mail server for the portal under test. It keeps what comes in until a journey takes it. */
export class Mailbox {
  /** Waited for when a mail is there whole, before it is said so. */
  beforeTaken: () => Promise<void> | void = () => undefined
  /** Waited for when a recipient is named, before the text. */
  beforeText: () => Promise<void> | void = () => undefined
  private readonly mails: Mail[] = []
  private readonly waiting = new Set<() => void>()
  private readonly server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      Promise.resolve(this.beforeText()).then(() => done(), done)
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope
        const source = Buffer.concat(chunks).toString("utf8")
        this.mails.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          source,
          ...readMail(source),
        })
        for (const wake of this.waiting) wake()
        Promise.resolve(this.beforeTaken()).then(() => done(), done)
      })
    },
  })

  /** Starts listening on a port of loopback, a free one unless named, and resolves to the address for SMTP_URL. */
  async open(port = 0): Promise<string> {
    // Whoever sends may be killed in the middle, which is no fault of the box.
    this.server.on("error", (error) => {
      if ((error as NodeJS.ErrnoException).code !== "ECONNRESET") throw error
    })
    const server = this.server.listen(port, "127.0.0.1")
    await once(server, "listening")
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve))
  }

  /** Takes the oldest mail to an address out of the box, waiting for it for 15 seconds at most. */
  async take(address: string): Promise<Mail> {
    const deadline = Date.now() + patience
    for (;;) {
      const index = this.mails.findIndex(({ to }) => to.includes(address))
      const [mail] = index >= 0 ? this.mails.splice(index, 1) : []
      if (mail) return mail
      const left = deadline - Date.now()
      if (left <= 0) throw new Error(`No mail came to ${address}. ${this.describe()}`)
      await this.arrival(left)
    }
  }

  /** Everything that came and that nobody took; the box is empty afterwards. */
  takeRest(): Mail[] {
    return this.mails.splice(0)
  }

  private describe(): string {
    const there = this.mails.map(({ to, subject }) => `“${subject}” to ${to.join(", ")}`)
    return there.length > 0 ? `There is: ${there.join("; ")}.` : "The box is empty."
  }

  private async arrival(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.waiting.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, milliseconds)
      this.waiting.add(wake)
    })
  }
}

/** The first link in a mail's text. */
export function linkIn(mail: Mail): string {
  const link = mail.text.match(/https?:\/\/\S+/)?.[0]
  if (!link) throw new Error(`The mail “${mail.subject}” holds no link:\n${mail.text}`)
  return link
}

/** A header of a mail or of a part of one, unfolded; "" where there is none. */
export function headerOf(source: string, name: string): string {
  const head = source.slice(0, source.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ")
  return head.match(new RegExp(`^${name}: (.*)$`, "im"))?.[1]?.trim() ?? ""
}

/** The parts of a mail that has several, however deep; the mail itself otherwise. */
export function partsOf(source: string): string[] {
  const boundary = /boundary="?([^";]+)/i.exec(headerOf(source, "Content-Type"))?.[1]
  if (!boundary) return [source]
  const body = source.slice(source.indexOf("\r\n\r\n") + 4)
  const pieces = body.split(`--${boundary}`).slice(1, -1)
  return pieces.flatMap((piece) => partsOf(piece.replace(/^\r\n/, "")))
}

/** Reads a mail of plain text, beside which an invitation may stand: all that the portal writes. */
function readMail(source: string): { subject: string; text: string } {
  const plain = partsOf(source).find(
    (part) => !/text\/calendar|application\/ics/i.test(headerOf(part, "Content-Type")),
  )
  const subject = fromEncodedWords(headerOf(source, "Subject"))
  return { subject, text: textOf(plain ?? source) }
}

/** The words of one part. */
export function textOf(source: string): string {
  const header = (name: string) => headerOf(source, name)
  const body = source.slice(source.indexOf("\r\n\r\n") + 4)
  const encoding = header("Content-Transfer-Encoding").toLowerCase()
  const text =
    encoding === "base64"
      ? Buffer.from(body, "base64").toString("utf8")
      : encoding === "quoted-printable"
        ? fromQuotedPrintable(body)
        : body
  return text.replaceAll("\r\n", "\n")
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, "latin1").toString("utf8")
}

function fromEncodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : fromQuotedPrintable(word.replaceAll("_", " ")),
    )
}
