/** Titles of minutes that hold a word which is a verb elsewhere: « Demandes de la CGT », « A – Propositions refusées » */
const LABEL =
  /^(?:(?:[a-z]|[ivx\d]{1,4}) ?[.)–:-] ?)?(?:(?:dernier )?etat des |rappel des )?(?:demandes|questions|propositions|revendications|souhaits|reclamations|mesures) (?:de|des|du|initiales|syndicales|non|presentees|formulees|exprimees|en (?:attente|suspens)|(?:refus|rejet|ecart|abandonn|accept|retenu|satisfait|valid|adopt)\w*)(?![a-z])(?! (?:la|le|une?|l')\b)/;
const AT_MEETING =
  /^(?:premiere|deuxieme|troisieme|seconde|derniere|\d\w*) reunion\b[^.;:]{0,20}[–:-] ?(?:demandes|propositions|revendications|reponses)\b/;

export const isLabel = (plain: string): boolean => LABEL.test(plain) || AT_MEETING.test(plain);

const DAY =
  /\b\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/g;
/** « Demandes du 12 janvier »: nothing is counted there. */
export const withoutDays = (plain: string): string => plain.replace(DAY, '');
