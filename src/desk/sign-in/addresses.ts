import { InputError } from '#domain/errors.ts';

/** Mailboxes anybody may open: they say nothing about where somebody works. */
const FREE = new Set(
  `gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com yahoo.com yahoo.fr ymail.com
  icloud.com me.com mac.com aol.com aol.fr orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr
  club-internet.fr aliceadsl.fr gmx.com gmx.fr gmx.net mail.com proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com
  yandex.com mailo.com net-c.com ik.me infomaniak.com duck.com hey.com fastmail.com yopmail.com yopmail.fr mailinator.com
  guerrillamail.com 10minutemail.com temp-mail.org jetable.org trashmail.com sharklasers.com`.split(/\s+/),
);

/** Letters, digits and the few signs that mailboxes use; a domain with a dot. Nothing that could end a mail header. */
const ADDRESS = /^[a-z0-9][a-z0-9._%+'-]{0,63}@(?=.{4,190}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/; // prettier-ignore

/** @throws InputError when it is no address */
export function readAddress(text: string): string {
  const address = text.trim().toLowerCase();
  if (!ADDRESS.test(address))
    throw new InputError('Écrivez une adresse électronique complète, par exemple prenom.nom@entreprise.fr.');
  return address;
}

export const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);

export const isFreeMailbox = (address: string): boolean => FREE.has(domainOf(address));
