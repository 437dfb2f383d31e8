import { drop, isInList, keep } from './shortlist.ts';

/** The button of an employer page; hidden until this runs, since it does nothing without it. */
for (const holder of document.querySelectorAll<HTMLElement>('[data-keep]')) {
  const { keep: siren = '', name = '' } = holder.dataset;
  const button = holder.querySelector('button')!;
  const said = holder.querySelector('[role=status]')!;
  const show = (): void => {
    button.textContent = isInList(siren) ? 'Retirer de ma liste' : 'Garder dans ma liste';
  };
  button.addEventListener('click', () => {
    const isKept = isInList(siren);
    const isDone = isKept ? drop(siren) : keep(siren, name);
    said.textContent = !isDone
      ? 'Votre navigateur n’a pas pu l’enregistrer : liste pleine, ou mémoire refusée.'
      : isKept
        ? 'Retiré de votre liste.'
        : 'Gardé sur cet appareil.';
    show();
  });
  show();
  holder.hidden = false;
}
