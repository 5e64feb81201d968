import { type Dict, isDict, Reading, readObjects, type Value } from "./read-objects"

/** Structure types of ISO 32000-1, 14.8.4; any other has to lead to one of them in the role map. */
const standard = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl
  LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu
  WT WP Figure Formula Form`.split(/\s+/),
)
/** What may stand right below what (ISO 32000-1, 14.8.4.3). */
const below: Record<string, readonly string[]> = {
  Table: ["TR", "THead", "TBody", "TFoot", "Caption"],
  THead: ["TR"],
  TBody: ["TR"],
  TFoot: ["TR"],
  TR: ["TH", "TD"],
  L: ["LI", "L", "Caption"],
  LI: ["Lbl", "LBody"],
}
const onlyIn: Record<string, readonly string[]> = {
  ...{ TR: ["Table", "THead", "TBody", "TFoot"], TH: ["TR"], TD: ["TR"] },
  ...{ LI: ["L"], LBody: ["LI"] },
}
const paints = new Set("Tj TJ ' \" f F f* B B* b b* S s sh Do BI".split(" "))
const shows = new Set(["Tj", "TJ", "'", '"'])

type Element = { id: number; type: string; parent: string; dict: Dict; kids: string[] }

/**
 * What a PDF does that PDF/UA-1 forbids, each with the condition of the Matterhorn Protocol 1.02 that it
 * fails; of the conditions that a program can decide and our files can meet. Empty for a file that is fit.
 */
export function faultsOfTags(file: Uint8Array): string[] {
  const { objects, trailer } = readObjects(file)
  const faults: string[] = []
  const ought = (is: boolean, condition: string) => {
    if (!is && !faults.includes(condition)) faults.push(condition)
  }
  const at = (value: Value | undefined): Value =>
    typeof value === "object" && value !== null && "ref" in value
      ? (objects.get(value.ref)?.value ?? null)
      : (value ?? null)
  const dict = (value: Value | undefined): Dict => {
    const found = at(value)
    return isDict(found) ? found : { entries: {} }
  }
  const list = (value: Value | undefined): Value[] => {
    const found = at(value)
    return Array.isArray(found) ? found : found === null ? [] : [found]
  }
  const refOf = (value: Value | undefined): number =>
    typeof value === "object" && value !== null && "ref" in value ? value.ref : 0
  const nameOf = (value: Value | undefined): string => {
    const found = at(value)
    return typeof found === "object" && found !== null && "name" in found ? found.name : ""
  }
  const textOf = (value: Value | undefined): string => {
    const found = at(value)
    return typeof found === "object" && found !== null && "bytes" in found ? found.bytes : ""
  }

  const catalog = dict(trailer.entries.Root).entries
  const metadata = objects.get(refOf(catalog.Metadata))?.stream?.toString("utf8") ?? ""
  ought(metadata !== "", "06-001 no XMP metadata")
  ought(/<pdfuaid:part>1<\/pdfuaid:part>/.test(metadata), "06-002 no PDF/UA identifier")
  ought(/<dc:title>.*?<rdf:li[^>]*>[^<\s][^<]*</s.test(metadata), "06-003 no dc:title")
  ought(dict(catalog.ViewerPreferences).entries.DisplayDocTitle === true, "07-001 title not shown")
  ought(textOf(catalog.Lang) !== "", "11-006 no language of the document")
  ought(dict(catalog.MarkInfo).entries.Marked === true, "00 not marked as tagged")
  ought(dict(catalog.MarkInfo).entries.Suspects !== true, "04-001 suspects")
  ought(trailer.entries.Encrypt === undefined, "26 encrypted")
  ought(
    catalog.AcroForm === undefined && catalog.OCProperties === undefined,
    "20/24 forms or layers",
  )

  const tree = dict(catalog.StructTreeRoot).entries
  const roles = dict(tree.RoleMap).entries
  const roleOf = (type: string, seen: readonly string[] = []): string => {
    if (standard.has(type)) return type
    ought(!seen.includes(type), "02-003 the role map goes in a circle")
    if (seen.includes(type)) return type
    ought(roles[type] !== undefined, `02-001 ${type} leads to no standard type`)
    return roles[type] === undefined ? type : roleOf(nameOf(roles[type]), [...seen, type])
  }
  for (const type of Object.keys(roles)) ought(!standard.has(type), `02-004 ${type} is mapped`)

  const elements: Element[] = []
  /** Which element holds a mark of a page, and an annotation. */
  const marks = new Map<string, Element>()
  const annotated = new Map<number, Element>()
  function walk(value: Value, parent: string, page: number): string | null {
    const of = dict(value)
    const type = roleOf(nameOf(of.entries.S))
    const here = refOf(of.entries.Pg) || page
    const element: Element = { id: refOf(value), type, parent, dict: of, kids: [] }
    elements.push(element)
    for (const kid of list(of.entries.K)) {
      const found = at(kid)
      if (typeof found === "number") marks.set(`${here} ${found}`, element)
      else if (isDict(found) && nameOf(found.entries.Type) === "OBJR")
        annotated.set(refOf(found.entries.Obj), element)
      else if (isDict(found) && nameOf(found.entries.Type) === "MCR")
        marks.set(`${refOf(found.entries.Pg) || here} ${found.entries.MCID}`, element)
      else if (isDict(found)) element.kids.push(walk(kid, type, here) ?? "")
    }
    return type
  }
  for (const kid of list(tree.K)) walk(kid, "", 0)
  ought(elements[0]?.type === "Document", "the root is no Document")

  let level = 0
  for (const { type, parent, dict: of, kids } of elements) {
    const allowed = below[type]
    for (const kid of kids)
      ought(allowed === undefined || allowed.includes(kid), `09-004/006 ${kid} in ${type}`)
    ought(onlyIn[type]?.includes(parent) ?? true, `09-004/006 ${type} in ${parent}`)
    const [, heading] = /^H([1-6])$/.exec(type) ?? []
    if (heading) {
      ought(Number(heading) <= level + 1, `14-003 H${heading} follows H${level}`)
      level = Number(heading)
    }
    ought(type !== "H", "14-007 both kinds of headings")
    if (type === "Figure" || type === "Formula")
      ought(textOf(of.entries.Alt) + textOf(of.entries.ActualText) !== "", `13-004 ${type}, no Alt`)
    if (type === "TH") {
      const attributes = list(of.entries.A).map((each) => dict(each).entries)
      ought(
        attributes.some(({ O, Scope }) => nameOf(O) === "Table" && nameOf(Scope) !== ""),
        "15-003 a TH without a scope",
      )
    }
    if (type === "Note") ought(textOf(of.entries.ID) !== "", "19-003 a Note without an ID")
    if (of.entries.Lang !== undefined) ought(textOf(of.entries.Lang) !== "", "11 an empty language")
  }

  const parents = new Map<number, Value>()
  const readParents = (value: Value | undefined): void => {
    const { Nums, Kids } = dict(value).entries
    const numbers = list(Nums)
    for (let place = 0; place + 1 < numbers.length; place += 2)
      parents.set(Number(numbers[place]), numbers[place + 1] ?? null)
    for (const kid of list(Kids)) readParents(kid)
  }
  readParents(tree.ParentTree)

  const pages: number[] = []
  const readPages = (value: Value | undefined): void => {
    if (nameOf(dict(value).entries.Type) === "Page") pages.push(refOf(value))
    for (const kid of list(dict(value).entries.Kids)) readPages(kid)
  }
  readPages(catalog.Pages)
  const seen = new Set<string>()
  for (const page of pages) {
    const { entries } = dict({ ref: page })
    const text = list(entries.Contents)
      .map((_, place, all) => {
        const ref = refOf(Array.isArray(at(entries.Contents)) ? all[place] : entries.Contents)
        return objects.get(ref)?.stream?.toString("latin1") ?? ""
      })
      .join("\n")
    const own = list(parents.get(Number(entries.StructParents)))
    for (const id of readContent(text, ought)) {
      const element = marks.get(`${page} ${id}`)
      ought(element !== undefined, "01-005 a mark that is in no element")
      ought(!seen.has(`${page} ${id}`), "one mark stands twice on a page")
      seen.add(`${page} ${id}`)
      ought(refOf(own[id]) === element?.id, "the tree of parents leads elsewhere")
    }
    const annotations = list(entries.Annots)
    if (annotations.length > 0)
      ought(nameOf(entries.Tabs) === "S", "28-008 not in order of the tags")
    for (const annotation of annotations) {
      const { Subtype, Contents, StructParent, F } = dict(annotation).entries
      if ((Number(F ?? 0) & 2) !== 0 || nameOf(Subtype) === "Popup") continue
      const element = annotated.get(refOf(annotation))
      ought(element !== undefined, "28-002 an annotation that is not tagged")
      ought(refOf(parents.get(Number(StructParent))) === element?.id, "28 its parent is another")
      if (nameOf(Subtype) === "Link") ought(element?.type === "Link", "28-011 a link in no Link")
      ought(textOf(Contents) !== "", "28-012 a link without words for it")
    }
    for (const font of Object.values(dict(dict(entries.Resources).entries.Font).entries))
      faultsOfFont(dict(font)).map((fault) => ought(false, fault))
  }
  for (const mark of marks.keys())
    ought(seen.has(mark), "an element holds a mark that is not there")

  function faultsOfFont({ entries }: Dict): string[] {
    const found: string[] = []
    const [inner = null] = list(entries.DescendantFonts)
    const descriptor = dict((isDict(at(inner)) ? dict(inner) : { entries }).entries.FontDescriptor)
    const { FontFile, FontFile2, FontFile3 } = descriptor.entries
    if (![FontFile, FontFile2, FontFile3].some((each) => objects.get(refOf(each))?.stream))
      found.push("31-009 a typeface that is not inside")
    const map = objects.get(refOf(entries.ToUnicode))?.stream?.toString("latin1") ?? ""
    if (!/beginbf(char|range)/.test(map)) found.push("31-027 a typeface without ToUnicode")
    if (/<0000>\s*<(0000|FEFF|FFFE)>\s*$/m.test(map)) found.push("31-028 a sign that means nothing")
    if (nameOf(entries.Subtype) === "Type0" && !dict(inner).entries.CIDToGIDMap)
      found.push("31-006 no map from signs to shapes")
    return found
  }
  return faults
}

/** The marks of a page's content in order; tells of what is neither tagged nor an artifact, or both. */
function readContent(text: string, ought: (is: boolean, condition: string) => void): number[] {
  const reading = new Reading(text)
  const found: number[] = []
  const open: ("artifact" | "tagged" | "neither")[] = []
  let before: Value[] = []
  while (!reading.isOver) {
    const value = reading.next()
    if (typeof value !== "object" || value === null || !("operator" in value)) {
      before.push(value)
      continue
    }
    const { operator } = value
    if (operator === "BDC" || operator === "BMC") {
      const [tag, said] = before
      const isArtifact = typeof tag === "object" && tag && "name" in tag && tag.name === "Artifact"
      const id = isDict(said) ? said.entries.MCID : undefined
      if (typeof id === "number") found.push(id)
      const kind = isArtifact ? "artifact" : typeof id === "number" ? "tagged" : "neither"
      ought(kind !== "artifact" || !open.includes("tagged"), "01-001 an artifact in tagged content")
      ought(kind !== "tagged" || !open.includes("artifact"), "01-002 tagged content in an artifact")
      ought(kind !== "tagged" || !open.includes("tagged"), "a mark within a mark")
      open.push(kind)
    } else if (operator === "EMC") ought(open.pop() !== undefined, "an end of no mark")
    else if (paints.has(operator)) {
      ought(
        open.some((kind) => kind !== "neither"),
        "01-003 content that is neither tagged nor an artifact",
      )
      if (shows.has(operator))
        for (const bytes of before.flat().flatMap((each) => bytesOf(each)))
          ought(!/^(..)*\0\0/s.test(bytes), "31-030 a sign without a shape (.notdef)")
    }
    before = []
  }
  ought(open.length === 0, "a mark that is not ended")
  return found
}

const bytesOf = (value: Value): string[] =>
  typeof value === "object" && value !== null && "bytes" in value ? [value.bytes] : []
