/** « Fictional » is a flag of the data, said on every page that shows such data. */
export const FICTIONAL_PAGE =
  'Données fictives\u00a0: cet employeur et ses accords sont inventés pour la démonstration.';
export const FICTIONAL_LIST =
  'Données fictives\u00a0: les employeurs et les accords inventés pour la démonstration figurent dans cette page.';

export const bannerOfPage = (isFictional: boolean): string | null => (isFictional ? FICTIONAL_PAGE : null);
export const bannerOfList = (hasFictional: boolean): string | null => (hasFictional ? FICTIONAL_LIST : null);
