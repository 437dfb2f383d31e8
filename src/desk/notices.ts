import { sendMail } from './mail.ts';
import type { Notice } from './moderation.ts';

/**
 * Tells people that their report has an answer. Nothing is sent when a report arrives: the form would then write to
 * whatever address somebody types. A mail that does not leave is lost: the address is erased, the receipt still opens
 * the answer.
 * @param base address of the site
 */
export async function sendNotices(notices: readonly Notice[], base: string): Promise<void> {
  for (const { to, receipt, isQuestion } of notices) {
    const text = [
      isQuestion
        ? `La modération de Star finder vous pose une question sur le signalement ${receipt.toUpperCase()}.`
        : `Votre signalement ${receipt.toUpperCase()} a reçu une réponse.`,
      `Pour la lire : ${base}/suivi/${receipt}`,
      isQuestion
        ? 'Votre adresse sera effacée quand le signalement sera clos.'
        : 'Votre adresse a été effacée de ce dossier. Ce courriel est le dernier.',
    ].join('\n\n');
    const subject = isQuestion ? 'Une question sur votre signalement' : 'Réponse à votre signalement';
    // Whatever went wrong has been logged, without the address.
    await sendMail({ to, subject, text }).catch(() => {});
  }
}
