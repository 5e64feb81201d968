/** One message of Postgres's protocol, whole; its type is "" for the first of a client, which has none. */
export type Frame = { type: string; bytes: Buffer }

/** Takes a stream of the protocol apart into its messages, in either direction. */
export class Frames {
  private rest = Buffer.alloc(0)
  private isFirst: boolean

  /** `client` for what a client sends: its first message bears a length and no type. */
  constructor(from: "client" | "server") {
    this.isFirst = from === "client"
  }

  /** The messages that are whole with this piece of the stream. */
  take(chunk: Buffer): Frame[] {
    this.rest = Buffer.concat([this.rest, chunk])
    const frames: Frame[] = []
    for (;;) {
      const head = this.isFirst ? 0 : 1
      if (this.rest.length < head + 4) return frames
      const end = head + this.rest.readInt32BE(head)
      if (this.rest.length < end) return frames
      const bytes = this.rest.subarray(0, end)
      this.rest = this.rest.subarray(end)
      frames.push({ type: this.isFirst ? "" : String.fromCharCode(bytes[0] ?? 0), bytes })
      this.isFirst = false
    }
  }
}

/** What one client asks to be run, told from its messages. */
export class Statements {
  private readonly texts = new Map<string, string>()
  private readonly portals = new Map<string, string>()

  /** The text of the statement that this message has run; null for every other message. */
  runBy({ type, bytes }: Frame): string | null {
    const [first = "", second = ""] = strings(bytes.subarray(5))
    if (type === "Q") return first
    if (type === "P") this.texts.set(first, second)
    if (type === "B") this.portals.set(first, this.texts.get(second) ?? "")
    return type === "E" ? (this.portals.get(first) ?? "") : null
  }
}

/** The first two texts of a message, each of which ends with a zero. */
function strings(bytes: Buffer): [string, string] {
  const end = bytes.indexOf(0)
  const next = bytes.indexOf(0, end + 1)
  return [bytes.toString("utf8", 0, end), bytes.toString("utf8", end + 1, next)]
}
