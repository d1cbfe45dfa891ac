import type { Locale } from '../coaching/member.ts';
import { TITLE } from './look.ts';
import type { Type } from './type.ts';
import { wrap } from './wrap.ts';

/** The title in as many lines as there is room for; what is too long ends in an ellipsis. */
export const fitTitle = (
  title: string,
  { type, locale, room }: { type: Type; locale: Locale; room: number },
): string[] => wrap(title, { type, locale, size: TITLE.size, weight: 'bold', width: room, lines: TITLE.lines });
