/** Registers print straight apostrophes; screens show typographic ones. Nothing else of a name is changed. */
export const showName = (name: string): string => name.replaceAll("'", '’');
