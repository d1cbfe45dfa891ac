const SEPARATOR = '|';

/** What a button is about, when that is more than one id: an account and a week, an account and an ask. */
export const toSubject = (...ids: readonly string[]): string => ids.join(SEPARATOR);

/** A subject came over the wire: it names, and proves nothing. */
export const fromSubject = (subject: string): readonly string[] => subject.split(SEPARATOR);
