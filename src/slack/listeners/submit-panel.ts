import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';

import type { PanelSubmitted } from '../../coaching/coach.ts';
import type { PanelAsked } from '../../coaching/create-panels.ts';
import { withoutBold } from '../../flow/text.ts';
import { ackInTime } from '../ack-in-time.ts';
import { fit } from '../fit.ts';
import { toFieldId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { panelIn } from '../panel-place.ts';
import { publishHome } from '../publish-home.ts';
import { typedIn } from '../typed.ts';
import { teamOf } from '../user-of.ts';
import { fitId } from '../views/block.ts';
import { panelView } from '../views/panel.ts';
import { createSay, type Say } from '../views/say.ts';
import type { Deps } from './deps.ts';
import { memberOf } from './pressed.ts';
import { causeOf, notice } from './submit-form.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** A panel was sent. What can't be taken is said under its field, and the panel stays open with all that is in it. */
export const onSubmitPanel =
  (deps: Deps) =>
  async ({ ack, body, view }: Args): Promise<void> => {
    const { coach, translate, clientFor, underway, now } = deps;
    const member = memberOf(body);
    const place = panelIn(view);
    if (!place) return ack(notice({ key: 'panel.old' }, createSay(translate, await coach.localeOf(member))));
    const asked = { ...place, typed: typedIn(view.state.values, teamOf(member)) };
    let isLate = false;
    const submitted = await ackInTime(
      coach.submitPanel(member, asked, { id: causeOf(view), at: now() }),
      async (soon) => {
        isLate = soon === undefined;
        if (soon) return ack(toResponse(soon, { asked, say: createSay(translate, soon.locale) }));
        return ack(notice({ key: 'slack.form.slow' }, createSay(translate, await coach.localeOf(member))));
      },
    );
    if (submitted.kind === 'taken') underway.add(member, publishHome(deps, member));
    if (!isLate || submitted.kind !== 'refused') return;
    // Slack shows errors in the answer only, and that is gone: the panel comes back as it was, with them on top.
    const { locale, shown } = await coach.panel(member, asked, now());
    const problems = Object.values(submitted.errors).flat();
    const drawn = panelView(shown, { asked, say: createSay(translate, locale), problems });
    const client = await clientFor(member);
    await client.views.update({ view_id: view.id, view: drawn });
  };

type Drawn = { readonly asked: PanelAsked; readonly say: Say };

function toResponse(submitted: PanelSubmitted, { asked, say }: Drawn) {
  switch (submitted.kind) {
    case 'old':
      return notice(submitted.text, say);
    case 'taken': {
      if (!submitted.next) return undefined;
      const shown = { name: asked.name, subject: asked.subject };
      return { response_action: 'update', view: panelView(submitted.next, { asked: shown, say }) } as const;
    }
    case 'shown':
      return { response_action: 'update', view: panelView(submitted.panel, { asked, say }) } as const;
    case 'refused':
      return { response_action: 'errors', errors: errorsOf(submitted.errors, say) } as const;
  }
}

const errorsOf = (errors: Extract<PanelSubmitted, { kind: 'refused' }>['errors'], say: Say): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([address, texts]) => [
      fitId(toFieldId('field', address)),
      fit(withoutBold(texts.map((text) => say.words(text)).join('\n')), LIMITS.inputHint),
    ]),
  );
