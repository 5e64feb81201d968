import { createContext, useContext } from "react"
import type { MinutesPerson } from "@/lib/minutes/model"
import type { QuoteMark } from "@/lib/reviews/model"

/** What the blocks need to know besides their own attributes. */
export type Writing = {
  people: MinutesPerson[]
  number: number | null
  /** Of the meeting, `YYYY-MM-DD` in its zone. */
  day: string | null
  locale: string
  /** What those who are quoted said of their words, by the id of the statement. */
  quotes: Readonly<Record<string, QuoteMark>>
}

export const WritingContext = createContext<Writing>({
  people: [],
  number: null,
  day: null,
  locale: "en",
  quotes: {},
})

export const useWriting = () => useContext(WritingContext)
