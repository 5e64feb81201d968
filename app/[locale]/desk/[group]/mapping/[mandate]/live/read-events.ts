/** A line on which nothing comes for this long, in milliseconds, not even a beat, is lost. */
const silence = 25_000

/** The events of a stream, one after the other; ends where the stream does, or where the network goes. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  over: AbortSignal,
): AsyncGenerator<{ event: string; data: string }> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => void reader.cancel().catch(() => {})
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(stop, silence)
  }
  window.addEventListener("offline", stop)
  over.addEventListener("abort", stop)
  try {
    wait()
    let rest = ""
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      wait()
      const parts = (rest + decoder.decode(next.value, { stream: true })).split("\n\n")
      rest = parts.pop() ?? ""
      for (const part of parts) {
        const event = fieldOf(part, "event")
        const data = fieldOf(part, "data")
        if (event && data) yield { event, data }
      }
    }
  } finally {
    clearTimeout(timer)
    window.removeEventListener("offline", stop)
    over.removeEventListener("abort", stop)
    stop()
  }
}

const fieldOf = (part: string, name: string) =>
  part
    .split("\n")
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2)
