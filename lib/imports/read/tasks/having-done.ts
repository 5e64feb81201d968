// What stands behind "have", "go" and "come" where something is delivered by it.

/** "Have the draft checked" is to see to it; "have the flu by then", "the keys of the shed" are not. */
export const HAVING =
  "\\s(?:\\p{Lu}[\\p{L}’'-]{1,24}\\s(?:check|look|send|write|call|make|put|draw|bring|prepare|draft|ask|find|fix|test|review)\\b|(?:the|his|her|their|all|some|both|two|three|four|five|six)\\s[^.,;]{2,60}|(?:it|them|this|that|these)(?:\\s\\p{L}{1,12})?)(?=)(?:\\s(?:ready|done|available|complete|in place|in hand)|\\p{L}ed(?<!\\b(?:shed|need|feed|seed|weed|deed|speed|breed|hundred|indeed|sacred))|(?:dra|sho|kno|gro|blo|flo|thro|se|sa)wn|(?:writt|rewritt|tak|giv|chos|overtak|brok|forgott|driv|froz|hidd|prov|wov|eat|shak|spok|stol|lad|beat|bitt)en|(?:re)?built|made|sent|bound|rung|hung|sold|bought|taught|laid|paid|lit|swept|dug|mown|sewn|hewn|bent|lent|cut|set|put|reset|relaid)\\b"
/** "Have chapter 2 ready", "have a bench taken out". */
export const HAVING_SOME =
  "\\s(?:an?\\s)?\\p{Ll}{3,20}(?:\\s[\\p{L}\\d]{1,15}){0,3}\\s(?:ready|in place|(?:taken|moved|carried) (?:out|away|down)|made|sent|built|fixed|repaired|mended|cleaned|printed|written|checked|translated|replaced|removed)\\b"
/** "Come back in June and look at it": where one goes for it. */
export const AND_THEN =
  "\\s[^.;:]{2,60}\\sand\\s(?:look|check|see to|speak|talk|ask|report|collect|bring|fetch)\\b"
