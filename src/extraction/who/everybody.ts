/** « l’ensemble des collaborateurs », « tout le personnel »: everybody, unless a group follows, as in « tous les salariés cadres ». */
const EVERYBODY =
  /\b(?:ensemble d(?:u personnel|es (?:salaries|collaborateurs|categories (?:socio-?)?professionnelles))|tous les (?:salaries|collaborateurs)|tout le personnel)\b(?! (?:[«"“] ?)?(?:non[- ])?(?:cadres?|ouvriers?|etam|employes?|sedentaires?|roulants?|postes?)\b)/;

/** A sentence or title names the whole staff. */
export const namesEverybody = (plain: string): boolean => EVERYBODY.test(plain);
