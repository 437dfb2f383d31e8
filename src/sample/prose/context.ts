import type { Section } from '../model.ts';
import type { TopicId } from '../topics.ts';
import { SOCIAL_CONTEXT } from './context-social.ts';
import { plain, type TopicContext } from './plain.ts';
import { items, steps, table, text, type Writer } from '../writer.ts';

/** Sections that stand around the grants of a topic and grant nothing themselves. */
export const CONTEXT: Partial<Record<TopicId, TopicContext>> = {
  telework: {
    before: [
      (w) =>
        plain(
          'Définitions',
          text(
            'Au sens de l’article L. 1222-9 du code du travail, le travail à distance désigne toute organisation dans laquelle une tâche qui aurait pu être exécutée dans les locaux de l’employeur l’est hors de ces locaux, de façon volontaire, au moyen des technologies de l’information.',
          ),
          ...(w.random.chance(0.5)
            ? [
                text(
                  'Le lieu d’exercice est la résidence principale déclarée, ou tout autre lieu situé en France et préalablement autorisé.',
                ),
              ]
            : []),
        ),
      (w) =>
        plain(
          'Conditions d’éligibilité',
          text('Sont éligibles les personnes qui remplissent les conditions suivantes :'),
          ...items(
            'occuper un poste dont une part significative des tâches peut être accomplie à distance ;',
            'disposer d’un espace de travail adapté et d’une connexion suffisante ;',
            `faire preuve d’autonomie dans l’organisation de son activité${w.random.chance(0.5) ? ' ;' : '.'}`,
          ),
          ...(w.random.chance(0.4)
            ? [
                text(
                  'L’activité à distance repose sur le double volontariat. Le refus opposé à une demande est motivé.',
                ),
              ]
            : []),
        ),
    ],
    after: [
      () =>
        plain(
          'Réversibilité',
          text(
            'Chacune des parties peut mettre un terme à cette organisation à tout moment, par écrit, moyennant un délai d’un mois, que des raisons d’équipe ou personnelles peuvent réduire d’un commun accord.',
          ),
        ),
      (w) =>
        plain(
          'Santé et sécurité',
          text(
            `L’accident survenu au domicile pendant les heures de travail est présumé être un accident du travail. Le ${w.person} en informe sans délai le service du personnel.`,
          ),
        ),
      () =>
        plain(
          'Plages de joignabilité',
          text(
            'Les horaires de référence sont ceux du service. Chacun est joignable de 9 h 30 à 11 h 30 et de 14 h à 16 h 30.',
          ),
        ),
      () =>
        plain(
          'Confidentialité',
          text(
            'Les règles de protection des données et la charte informatique s’appliquent dans les mêmes conditions que dans les locaux.',
          ),
        ),
    ],
  },
  health: {
    before: [
      (w) =>
        plain(
          'Objet',
          text(
            `Le présent texte organise l’adhésion obligatoire des ${w.people} au contrat collectif souscrit auprès d’un organisme habilité. Le choix de cet organisme est réexaminé au plus tard tous les cinq ans.`,
            'Article L. 912-2 du code de la sécurité sociale.',
          ),
        ),
      (w) =>
        plain(
          'Bénéficiaires et dispenses',
          text(
            `L’adhésion est obligatoire pour l’ensemble des ${w.people}. Peuvent toutefois demander à en être dispensés, par écrit et sur justificatif :`,
          ),
          ...items(
            'les titulaires d’un contrat à durée déterminée de moins de douze mois ;',
            'les bénéficiaires de la complémentaire santé solidaire ;',
            'les personnes déjà couvertes par un contrat individuel, jusqu’à son échéance.',
          ),
        ),
    ],
    after: [
      () =>
        plain(
          'Garanties',
          text(
            'Les garanties sont décrites dans la notice d’information remise à chacun. À titre d’illustration :',
          ),
          table(
            ['Poste de soins', 'Niveau de remboursement'],
            ['Consultation d’un généraliste', '150 % de la base de remboursement'],
            ['Chambre particulière', '50 euros par nuit'],
            ['Monture et verres', 'selon grille optique'],
            ['Prothèses dentaires', '250 % de la base de remboursement'],
          ),
        ),
      () =>
        plain(
          'Maintien des garanties',
          text(
            'En cas de rupture du contrat de travail ouvrant droit à indemnisation par l’assurance chômage, les garanties sont maintenues dans les conditions de l’article L. 911-8 du code de la sécurité sociale.',
          ),
        ),
      () =>
        plain(
          'Information',
          text(
            'Une notice détaillée, établie par l’organisme assureur, est remise à chaque assuré. Le comité est consulté avant toute modification des garanties.',
          ),
        ),
    ],
  },
  time: {
    before: [
      (w) =>
        plain(
          'Période de référence',
          text(
            `La période de référence est l’année civile. Le décompte du temps est effectué ${w.one('par badgeage', 'par relevé hebdomadaire', 'dans l’outil de gestion des temps')}.`,
          ),
        ),
      () =>
        plain(
          'Durées maximales et repos',
          text('Sont rappelées les limites suivantes :'),
          ...steps(
            'dix heures de travail effectif par jour ;',
            'quarante-huit heures sur une même semaine ;',
            'onze heures consécutives de repos entre deux journées.',
          ),
        ),
    ],
    after: [
      () =>
        plain(
          'Heures supplémentaires',
          text(
            'Seules les heures demandées par la hiérarchie sont considérées comme des heures supplémentaires. Le contingent annuel est fixé à 180 heures.',
          ),
        ),
      () =>
        plain(
          'Horaires collectifs',
          table(
            ['Équipe', 'Lundi à jeudi', 'Vendredi'],
            ['Journée', '8 h – 12 h / 13 h – 17 h', '8 h – 12 h'],
            ['Matin', '5 h – 13 h', '5 h – 12 h'],
            ['Après-midi', '13 h – 21 h', '12 h – 19 h'],
          ),
        ),
    ],
  },
  council: {
    before: [
      (w) =>
        plain(
          'Périmètre',
          text(
            `Il est constaté l’existence d’un établissement unique. Le comité comprend ${w.random.int(3, 12)} titulaires et autant de suppléants.`,
          ),
        ),
      () =>
        plain(
          'Réunions',
          text(
            'Le comité se réunit tous les deux mois, sur convocation de son président. L’ordre du jour est établi conjointement avec le secrétaire et transmis trois jours avant la séance.',
          ),
        ),
      () =>
        plain(
          'Crédit d’heures',
          text(
            'Les heures de délégation peuvent être reportées d’un mois sur l’autre et mutualisées entre titulaires et suppléants, dans les limites réglementaires.',
          ),
        ),
      () =>
        plain(
          'Vote électronique',
          text(
            'Le vote a lieu par internet. Le prestataire garantit la confidentialité du scrutin ; chaque électeur reçoit un identifiant et un code par deux voies différentes.',
          ),
        ),
      () =>
        plain(
          'Mandats',
          text(
            'Afin de laisser le temps d’organiser le scrutin, les mandats en cours sont prorogés jusqu’à la proclamation des résultats.',
          ),
        ),
    ],
    after: [],
  },
  savings: {
    before: [
      (w) =>
        plain(
          'Bénéficiaires',
          text(
            `Sont bénéficiaires tous les ${w.people} comptant au moins trois mois d’ancienneté au cours de l’exercice.`,
          ),
        ),
    ],
    after: [
      () =>
        plain(
          'Information individuelle',
          text(
            'Toute répartition donne lieu à la remise d’une fiche distincte du bulletin de paie, qui mentionne le montant global et la part individuelle.',
          ),
        ),
    ],
  },
  ...SOCIAL_CONTEXT,
};

/** Who the text applies to. */
export const scopeOf = (w: Writer): Section =>
  plain(
    w.one('Champ d’application', 'Objet et champ d’application', 'Personnel concerné'),
    text(w.one(`Le présent texte s’applique à l’ensemble des ${w.people} ${w.ofCompany}, quelle que soit la nature de leur contrat.`, `Sont concernés tous les ${w.people} ${w.ofCompany}, à temps complet ou à temps partiel.`, `Les dispositions qui suivent s’appliquent aux ${w.people} présents et futurs ${w.ofCompany}.`)),
  ); // prettier-ignore
