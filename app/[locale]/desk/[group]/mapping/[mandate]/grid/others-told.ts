import type { News } from "../live/news"

/** What others do is told at most this often, in milliseconds. */
export const pause = 10_000

/**
 * Gathers what others do and tells it: the first at once, what follows together as soon as a pause is over.
 * Nothing is left out, however little happens afterwards.
 */
export class OthersTold {
  #waiting: News[] = []
  #next = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly tell: (news: readonly News[]) => void) {}

  hear(news: readonly News[]): void {
    this.#waiting.push(...news)
    if (this.#waiting.length === 0 || this.#timer !== null) return
    this.#timer = setTimeout(
      () => {
        const told = this.#waiting
        this.#waiting = []
        this.#timer = null
        this.#next = Date.now() + pause
        this.tell(told)
      },
      Math.max(0, this.#next - Date.now()),
    )
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
