import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

import { StateError } from './state-error.ts';

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
/** NIST SP 800-38D: 96 bits, never twice under one key. */
const IV_BYTES = 12;
const KEY_BYTES = 32;

export type Seal = {
  /** `about`: where it is kept. Opened anywhere else it is refused. */
  seal(words: string, about: string): string;
  /** `isOld`: it was sealed with a key that is on its way out. */
  open(sealed: string, about: string): { readonly words: string; readonly isOld: boolean };
};

/** Seals with the first of these keys, opens with any: a new one is put in front, and the old one taken out later. */
export function createSeal(keys: readonly string[]): Seal {
  const known = keys.map((key) => {
    const bytes = Buffer.from(key, 'base64');
    if (bytes.length !== KEY_BYTES) throw new StateError('BAD_KEY', `A key has to be ${KEY_BYTES} bytes as base64`);
    return { bytes, name: nameOf(bytes) };
  });
  const [first] = known;
  if (!first) throw new StateError('BAD_KEY', 'There is no key to seal with');
  return {
    seal(words, about) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, first.bytes, iv).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
      return [VERSION, first.name, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(
        '.',
      );
    },
    open(sealed, about) {
      const [version, name, ...parts] = sealed.split('.');
      const [iv, tag, words] = parts.map((part) => Buffer.from(part, 'base64url'));
      const key = known.find((one) => one.name === name);
      if (version !== VERSION || !iv || !tag || !words)
        throw new StateError('BAD_SEAL', `What is kept at ${about} is not sealed as it should be`);
      if (!key) {
        throw new StateError(
          'BAD_KEY',
          `What is kept at ${about} was sealed with another key: add that key to TOKEN_ENCRYPTION_KEY`,
        );
      }
      return { words: opened({ key: key.bytes, iv, tag, words, about }), isOld: key !== first };
    },
  };
}

type Sealed = {
  readonly key: Buffer;
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly words: Buffer;
  readonly about: string;
};

function opened({ key, iv, tag, words, about }: Sealed): string {
  try {
    const decipher = createDecipheriv(CIPHER, key, iv).setAAD(Buffer.from(about)).setAuthTag(tag);
    return Buffer.concat([decipher.update(words), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new StateError('BAD_SEAL', `What is kept at ${about} was changed, or belongs elsewhere`, { cause: error });
  }
}

/** Says which key it was, and nothing of the key. */
const nameOf = (key: Buffer): string =>
  createHash('sha256').update('bearings key ').update(key).digest('hex').slice(0, 8);
