import { randomUUID } from 'node:crypto';

import { nearestLanguage } from '../coaching/languages.ts';
import type { Act, Outcome } from './act.ts';
import { onClose, onSubmit } from './actor-form.ts';
import { onPress } from './actor-press.ts';
import { COMMANDS } from './page/commands.ts';
import { IDS, PERSONS, type Person } from './page/people.ts';
import { commandFields, commandIn, type Typed } from './payloads/command.ts';
import { envelope } from './payloads/envelope.ts';
import { homeOpened } from './payloads/home-opened.ts';
import { escaped, messageEvent } from './payloads/message-event.ts';
import { userChange } from './payloads/user-change.ts';
import type { Stage } from './stage.ts';

type ActOf<K extends Act['kind']> = Extract<Act, { kind: K }>;

/** Does what a person did on the page: tells the bot of it as Slack would. */
export function createActor(stage: Stage): (act: Act) => Promise<Outcome> {
  return async (act) => {
    switch (act.kind) {
      case 'open':
        return await onOpen(stage, act);
      case 'say':
        return await onSay(stage, act);
      case 'press':
        return await onPress(stage, act);
      case 'submit':
        return await onSubmit(stage, act);
      case 'close':
        return await onClose(stage, act);
      case 'language':
        return await onLanguage(stage, act);
      case 'clock':
        return (await stage.time.move(act.to)) ? { kind: 'done' } : { kind: 'moving' };
      case 'start-over':
        return onStartOver(stage, act);
    }
  };
}

function onStartOver({ time, startOver }: Stage, { company }: ActOf<'start-over'>): Outcome {
  if (startOver === null) return { kind: 'gone' };
  return time.shown().moving === null && startOver(company) ? { kind: 'done' } : { kind: 'moving' };
}

const told = async (stage: Stage, event: Readonly<Record<string, unknown>>): Promise<Outcome> => {
  const id = `Ev${randomUUID().replaceAll('-', '').toUpperCase()}`;
  const heard = await stage.bot.event(envelope(event, { id, at: new Date() }));
  return heard ? { kind: 'done' } : { kind: 'no-answer' };
};

const onOpen = (stage: Stage, { person, tab }: ActOf<'open'>): Promise<Outcome> =>
  told(stage, homeOpened(person, tab, stage.scene.desks()[person].home));

async function onSay(stage: Stage, { person, text }: ActOf<'say'>): Promise<Outcome> {
  const typed = commandIn(text);
  if (typed) return await onCommand(stage, person, typed);
  const fields = { channel: IDS[person].inbox, text: withMentions(stage, escaped(text)) };
  const reply = await stage.gateway('chat.postMessage', stage.emulator.tokens[person], fields);
  if (!reply.ok) return { kind: 'no-answer' };
  return await told(stage, messageEvent(person, { text: fields.text, ts: String(reply['ts']) }));
}

/** Slack's own client makes a mention of an @ and a name. */
const withMentions = ({ profile }: Stage, text: string): string =>
  PERSONS.reduce((said, person) => said.replaceAll(`@${profile(person).name}`, `<@${IDS[person].user}>`), text);

async function onCommand(stage: Stage, person: Person, typed: Typed): Promise<Outcome> {
  if (!COMMANDS.some((known) => known.line.split(' ')[0] === typed.command)) return { kind: 'no-such-command' };
  const trigger = await stage.triggers.make(person);
  const respondAt = stage.replies.make(person, null, stage.now());
  const ack = await stage.bot.command(commandFields(person, typed, { trigger, respondAt }));
  if (!ack) return { kind: 'no-answer' };
  await stage.replies.say(person, ack.body, stage.now());
  return { kind: 'done' };
}

async function onLanguage(stage: Stage, { locale }: ActOf<'language'>): Promise<Outcome> {
  await stage.scene.speak(nearestLanguage(locale, stage.languages));
  const outcomes = await Promise.all(PERSONS.map((person) => told(stage, userChange(person, stage.profile(person)))));
  return outcomes.find((outcome) => outcome.kind !== 'done') ?? { kind: 'done' };
}
