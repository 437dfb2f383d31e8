import { mailDoor } from '../mail.ts';
import { isOpenidConfigured } from './openid.ts';

/** Ways in that are configured. */
export const openDoors = (): { email: boolean; openid: boolean } => ({
  email: mailDoor() !== 'off',
  openid: isOpenidConfigured(),
});
