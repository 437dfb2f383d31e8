/** Agreement prose of made-up employers, with one benefit each, in the layout texts are stored in (one block a line). */
const HEAD = 'ACCORD D’ENTREPRISE\nEntre la société et les organisations syndicales représentatives, il a été convenu ce qui suit.\n'; // prettier-ignore

export const crecheText = (berceaux: number, more = ''): string =>
  `${HEAD}Article 1 - Crèche\nL’entreprise réserve ${berceaux} berceaux dans une crèche interentreprises pour les enfants de ses salariés.\n${more}`;

export const teleworkText = (days: string, more = ''): string =>
  `${HEAD}Article 1 - Télétravail\nLes salariés peuvent télétravailler ${days} jours par semaine, à leur demande.\n${more}`;

export const fixedTerm = 'Article 2 - Durée\nLe présent accord est conclu pour une durée déterminée de trois ans à compter du 1er février 2024.\n'; // prettier-ignore
export const noTerm = 'Article 2 - Durée\nLe présent accord est conclu pour une durée indéterminée.\n';
export const demandText = `${HEAD}Article 1 - Demandes des organisations syndicales\nLa CGT demande deux jours de télétravail par semaine.\nLa direction n’accède pas à cette demande.\n`;

/** Takes telework away. */
export const endText = `${HEAD}Article 1 - Télétravail\nLe télétravail est supprimé à compter du 1er juillet 2025.\n`;
