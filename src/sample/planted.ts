/** A case every sample holds, so that each rule of the truth model meets its text. */
export type PlantedCase = {
  id: string;
  band?: string;
  naf?: string;
  trade?: 'nursery' | 'insurer';
  /** INSEE code of the head office. */
  commune?: string;
  /** INSEE codes of the other establishments. */
  communes?: string[];
};

/** Planted cases come back after so many employers. */
export const PLANTED_PERIOD = 250;

const CASES: readonly PlantedCase[] = [
  { id: 'everything', band: '42', naf: '6201Z', commune: '35238', communes: ['44109', '69383', '97411'] },
  { id: 'nursery', trade: 'nursery', band: '21', commune: '35238', communes: [] },
  { id: 'health-insurer', trade: 'insurer', band: '22', commune: '44109' },
  { id: 'carrier', naf: '4931Z', band: '32', commune: '35360', communes: [] },
  { id: 'ues-head', naf: '7112B', band: '31', commune: '35238', communes: [] },
  { id: 'ues-member', naf: '7112B', band: '12', commune: '29019', communes: [] },
  { id: 'ues-silent-member', naf: '6202A', band: '11', commune: '56121', communes: [] },
  { id: 'one-establishment', naf: '2562B', band: '32', commune: '69266', communes: ['35115', '97416'] },
  { id: 'metadata-only', band: '12' },
  { id: 'scan', band: '21' },
  { id: 'damaged', band: '12' },
  { id: 'missing-document', band: '21' },
  { id: 'partially-disclosed', band: '12' },
  { id: 'sole-trader', naf: '4761Z', band: '03', commune: '35288', communes: [] },
  { id: 'filed-twice', band: '21' },
  { id: 'polluted-name', band: '22' },
  { id: 'extract-only', band: '22' },
  { id: 'replaced', naf: '6920Z', band: '22', commune: '35238', communes: [] },
  { id: 'ended', band: '32' },
  { id: 'one-off', band: '12' },
  { id: 'demands', naf: '4711F', band: '41' },
  { id: 'no-deal', band: '32' },
  { id: 'law-only', band: '12' },
  { id: 'upcoming', naf: '6419Z', band: '41' },
  { id: 'tacit', band: '12' },
  { id: 'presumed', naf: '7112B', band: '21', commune: '35288', communes: [] },
  { id: 'presumed-lapsing', naf: '6201Z', band: '12' },
  { id: 'fixed-lapsing', naf: '7022Z', band: '22' },
  { id: 'intention', band: '22' },
  { id: 'one-article', naf: '6622Z', band: '22' },
  { id: 'empty-dates', band: '12' },
  { id: 'trial', naf: '8220Z', band: '21' },
  { id: 'by-category', band: '32' },
  { id: 'withdrawn', band: '12' },
  { id: 'withdrawn-one', band: '21' },
  { id: 'republished', band: '21' },
  { id: 'closed-unit', band: '12' },
  { id: 'elections-only', band: '21' },
  { id: 'before-2016', band: '22' },
  { id: 'exceptional-telework', naf: '2120Z', band: '22' },
  { id: 'signature-names', band: '12' },
  { id: 'group', naf: '3030Z', band: '51', commune: '31069', communes: ['31555', '44184', '33281'] },
  { id: 'charter', naf: '7219Z', band: '21' },
  { id: 'nursery-guest', naf: '4120B', band: '32', commune: '35238', communes: [] },
  { id: 'nursery-large', naf: '8610Z', band: '41', commune: '35288', communes: [] },
]; // prettier-ignore

export const plantedCase = (index: number): PlantedCase | null => CASES[index % PLANTED_PERIOD] ?? null;

/** Index of the employer of that case in the same period as `index`. */
export const indexOfCase = (index: number, id: string): number =>
  index - (index % PLANTED_PERIOD) + CASES.findIndex((one) => one.id === id);
