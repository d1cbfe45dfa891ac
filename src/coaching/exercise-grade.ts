import type { Grade } from '../flow/session.ts';
import type { KeptAnswers } from './position.ts';

const FROM_BEST: readonly Grade[] = ['sharp', 'partial', 'vague'];

/** An artefact is as good as the worst of its answers that were reviewed; with none, it is sharp. */
export const gradeOf = (answers: KeptAnswers): Grade =>
  Object.values(answers).reduce<Grade>((worst, { grade }) => worse(worst, grade ?? 'sharp'), 'sharp');

const worse = (one: Grade, other: Grade): Grade => (FROM_BEST.indexOf(one) > FROM_BEST.indexOf(other) ? one : other);
