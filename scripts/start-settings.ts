/** `npm start` is the whole of Star finder on one machine: mails stay on it unless a setting sends them. */
process.env.MAIL ||= 'folder';
