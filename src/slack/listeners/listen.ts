import type { App, BlockAction, ButtonAction, ViewClosedAction } from '@slack/bolt';

import { ACTION, FORM_CALLBACK, NUMBERS_CALLBACK, PANEL_CALLBACK } from '../ids.ts';
import type { COMMANDS, EVENTS } from '../surface.ts';
import { onAnswer } from './answer.ts';
import { onBearings } from './bearings-command.ts';
import { onChangeForm } from './change-form.ts';
import { onChangeNumbers } from './change-numbers.ts';
import { onChangePanel } from './change-panel.ts';
import { onCheckIn } from './check-in-command.ts';
import { onChoice, onChoicesDone } from './choices-done.ts';
import { onCloseForm } from './close-form.ts';
import { onCommandButton } from './command-button.ts';
import type { Deps } from './deps.ts';
import { onHomeOpened } from './home-opened.ts';
import { onMessage } from './message.ts';
import { onOpenForm } from './open-form.ts';
import { onOpenNumbers } from './open-numbers.ts';
import { onOpenPanel } from './open-panel.ts';
import { onPositioning } from './positioning-command.ts';
import { onPress } from './press.ts';
import { onProfileChanged } from './profile-changed.ts';
import { onSubmitForm } from './submit-form.ts';
import { onSubmitNumbers } from './submit-numbers.ts';
import { onSubmitPanel } from './submit-panel.ts';
import { onTokensRevoked, onUninstalled } from './uninstalled.ts';
import { onUnknownAction } from './unknown-action.ts';

/** Puts every listener on the app. The tables hold what surface.ts names, neither more nor less. */
export function listen(app: App, deps: Deps): void {
  const events = {
    app_home_opened: () => app.event('app_home_opened', onHomeOpened(deps)),
    'message.im': () => app.event('message', onMessage(deps)),
    app_uninstalled: () => app.event('app_uninstalled', onUninstalled(deps)),
    tokens_revoked: () => app.event('tokens_revoked', onTokensRevoked(deps)),
    team_join: () => app.event('team_join', onProfileChanged(deps)),
    user_change: () => app.event('user_change', onProfileChanged(deps)),
  } satisfies Record<(typeof EVENTS)[number], () => void>;
  const commands = {
    '/checkin': () => app.command('/checkin', onCheckIn(deps)),
    '/positioning': () => app.command('/positioning', onPositioning(deps)),
    '/bearings': () => app.command('/bearings', onBearings(deps)),
  } satisfies Record<(typeof COMMANDS)[number], () => void>;
  for (const register of [...Object.values(events), ...Object.values(commands)]) register();

  app.action<BlockAction>(ACTION.answer, onAnswer(deps));
  app.action<BlockAction>(ACTION.choices, onChoice);
  app.action<BlockAction<ButtonAction>>(ACTION.done, onChoicesDone(deps));
  app.action<BlockAction<ButtonAction>>(ACTION.command, onCommandButton(deps));
  app.action<BlockAction<ButtonAction>>(ACTION.press, onPress(deps));
  app.action<BlockAction<ButtonAction>>(ACTION.form, onOpenForm(deps));
  app.action<BlockAction>(ACTION.field, onChangeForm(deps));
  app.action<BlockAction<ButtonAction>>(ACTION.numbers, onOpenNumbers(deps));
  app.action<BlockAction>(ACTION.numbersField, onChangeNumbers(deps));
  app.action<BlockAction<ButtonAction>>(ACTION.panel, onOpenPanel(deps));
  app.action<BlockAction>(ACTION.panelField, onChangePanel(deps));
  app.action<BlockAction>(ACTION.unknown, onUnknownAction(deps));
  app.view(FORM_CALLBACK, onSubmitForm(deps));
  app.view(NUMBERS_CALLBACK, onSubmitNumbers(deps));
  app.view(PANEL_CALLBACK, onSubmitPanel(deps));
  app.view<ViewClosedAction>({ callback_id: FORM_CALLBACK, type: 'view_closed' }, onCloseForm(deps));
}
