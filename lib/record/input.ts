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
