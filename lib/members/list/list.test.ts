import { expect, test } from "vitest"
import type { MemberRow } from "../model"
import { decodeList, largestList, longestList, readList } from "./read"
import { writeList } from "./write"

const bytes = (text: string) => new TextEncoder().encode(text)
const first = (text: string) => readList(text).lines[0]

const chiara: MemberRow = {
  personId: "1",
  name: "Chiara Núñez",
  affiliation: "",
  organisation: 'Institute, "Meridian"; Rome',
  capacity: "Adviser",
  stakeholderGroup: "technical-community",
  role: "co-chair",
  since: new Date("2021-07-01T10:00:00Z"),
  until: null,
  email: "chiara@example.org",
}

test.each(["en", "fr"] as const)("what is written in %s is read back", (locale) => {
  const text = writeList([chiara], locale)
  expect(text.startsWith("\ufeff")).toBe(true)
  const { lines, unknownHeads } = readList(decodeList(bytes(text)))
  expect(unknownHeads).toEqual([])
  expect(lines).toEqual([
    {
      line: 2,
      name: chiara.name,
      email: chiara.email,
      organisation: chiara.organisation,
      capacity: chiara.capacity,
      stakeholderGroup: chiara.stakeholderGroup,
      role: chiara.role,
      since: "2021-07-01",
      remarks: [],
      readable: true,
    },
  ])
})

test.each(["=1+1", "+49 30", "-2", "@SUM(A1)", "=cmd|'/C calc'!A0"])(
  "%s in a cell is not computed by a spreadsheet, and comes back as it was",
  (organisation) => {
    const text = writeList([{ ...chiara, organisation, name: organisation }], "en")
    for (const cell of text.split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@]/)
    expect(text).toContain(`'${organisation.slice(0, 4)}`)
    expect(first(text)).toMatchObject({ organisation, name: organisation })
  },
)

test.each([
  ["commas", "Name,Email,Organization\nNoor Adeyemi,noor@example.org,Lumen"],
  ["semicolons", "Nom;Courriel;Organisme\r\nNoor Adeyemi;noor@example.org;Lumen\r\n"],
  ["tabs", "Full name\tE-mail\tAffiliation\nNoor Adeyemi\tnoor@example.org\tLumen"],
  ["quotes", '"Name","Email","Company"\n"Noor Adeyemi"," NOOR@example.org ","Lumen"'],
  ["two names", "Prénom;Nom;Adresse e-mail;Organisation\nNoor;Adeyemi;noor@example.org;Lumen"],
  ["first and last", "First name,Last name,Mail,Institution\nNoor,Adeyemi,noor@example.org,Lumen"],
  ["old Mac line ends", "Name,Email,Organisation\rNoor Adeyemi,noor@example.org,Lumen"],
  ["a mark at its start", "\ufeffName,Email,Organisation\nNoor Adeyemi,noor@example.org,Lumen"],
])("a list with %s is read", (_, text) => {
  expect(first(text)).toMatchObject({
    name: "Noor Adeyemi",
    email: "noor@example.org",
    organisation: "Lumen",
    readable: true,
  })
})

test("a semicolon inside a comma list belongs to its cell", () => {
  const text = 'Name,Organisation\nNoor Adeyemi,"Lumen; Oslo"\n'
  expect(first(text)).toMatchObject({ organisation: "Lumen; Oslo" })
})

test.each([
  ["Membre", "member"],
  ["coprésidente", "co-chair"],
  ["Co-Chair", "co-chair"],
  ["", null],
])("the role %j is %s", (cell, role) => {
  expect(first(`Name,Role\nNoor,${cell}`)).toMatchObject({ role, remarks: [] })
})

test.each([
  ["Civil Society", "civil-society"],
  ["Communauté technique", "technical-community"],
  ["Intergovernmental Organization", "intergovernmental"],
  ["secteur privé", "private-sector"],
  ["Media/Press", "media"],
])("the stakeholder group %j is %s", (cell, stakeholderGroup) => {
  expect(first(`Name,Stakeholder group\nNoor,${cell}`)).toMatchObject({ stakeholderGroup })
})

test.each([
  ["2021-07-01", "2021-07-01"],
  ["1/7/2021", "2021-07-01"],
  ["01.07.2021", "2021-07-01"],
])("the day %j is %s", (cell, since) => {
  expect(first(`Name,Since\nNoor,${cell}`)).toMatchObject({ since, remarks: [] })
})

test.each([
  ["Role", "Emperor", "unknownRole"],
  ["Stakeholder group", "Martians", "unknownStakeholder"],
  ["Since", "31/02/2021", "unknownDate"],
  ["Since", "2999-01-01", "unknownDate"],
])("%s %j is remarked on, and the line is still read", (head, cell, key) => {
  expect(first(`Name,${head}\nNoor,${cell}`)).toMatchObject({
    readable: true,
    remarks: [{ key, value: cell }],
  })
})

test.each([
  ["Name,Email\n,noor@example.org", "noName", ""],
  ["Name,Email\nNoor,noor at example", "badEmail", "noor at example"],
  ["Name,Email\nNoor,noor@example.org,Lumen,Oslo", "tooManyCells", "Lumen, Oslo"],
])("%j cannot be read, and keeps nobody else out", (text, key, value) => {
  const { lines } = readList(`${text}\nTarek,tarek@example.org`)
  expect(lines[0]).toMatchObject({ readable: false, remarks: [{ key, value }] })
  expect(lines[1]).toMatchObject({ name: "Tarek", readable: true, line: 3 })
})

test("blank lines count, so that a line is found by its number", () => {
  const { lines } = readList("Name\n\nNoor\n,\n\nTarek\n")
  expect(lines.map(({ name, line }) => [name, line])).toEqual([
    ["Noor", 3],
    ["Tarek", 6],
  ])
})

test("columns that nobody knows are named, and left alone", () => {
  const { unknownHeads, lines } = readList("Name,Shoe size,Email\nNoor,42,noor@example.org")
  expect(unknownHeads).toEqual(["Shoe size"])
  expect(lines[0]).toMatchObject({ name: "Noor", email: "noor@example.org" })
})

const many = `Name\n${"Noor Adeyemi\n".repeat(longestList + 1)}`
test.each([
  ["nothing below its head", "Name,Email\n", "members.csv.empty"],
  ["no text", " \n ", "members.csv.empty"],
  ["no column for names", "Email\nnoor@example.org", "members.csv.noName"],
  ["too many lines", many, "members.csv.tooLong"],
  ["a quote without end", 'Name\n"Noor', "members.csv.quotes"],
  ["too much text", `Name\n${"x".repeat(largestList)}`, "members.csv.tooBig"],
])("a list with %s is refused", (_, text, key) => {
  expect(() => readList(text)).toThrow(expect.objectContaining({ code: "invalid", key }))
})

test.each([
  ["Latin-1", new Uint8Array([78, 97, 109, 101, 10, 74, 111, 115, 0xe9]), "members.csv.encoding"],
  ["UTF-16", new Uint8Array([0xff, 0xfe, 78, 0, 97, 0]), "members.csv.encoding"],
  ["a picture", new Uint8Array([0x89, 80, 78, 71, 0, 0]), "members.csv.encoding"],
  ["too large", new Uint8Array(largestList + 1).fill(65), "members.csv.tooBig"],
])("%s is refused", (_, file, key) => {
  expect(() => decodeList(file)).toThrow(expect.objectContaining({ code: "invalid", key }))
})
