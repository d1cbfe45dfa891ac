import type { WebClient } from '@slack/web-api';

import type { Chart } from '../coaching/chart.ts';
import type { Locale, Member } from '../coaching/member.ts';
import type { Translate } from '../coaching/ports.ts';
import type { Filed, Part } from '../coaching/post.ts';
import { fit } from './fit.ts';
import { LIMITS } from './limits.ts';
import { upload } from './upload.ts';
import { NOTHING_HANDED, type Handed } from './views/handed.ts';

export type DrawChart = (chart: Chart, locale: Locale) => Promise<Uint8Array>;
/** Null: there is nothing that this member may have. */
export type WriteFile = (file: Filed, member: Member) => Promise<Uint8Array | null>;

type World = { readonly translate: Translate; readonly drawChart?: DrawChart; readonly writeFile?: WriteFile };

/** Draws and writes what a post shows beside its words, and hands it to Slack. What fails is told in words: the post comes all the same. */
export function createHandOver({ translate, drawChart, writeFile }: World) {
  const drawn = async (client: WebClient, { locale }: Member, chart: Chart) => {
    if (!drawChart) return null;
    const alt = fit(translate(locale, chart.alt), LIMITS.altText);
    const bytes = await drawChart(chart, locale);
    const name = chart.kind === 'canvas' ? 'canvas.png' : 'week.png';
    return (await upload(client, { name, title: alt, bytes, alt })).id;
  };
  const written = async (client: WebClient, member: Member, file: Filed) => {
    const bytes = (await writeFile?.(file, member)) ?? null;
    if (bytes === null) return null;
    return (await upload(client, { name: file.name, title: translate(member.locale, file.title), bytes })).permalink;
  };
  return async (client: WebClient, member: Member, parts: readonly Part[]): Promise<Handed> => {
    const charts = parts.flatMap((part) => (part.kind === 'chart' ? [part.chart] : []));
    const files = parts.flatMap((part) => (part.kind === 'file' ? [part.file] : []));
    if (charts.length + files.length === 0) return NOTHING_HANDED;
    const [pictures, links] = await Promise.all([
      eachKept(charts, (chart) => drawn(client, member, chart)),
      eachKept(files, (file) => written(client, member, file)),
    ]);
    return { pictures, links };
  };
}

/** What came of each; what failed or came to nothing is left out. */
async function eachKept<T>(all: readonly T[], made: (one: T) => Promise<string | null>): Promise<Map<T, string>> {
  const results = await Promise.all(all.map((one) => made(one).catch(() => null)));
  return new Map(all.flatMap((one, i) => (results[i] ? [[one, results[i]] as const] : [])));
}
