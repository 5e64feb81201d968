import type { NewArea } from "./write-mapping"

/** A mandate that every portal knows: a group begins with its areas, under all names that sources give them. */
export type KnownMandate = {
  slug: string
  title: string
  /** As it is cited. */
  symbol: string
  dated: string
  link: string
  /** In their order, with the one for what belongs to none. */
  areas: readonly NewArea[]
}

/** The Secretary-General's Roadmap, by whose symbol `/{group}/roadmap` finds its mapping. */
export const roadmap: KnownMandate = {
  slug: "roadmap",
  title: "Roadmap for Digital Cooperation",
  symbol: "A/74/821",
  dated: "2020-05-29",
  link: "https://dig.watch/resource/united-nations-secretary-generals-roadmap-digital-cooperation",
  areas: [
    {
      ...{ slug: "connectivity", title: "Global connectivity" },
      aliases: [
        "Achieving universal connectivity by 2030",
        "Universal connectivity",
        "Connectivity",
      ],
    },
    {
      ...{ slug: "public-goods", title: "Digital public goods" },
      aliases: ["Promoting digital public goods", "DPG"],
    },
    {
      ...{ slug: "inclusion", title: "Digital inclusion" },
      aliases: ["Ensuring digital inclusion for all", "Inclusion"],
    },
    {
      ...{ slug: "capacity", title: "Digital capacity-building" },
      aliases: [
        "Strengthening digital capacity-building",
        "Capacity development",
        "Digital skills",
      ],
    },
    {
      ...{ slug: "human-rights", title: "Digital human rights" },
      aliases: ["Protection of human rights in the digital era", "Human rights", "Human agency"],
    },
    {
      ...{ slug: "ai", title: "Artificial intelligence" },
      aliases: ["Global cooperation on artificial intelligence", "AI"],
    },
    {
      ...{ slug: "trust", title: "Digital trust and security" },
      aliases: ["Trust and security in the digital environment", "Cybersecurity"],
    },
    {
      ...{ slug: "cooperation", title: "Global digital cooperation" },
      aliases: ["Architecture for digital cooperation", "Digital cooperation"],
    },
    {
      ...{ slug: "cross-cutting", title: "Cross-cutting", crossCutting: true },
      aliases: ["Digital environmental sustainability", "Environment", "Other"],
    },
  ],
}

export const knownMandates: readonly KnownMandate[] = [roadmap]

/** The mandate that is cited so, whatever the case and the blanks around it. */
export const knownBySymbol = (symbol: string): KnownMandate | undefined =>
  knownMandates.find((one) => isSymbol(one.symbol, symbol))

export const isSymbol = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()
