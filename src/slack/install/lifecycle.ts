/** What Slack tells of our being there at all: carried out by whoever keeps what we keep. */
export type Lifecycle = {
  /** Nobody there wants us any more: of one workspace, or of all of an organisation. */
  readonly uninstalled: (id: string) => Promise<void>;
  /** The token was taken back; what is kept stays, until we are installed again or uninstalled. */
  readonly revoked: (id: string) => Promise<void>;
};
