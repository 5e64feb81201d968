import { createContext, useContext } from "react"
import type { MinutesPerson } from "@/lib/minutes/model"

/** What the blocks need to know besides their own attributes. */
export type Writing = { people: MinutesPerson[]; number: number | null }

export const WritingContext = createContext<Writing>({ people: [], number: null })

export const useWriting = () => useContext(WritingContext)
