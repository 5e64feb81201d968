import { z } from "zod"
import { versionContent } from "@/lib/documents/version-content"
import { documentDownload } from "@/lib/record/download"

const described = z.strictObject({
  ...documentDownload.shape,
  record: z.strictObject({
    ...versionContent.shape,
    /** Blocks as an editor knows them: what each may hold is told by its type. */
    text: z.strictObject({
      schema: z.int(),
      content: z.array(z.looseObject({ type: z.string() })),
    }),
    // Versions from before names were sealed have neither.
    form: z.int().optional(),
    names: documentDownload.shape.record.shape.names,
  }),
})

/** What `document.json` is, as JSON Schema (2020-12); served as a file, as that of a report is. */
export function documentSchema(): unknown {
  const schema = z.toJSONSchema(described, { io: "input", reused: "ref" })
  return {
    ...schema,
    $id: "urn:rapporteur:document-download:1",
    title: "A published version of a document with its place on the ledger, form 1",
    description:
      "`record` is what the ledger's SHA-256 is made over, in the canonical form of RFC 8785; `names` are what its keys stand for.",
  }
}
