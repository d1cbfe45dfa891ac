import type { Coach } from '../../src/coaching/coach.ts';
import { readContent } from '../../src/content.ts';
import { createTranslate } from '../../src/translate.ts';
import { createStage } from '../support/stage.ts';

/** The real coach, but what it hears goes elsewhere. */
export async function stageFor(hear: Coach['hear']) {
  const { coach } = await createStage();
  const { catalogs } = await readContent(new URL('../../', import.meta.url));
  return { coach: { ...coach, hear }, translate: createTranslate(catalogs) };
}
