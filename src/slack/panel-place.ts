import type { PanelAsked } from '../coaching/create-panels.ts';
import { PanelName } from '../coaching/panel-name.ts';
import { fromSubject, toSubject } from '../coaching/subject.ts';
import { fromPrivateMetadata } from './ids.ts';

type Place = Pick<PanelAsked, 'name' | 'subject'>;

/** Which panel a button opens, or a form is; undefined for one that we do not make any more. */
export function fromPanelValue(value: string | undefined): Place | undefined {
  const [name, ...rest] = fromSubject(value ?? '');
  const known = PanelName.safeParse(name);
  return known.success ? { name: known.data, subject: toSubject(...rest) } : undefined;
}

export const toPanelValue = ({ name, subject }: Place): string =>
  subject === '' ? name : toSubject(name, ...fromSubject(subject));

export const panelIn = ({ private_metadata }: { readonly private_metadata: string }): Place | undefined =>
  fromPanelValue(fromPrivateMetadata(private_metadata));
