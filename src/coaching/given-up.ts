/** What an admin is told of. */
export type GivenUp = {
  readonly kind: 'member-unreachable' | 'workspace-unreachable' | 'post-refused' | 'too-late';
  readonly member: string;
  readonly code: string;
};
