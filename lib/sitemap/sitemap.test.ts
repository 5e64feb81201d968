import { XmlDocument, XsdValidator } from "libxml2-wasm"
import { beforeAll, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeRecord } from "@/e2e/support/arrange-record"
import { setClock } from "@/lib/platform/clock"
import { mostAddresses } from "./model"
import { findSitemap } from "./public-queries"
import { renderSitemap } from "./render/sitemap"

const { owner } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

/** What sitemaps.org asks of an address, with elements of other namespaces where it allows them. */
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
  targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <xs:element name="urlset"><xs:complexType><xs:sequence>
    <xs:element name="url" minOccurs="1" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI">
        <xs:minLength value="12"/><xs:maxLength value="2048"/></xs:restriction></xs:simpleType></xs:element>
      <xs:element name="lastmod" type="xs:dateTime" minOccurs="0"/>
      <xs:any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="lax"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>`

function validate(text: string): void {
  const [grammar, document] = [XmlDocument.fromString(schema), XmlDocument.fromString(text)]
  const validator = XsdValidator.fromDoc(grammar)
  try {
    validator.validate(document)
  } finally {
    for (const each of [validator, grammar, document]) each.dispose()
  }
}

let slug = ""
beforeAll(async () => {
  slug = (await arrangeRecord(owner)).group.slug
  setClock(() => new Date("2022-04-01T12:00:00Z"))
})

test("every public page has its one address, and nothing else has", async () => {
  const { pages, until } = await findSitemap()
  const own = pages.map(({ path }) => path.replace(`/${slug}`, "~"))
  expect(own.map((path) => path.replace(/text-\w+/, "text")).sort()).toEqual(
    [
      ...["/", "~", "~/meetings", "~/mapping", "~/documents", "~/consultations"],
      "~/documents/text",
      ...[3, 4, 5, 32, 33, 34].map((number) => `~/meetings/${number}`),
      ...[
        "~/consultations/plan",
        "~/consultations/old-plan",
        "~/consultations/old-plan/compendium",
      ],
    ].sort(),
  )
  const meeting = pages.find(({ path }) => path.endsWith("/33"))
  expect(meeting?.changedAt).toEqual(new Date("2022-03-11T10:00:00Z"))
  expect(until, "the next call ends").toEqual(new Date("2022-04-07T14:00:00Z"))
})

test("it is a sitemap as sitemaps.org asks for, with each page in every language", async () => {
  const text = renderSitemap(await findSitemap())
  validate(text)
  expect(() => validate(text.replace(/<loc>[^<]*<\/loc>/, "")), "the schema notices").toThrow()
  expect(text).toContain(`<loc>https://portal.example.org/fr/${slug}/meetings/33</loc>`)
})

test("one file names no more than it may, and the newest are among them", () => {
  const pages = Array.from({ length: mostAddresses }, (_, at) => ({
    path: `/p${at}`,
    changedAt: null,
  }))
  const text = renderSitemap({ pages, origin: "https://portal.example.org", until: null })
  expect(text.match(/<loc>/g)).toHaveLength(mostAddresses)
  expect(text).toContain("/p0<")
})
