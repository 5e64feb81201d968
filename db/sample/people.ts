/** The sample's people: all invented, with addresses that lead nowhere. Keys tie them to the texts. */
export type SamplePerson = {
  key: string
  name: string
  stakeholderGroup:
    | "civil-society"
    | "government"
    | "private-sector"
    | "technical-community"
    | "intergovernmental"
    | "media"
    | "youth"
  organisation: string
  capacity: string
  role: "secretariat" | "co-chair" | "member" | null
}

export const samplePeople: SamplePerson[] = [
  {
    key: "ines",
    name: "Inês Valadares-Koné",
    stakeholderGroup: "government",
    organisation: "Ministry of Communications",
    capacity: "MAG member",
    role: "co-chair",
  },
  {
    key: "anders",
    name: "Anders Nwachukwu",
    stakeholderGroup: "technical-community",
    organisation: "Northern Exchange Point",
    capacity: "past MAG member",
    role: "co-chair",
  },
  {
    key: "mei",
    name: "Mei-Lin Ravelojaona",
    stakeholderGroup: "civil-society",
    organisation: "Open Harbour Foundation",
    capacity: "MAG member",
    role: "co-chair",
  },
  {
    key: "sofia",
    name: "Sofia Lindholm-Oyelaran",
    stakeholderGroup: "intergovernmental",
    organisation: "Secretariat",
    capacity: "",
    role: "secretariat",
  },
  {
    key: "tarek",
    name: "Tarek Bjørnstad",
    stakeholderGroup: "technical-community",
    organisation: "Name Registry Forum",
    capacity: "",
    role: "member",
  },
  {
    key: "wanjiru",
    name: "Wanjirũ Castellanos",
    stakeholderGroup: "civil-society",
    organisation: "Rural Networks Alliance",
    capacity: "",
    role: "member",
  },
  {
    key: "pavel",
    name: "Pavel Adeyinka-Roth",
    stakeholderGroup: "private-sector",
    organisation: "Chamber for Digital Trade",
    capacity: "MAG member",
    role: "member",
  },
  {
    key: "leila",
    name: "Leïla Haraldsdóttir",
    stakeholderGroup: "intergovernmental",
    organisation: "Office for Digital Affairs",
    capacity: "",
    role: "member",
  },
  {
    key: "joaquin",
    name: "Joaquín Petrosyan",
    stakeholderGroup: "government",
    organisation: "Permanent Mission",
    capacity: "",
    role: "member",
  },
  {
    key: "nomvula",
    name: "Nomvula Eriksen",
    stakeholderGroup: "youth",
    organisation: "Youth Coalition",
    capacity: "",
    role: "member",
  },
  {
    key: "dmitar",
    name: "Dmitar Okonjo",
    stakeholderGroup: "technical-community",
    organisation: "independent expert",
    capacity: "",
    role: "member",
  },
  {
    key: "yumi",
    name: "Yumi Vandersteen",
    stakeholderGroup: "media",
    organisation: "Digital Policy Review",
    capacity: "",
    role: "member",
  },
  {
    key: "rashid",
    name: "Rashid Kowalczyk",
    stakeholderGroup: "civil-society",
    organisation: "University of the Straits",
    capacity: "",
    role: "member",
  },
  {
    key: "amelie",
    name: "Amélie Tupuola",
    stakeholderGroup: "government",
    organisation: "Island States Network",
    capacity: "",
    role: "member",
  },
  {
    key: "bram",
    name: "Bram Ferreira-Singh",
    stakeholderGroup: "private-sector",
    organisation: "Small Providers’ Union",
    capacity: "",
    role: null,
  },
]

/** `ines` → `ines@example.org`: the domain is kept for examples, so nothing can arrive anywhere. */
export const sampleAddress = (key: string): string => `${key}@example.org`

export const sampleGroup = {
  slug: "wg-strategy",
  shortName: "WG-Strategy",
  name: "Working Group on IGF Strengthening and Strategy",
  purpose:
    "People from every stakeholder group work out, in the open, how the Internet Governance Forum can become stronger and what place it should have in digital cooperation. What they propose goes to the Multistakeholder Advisory Group, which decides on it.",
  setUp: "by the Multistakeholder Advisory Group, in 2020",
}
