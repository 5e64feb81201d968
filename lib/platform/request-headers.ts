/** The header in which the front door says from where a request came; whatever a client sends in it is removed. */
export const addressHeader = "x-rapporteur-address"
