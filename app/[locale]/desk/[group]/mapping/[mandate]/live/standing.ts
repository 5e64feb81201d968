import type { CellField } from "@/lib/mapping/model"

/** Who is in a cell says so again this often, in milliseconds, or is taken to have left. */
const again = 10_000

type At = { rowId: string; field: CellField } | null

/** In which cell somebody is, told to the others for as long as the page is open. */
export class Standing {
  #at: At = null
  #timer: ReturnType<typeof setInterval> | null = null

  constructor(private readonly tell: (at: At) => void) {}

  start(): void {
    this.#timer = setInterval(() => this.again(), again)
  }

  stop(): void {
    this.at(null)
    if (this.#timer) clearInterval(this.#timer)
  }

  at(next: At): void {
    if (this.#at?.rowId === next?.rowId && this.#at?.field === next?.field) return
    this.#at = next
    this.tell(next)
  }

  again(): void {
    if (this.#at) this.tell(this.#at)
  }
}
