import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net"
import { Frames, Statements } from "./postgres-frames"

/** Where a line breaks. */
export type Break = {
  /** The statement: its place, counted from 1, or what it is known by. */
  at: number | RegExp
  /** Before it has reached the database, or when it is done there and before anybody has heard so. */
  when: "before" | "done"
  /** Called at that moment; nothing passes any more, in either direction. */
  act: () => void
}

/** A line to the database that counts the statements of whoever takes it, and breaks exactly between two. */
export class CountedLine {
  /** The statements since `watch`, as they came. */
  statements: string[] = []
  /** The database's own processes at the end of this line. */
  readonly backends = new Set<number>()
  private wanted: Break | null = null
  private isBroken = false
  private readonly sockets = new Set<Socket>()

  private constructor(
    private readonly server: Server,
    /** The address of the database by this line. */
    readonly url: string,
  ) {}

  static async open(databaseUrl: string): Promise<CountedLine> {
    const to = new URL(databaseUrl)
    const server = createServer()
    server.listen(0, "127.0.0.1")
    await once(server, "listening")
    const by = new URL(databaseUrl)
    by.hostname = "127.0.0.1"
    by.port = String((server.address() as AddressInfo).port)
    const line = new CountedLine(server, by.href)
    server.on("connection", (client) => line.join(client, connect(Number(to.port), to.hostname)))
    return line
  }

  /** Counts anew, and breaks where it is told to. */
  watch(wanted: Break | null = null): void {
    this.statements = []
    this.wanted = wanted
  }

  /** Ends every connection, as the kernel does for a process that is gone, and takes no new one. */
  cut(): void {
    this.isBroken = true
    this.server.close()
    for (const socket of this.sockets) socket.destroy()
  }

  private break(): void {
    this.isBroken = true
    this.wanted?.act()
  }

  private isWanted(statement: string): boolean {
    const { at } = this.wanted ?? {}
    return at instanceof RegExp ? at.test(statement) : at === this.statements.length
  }

  private join(client: Socket, database: Socket): void {
    this.pair(client, database)
    const [asked, answered] = [new Frames("client"), new Frames("server")]
    const statements = new Statements()
    // The database says once for each of these, and once at first, that it is ready for more.
    let unanswered = 1
    let isLast = false
    client.on("data", (chunk) => {
      for (const frame of asked.take(chunk)) {
        if (this.isBroken || (isLast && frame.type !== "S")) return
        const statement = statements.runBy(frame)
        if (statement !== null) this.statements.push(statement)
        if (statement !== null && this.isWanted(statement)) {
          if (this.wanted?.when === "before") return this.break()
          isLast = true
        }
        if (frame.type === "Q" || frame.type === "S") unanswered++
        database.write(frame.bytes)
      }
    })
    database.on("data", (chunk) => {
      for (const { type, bytes } of answered.take(chunk)) {
        if (this.isBroken) return
        if (type === "K") this.backends.add(bytes.readInt32BE(5))
        if (type === "Z") unanswered--
        if (isLast && type === "Z" && unanswered === 0) return this.break()
        if (!isLast) client.write(bytes)
      }
    })
  }

  /** When either end is gone, the other one goes. */
  private pair(client: Socket, database: Socket): void {
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      this.sockets.add(one.setNoDelay())
      one.on("error", () => undefined)
      one.on("close", () => {
        this.sockets.delete(one)
        other.destroy()
      })
    }
  }
}
