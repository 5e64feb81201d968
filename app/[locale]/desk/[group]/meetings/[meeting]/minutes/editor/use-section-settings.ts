import { useMemo } from "react"
import type { MinutesPerson, MinutesText, SectionId } from "@/lib/minutes/model"
import type { SectionSetting } from "./extensions"
import type { useEditors } from "./use-editors"
import { useSectionSay } from "./use-section-say"

/** What each section's editor is made with. The same object every time, so that nothing is made twice. */
export function useSectionSettings(
  text: MinutesText,
  { people, day }: { people: MinutesPerson[]; day: string | null },
  { leave, isTaken }: Pick<ReturnType<typeof useEditors>, "leave" | "isTaken">,
  announce: (said: string) => void,
): (id: SectionId) => SectionSetting {
  const say = useSectionSay()
  return useMemo(() => {
    const make = (id: SectionId): SectionSetting => ({
      id,
      people,
      day,
      isTaken: (blockId) => isTaken(id, blockId),
      leave: (direction, place) => leave(id, direction, place),
      announce,
      say,
    })
    const settings = new Map(text.order.map((id) => [id, make(id)]))
    return (id) => settings.get(id) ?? make(id)
  }, [text, people, day, leave, isTaken, announce, say])
}
