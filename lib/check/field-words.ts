/** Words of the field, in small letters, that dictionaries of English do not have or take for another. */
const WORDS = `
accountabilities actionable agendas annexe annexes annexed biometric biometrics blockchain breakout breakouts
capacitate capacitated capacitating chairperson chatbot chatbots clickable cochair cochairs communique communiques
counterterrorism crowdsourced crowdsourcing crypto cyber cyberattack cyberattacks cybercrime cybernorms cybersecurity
cyberspace dataset datasets deduplicate deduplicated deepfake deepfakes deliverables disaggregated disinformation doodle ecosystem ecosystems
email emailed emails focussed focussing forums gamification geoblocking geopolitical hackathon hackathons hashtag
hackers hyperlink hyperlinks infographic infographics intergovernmental interlinkages internet interoperability
interoperable interregional intersectional intersessional judgement knowledgeable livestream livestreamed
livestreaming mainstreaming malware minilateral minuted misinformation modalities moderators multicultural
multidisciplinary multilateralism multilingualism multinational multistakeholder multistakeholderism multiyear natively
netiquette netizens onboarding online offline organisational operationalisation operationalise operationalised
operationalization operationalize operationalized phishing plenary podcast podcasts pre preconditions preparatory
programme programmes proactive ransomware rapporteur rapporteurs readout readouts reconvene repost roadmap roadmaps
roundtable roundtables scalable scoping secretariats signposted siloed silos smartphone smartphones spam spyware stakeholder
stakeholders stocktaking subgroup subgroups subregional subtheme subthemes synergies taskforce taskforces telecom
telecoms telecon telecons teleconference telehealth timeline timelines timeslot timeslots tokenised tokenized toolkit toolkits
transboundary transcontinental unconnected underserved untrusted upskilling uptake upvote videoconference videoconferences
webcast webcasts webinar webinars website websites wellbeing whitepaper wifi workflow workflows workplan workplans
workspace workspaces workstream workstreams worldwide
`
const words = new Set(WORDS.trim().split(/\s+/))

/** Whether a word, in small letters, belongs to the field. */
export function isFieldWord(word: string): boolean {
  return words.has(word)
}
