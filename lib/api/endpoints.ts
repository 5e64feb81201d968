import { consultationEndpoints } from "./consultations"
import { documentEndpoints } from "./documents"
import type { Endpoint } from "./endpoint"
import { groupEndpoints } from "./groups"
import { mappingEndpoints } from "./mappings"
import { meetingEndpoints } from "./meetings"
import { recordEndpoints } from "./record"
import { registerEndpoints } from "./registers"
import { versionEndpoints } from "./versions"

/** The whole API: what it answers, and what its description is made from. */
export const endpoints: readonly Endpoint[] = [
  ...groupEndpoints,
  ...meetingEndpoints,
  ...versionEndpoints,
  ...registerEndpoints,
  ...documentEndpoints,
  ...mappingEndpoints,
  ...consultationEndpoints,
  ...recordEndpoints,
]
