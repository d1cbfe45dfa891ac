/** What may be typed after a slash, with the text key that says what it does. */
export const COMMANDS = [
  { line: '/checkin', key: 'playground.command.checkin' },
  { line: '/positioning', key: 'playground.command.positioning' },
  { line: '/positioning show', key: 'playground.command.positioning-show' },
  { line: '/positioning export', key: 'playground.command.positioning-export' },
  { line: '/bearings today', key: 'playground.command.today' },
  { line: '/bearings numbers', key: 'playground.command.numbers' },
  { line: '/bearings help', key: 'playground.command.help' },
] as const;
