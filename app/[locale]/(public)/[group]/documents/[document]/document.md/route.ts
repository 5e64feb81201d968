import { newestFile } from "../newest-file"

export const dynamic = "force-dynamic"
export const GET = newestFile("md")
