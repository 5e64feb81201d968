import { z } from "zod"

/** The largest file that is checked, in bytes: a report of 100,000 words with its names is a fifth of it. */
export const largestDownload = 8 * 1024 * 1024

/** A downloaded file that somebody wants to compare with the record. */
export const checkFileInput = z.object({
  slug: z.string().min(1).max(60),
  file: z
    .instanceof(File, { message: "record.noFile" })
    .refine((file) => file.size > 0, { message: "record.noFile" })
    .refine((file) => file.size <= largestDownload, { message: "record.tooLarge" }),
})

/**
 * Names to be erased, each as the report and its key there ("…uuid….p3"); what was looked for (`text`,
 * `person`), and the mark of everything that was found by it.
 */
export const eraseNamesInput = z.object({
  text: z.string().max(200).default(""),
  person: z.uuid().or(z.literal("")).default(""),
  mark: z.string().regex(/^[0-9a-f]{64}$/, { message: "record.noMark" }),
  names: z
    .array(z.string().regex(/^[0-9a-f-]{36}\.([pc]\d+|party)$/))
    .default([])
    .refine((names) => names.length > 0, { message: "record.noNames" }),
  because: z.string().trim().min(1, { message: "record.noReason" }).max(500),
  sure: z.literal("on", { message: "record.notSure" }),
})
