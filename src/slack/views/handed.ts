import type { Chart } from '../../coaching/chart.ts';
import type { Filed } from '../../coaching/post.ts';

/** What was handed to Slack for a message: the file ids of its charts, and the links to its other files. */
export type Handed = { readonly pictures: ReadonlyMap<Chart, string>; readonly links: ReadonlyMap<Filed, string> };

export const NOTHING_HANDED: Handed = { pictures: new Map(), links: new Map() };
