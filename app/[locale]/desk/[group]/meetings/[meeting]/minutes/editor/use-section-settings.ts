import { useMemo } from "react"
import type { MinutesPerson, SectionId } from "@/lib/minutes/model"
import type { LiveWriting } from "../../../../live/live-writing"
import type { SectionSetting } from "./extensions"
import type { useEditors } from "./use-editors"
import { useSectionSay } from "./use-section-say"

/** What each section's editor is made with. The same object every time, so that nothing is made twice. */
export function useSectionSettings(
  { doc, awareness }: Pick<LiveWriting, "doc" | "awareness">,
  { people, day }: { people: () => MinutesPerson[]; day: string | null },
  { leave, isTaken }: Pick<ReturnType<typeof useEditors>, "leave" | "isTaken">,
  announce: (said: string) => void,
): (id: SectionId) => SectionSetting {
  const say = useSectionSay()
  return useMemo(() => {
    const make = (id: SectionId): SectionSetting => ({
      id,
      fragment: doc.getXmlFragment(id),
      awareness,
      people,
      day,
      isTaken: (blockId) => isTaken(id, blockId),
      leave: (direction, place) => leave(id, direction, place),
      announce,
      say,
    })
    const settings = new Map<SectionId, SectionSetting>()
    return (id) => {
      const made = settings.get(id) ?? make(id)
      settings.set(id, made)
      return made
    }
  }, [doc, awareness, people, day, leave, isTaken, announce, say])
}
