import { proposeNames, type NameOption } from './name-combobox.ts';

/** Puts the field with proposals in the place of the one that takes one name a line. */
for (const form of document.querySelectorAll<HTMLFormElement>('[data-names]')) {
  const room = Number(form.dataset.names);
  const template = form.querySelector<HTMLTemplateElement>('[data-names-rich]')!;
  form.querySelector('[data-names-plain]')!.replaceWith(template.content);
  const chosen = form.querySelector('ul')!;
  const field = form.querySelector<HTMLInputElement>('input[name=q]')!;
  const label = form.querySelector('.combo label')!;
  const firstLabel = label.textContent;
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.role = 'status';
  form.append(status);

  const show = (said: string): void => {
    const count = chosen.children.length;
    chosen.hidden = count === 0;
    label.textContent = count === 0 ? firstLabel : 'Nom de l’employeur suivant';
    field.disabled = count >= room;
    status.textContent = `${said} ${count > 1 ? `${count} employeurs choisis` : `${count} employeur choisi`}.`;
    if (field.disabled) form.querySelector<HTMLElement>('[type=submit]')!.focus();
    else field.focus();
  };
  const rowOf = ({ siren, name }: NameOption): HTMLLIElement => {
    const row = document.createElement('li');
    const hidden = Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: 'e',
      value: siren,
    });
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet', textContent: 'Retirer' }); // prettier-ignore
    button.append(Object.assign(document.createElement('span'), { className: 'visually-hidden', textContent: ` ${name}` })); // prettier-ignore
    button.addEventListener('click', () => {
      row.remove();
      show(`${name} est retiré.`);
    });
    row.append(Object.assign(document.createElement('span'), { textContent: name }), hidden, button);
    return row;
  };
  const isChosen = (siren: string): boolean =>
    [...form.querySelectorAll<HTMLInputElement>('input[name=e]')].some(({ value }) => value.includes(siren));
  proposeNames(field, (option) => {
    // Names typed before a comma stay.
    field.value = field.value.replace(/[^,;]*$/, '').trimEnd();
    if (!isChosen(option.siren)) chosen.append(rowOf(option));
    show(`${option.name} est choisi.`);
  });
}
