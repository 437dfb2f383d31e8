import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const lastingOf = (text: string, benefit: string) => findingOf(text, benefit)?.lasts;

const BONUS = 'Article 2 – Prime de vacances\nChaque salarié reçoit une prime de vacances de 400 € en juin.';
const TERM = 'Article 4 – Durée\nLe présent accord est conclu pour une durée déterminée d’un an';
const ENDLESS = { isEndless: true };

describe('what a text that ends says of clauses that do not', () => {
  it.each([
    ['an article left out of its duration', `${BONUS}\n${TERM}, à l’exception de l’article 2. Il cessera le 31 décembre 2024.`],
    ['several articles', `${BONUS}\n${TERM}, hormis les dispositions des articles 1, 2 et 3 conclues pour une durée indéterminée.`],
    ['an article between brackets', `${BONUS}\n${TERM} (sauf article 2 relatif à la prime), du 1er janvier au 31 décembre 2024.`],
    ['a run of articles', `${BONUS}\n${TERM}, sauf les articles 1 à 3.`],
    ['an article with a duration of its own', `${BONUS}\n${TERM}.\nL’article 2 est conclu pour une durée indéterminée.`],
    ['a measure, in the sentence behind it', `${BONUS}\nCette mesure est applicable à compter du 1er juin 2024 pour une durée indéterminée.\n${TERM}.`],
    ['measures, in the line that opens them', `Article 2 – Primes\nÀ compter de juin 2024 et sans limite de temps, il est convenu :\n- une prime de vacances de 400 € versée à chaque salarié ;\n${TERM}.`],
    ['another accord that it recalls', `Article 2 – Primes\nUn accord sur la prime de vacances, versée à chaque salarié, a été signé en mai pour une durée indéterminée.\n${TERM}.`],
    ['titles with a star', `${TERM}. Les mesures pérennes sont signalées par un astérisque.\n${BONUS.replace('vacances\n', 'vacances *\n')}`],
    ['all that is meant to last', `${BONUS}\n${TERM}, sauf pour les mesures ayant vocation à valoir pour une durée indéterminée.`],
    ['an article named with its title', `Prime de vacances\nChaque salarié reçoit une prime de vacances de 400 € en juin.\nDurée\nL’article 1 intitulé prime de vacances et l’article 3 intitulé chauffage sont conclus pour une durée indéterminée.`],
    ['what is made permanent', `${TERM}.\nArticle 2 – Primes\nLa direction pérennise la prime de vacances de 400 € versée à chaque salarié.`],
    ['what is made permanent in the sentence behind it', `${BONUS}\nCette prime sera pérennisée.\n${TERM}.`],
    ['its annexes', `${TERM}. Les dispositions des annexes sont conclues pour une durée indéterminée.\nAnnexe 1\n${BONUS}`],
  ])('%s', (_, text) => expect(lastingOf(text, 'treizieme-mois')).toMatchObject(ENDLESS)); // prettier-ignore

  it.each([
    ['another article', `${BONUS}\n${TERM}, à l’exception de l’article 3.`],
    ['an article with an end of its own', `${BONUS}\n${TERM}, à l’exception de l’article 2 conclu pour six mois.`],
    ['contracts without end', `${BONUS}\nCette mesure est réservée aux salariés en contrat à durée indéterminée.\n${TERM}.`],
    ['what stands before the annexes', `${BONUS}\n${TERM}. Les dispositions des annexes sont conclues pour une durée indéterminée.\nAnnexe 1\nListe des sites`],
    ['a title without a star', `${TERM}. Les mesures pérennes sont signalées par un astérisque.\n${BONUS}\nArticle 3 – Transport *\nLe train est remboursé.`],
    ['stars that mean nothing of that', `${TERM}.\n${BONUS.replace('vacances\n', 'vacances *\n')}`],
    ['what other accords are to make permanent', `${TERM}.\nArticle 2 – Primes\nUne prime de vacances de 400 € est versée, avec la pérennisation de la prime par un futur accord.`],
    ['an aim', `${TERM}.\nArticle 2 – Primes\nAfin de pérenniser l’emploi, une prime de vacances de 400 € est versée à chacun.`],
    ['another article named with its title', `${BONUS}\nDurée\nL’article 5 intitulé chauffage est conclu pour une durée indéterminée.`],
    ['when it takes effect', `${BONUS}\nLe présent accord s’applique jusqu’au 31 décembre 2024 et entre en vigueur le 1er mai, à l’exception de l’article 2 qui prend effet le 1er juin 2024.`],
  ])('nothing for %s', (_, text) => expect(lastingOf(text, 'treizieme-mois')).toBeNull()); // prettier-ignore

  it('an article named with its title ends on the day of the sentence behind', () => {
    const text =
      'Prime de vacances\nChaque salarié reçoit une prime de vacances de 400 € en juin.\nDurée\nL’article 1 intitulé prime de vacances est conclu pour une durée déterminée. Il cessera de s’appliquer le 30 septembre 2024.';
    expect(lastingOf(text, 'treizieme-mois')).toEqual({ until: '2024-09-30' });
  });
});
