import { markOfPlaces } from "@/lib/record/named-places"

/** These names ticked (`…uuid….p1`), by whoever knows where they stand without having looked for anything. */
export const erasureOf = (names: string[], because = "Asked") => ({
  ...{ names, because, sure: "on" as const },
  ...{ text: "", person: "" as const, mark: markOfPlaces([]) },
})
