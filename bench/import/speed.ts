import { checkReport } from "@/lib/check/check"
import { countWords } from "@/lib/check/words"
import { readReport } from "@/lib/imports/read/report"
import { type Figures, median } from "../figures"

const rounds = 5
const reports = 60
const size = 9_000

/** Shapes that make a careless reader slow: each is repeated to `length` characters. */
const hostile: Record<string, string> = {
  stars: "*",
  brackets: "[a](",
  numbers: "1 ",
  names: "Ana Lind and ",
  promises: "Ana will ask Ben to send it and ",
  decisions: "It was agreed that ",
  headings: "1. Tides\nAgenda\n",
  tables: "| a | Ana Lind |\n",
}

/**
 * How fast reports are read, beside a pass over the same text that only counts its words, and how the
 * time grows when hostile input gets four times as long: 4 is linear, 16 the square.
 */
export function measureSpeed(texts: readonly string[]): Figures {
  const material = stretched(texts)
  const bytes = material.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const read = timed(() => {
    for (const text of material) checkReport(readReport(text, "bench.txt"))
  })
  const counted = timed(() => {
    for (const text of material) countWords(text)
  })
  const growth = Object.values(hostile).map((piece) => {
    const [once, four] = [40_000, 160_000].map((length) => {
      const text = piece.repeat(Math.ceil(length / piece.length))
      return timed(() => readReport(text, "bench.txt"))
    })
    return (four ?? 0) / (once ?? 1)
  })
  return {
    figures: {
      "reports of 9 kB, read and checked": { value: (material.length * 1000) / read, unit: "/s" },
      "text read and checked": { value: bytes / read / 1000, unit: "MB/s" },
      "words only counted": { value: bytes / counted / 1000, unit: "MB/s" },
    },
    ratios: {
      "reading to counting words": read / counted,
      "hostile text four times as long, median": median(growth),
      "hostile text four times as long, worst": Math.max(...growth),
    },
  }
}

/** Reports of the size that is usual, made of those that there are. */
function stretched(texts: readonly string[]): string[] {
  return Array.from({ length: reports }, (_, index) => {
    const text = texts[index % texts.length] ?? ""
    return text.length === 0 ? text : text.repeat(Math.ceil(size / text.length)).slice(0, size)
  })
}

/** Milliseconds of the middle one of several rounds; the first only warms up. */
function timed(work: () => void): number {
  const took: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now()
    work()
    if (round > 0) took.push(performance.now() - began)
  }
  return median(took)
}
