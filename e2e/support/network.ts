import type { BrowserContext, WebSocketRoute } from "@playwright/test"

/** The network of one browser: it can be cut, or let no line through as some networks do. */
export class Network {
  #isCut = false
  #hasLines = true
  readonly #lines = new Set<WebSocketRoute>()

  private constructor(private readonly context: BrowserContext) {}

  /** Takes the network of a context in hand, before its pages are opened. */
  static async of(context: BrowserContext): Promise<Network> {
    const network = new Network(context)
    await context.routeWebSocket(/\/live$/, (line) => {
      if (network.#isCut || !network.#hasLines) {
        line.close({ code: 4999, reason: "" })
        return
      }
      line.connectToServer()
      network.#lines.add(line)
    })
    return network
  }

  /** Nothing goes out or comes in any more. */
  async cut(): Promise<void> {
    this.#isCut = true
    await this.context.setOffline(true)
    await this.#closeLines()
  }

  async mend(): Promise<void> {
    this.#isCut = false
    await this.context.setOffline(false)
  }

  /** Requests pass, lines do not. */
  async blockLines(): Promise<void> {
    this.#hasLines = false
    await this.#closeLines()
  }

  async #closeLines(): Promise<void> {
    await Promise.all([...this.#lines].map((line) => line.close({ code: 4999, reason: "" })))
    this.#lines.clear()
  }
}
