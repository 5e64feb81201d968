import { createContext, useContext } from "react"
import type { MinutesPerson } from "@/lib/minutes/model"

/** What the blocks need to know besides their own attributes. */
export type Writing = {
  people: MinutesPerson[]
  number: number | null
  /** Of the meeting, `YYYY-MM-DD` in its zone. */
  day: string | null
  locale: string
}

export const WritingContext = createContext<Writing>({
  people: [],
  number: null,
  day: null,
  locale: "en",
})

export const useWriting = () => useContext(WritingContext)
