/** The button beside a field of words to take away; hidden until this runs, since it does nothing without it. */
for (const holder of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const field = document.getElementById(holder.dataset.copy ?? '');
  const said = holder.querySelector('[role=status]')!;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) continue;
  holder.querySelector('button')!.addEventListener('click', () => {
    field.select();
    // Away from https a browser gives no clipboard at all.
    const copied = isSecureContext ? navigator.clipboard.writeText(field.value) : Promise.reject(new Error());
    copied.then(
      () => (said.textContent = 'Copié.'),
      () => (said.textContent = 'Le texte est sélectionné : copiez-le avec votre clavier ou votre menu.'),
    );
  });
  holder.hidden = false;
}
