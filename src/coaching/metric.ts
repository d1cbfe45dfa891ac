/** What can be known of one piece, or of the account. `percent`: 12.3 is 12.3 %. */
export type Metric = {
  readonly unit: 'count' | 'percent' | 'minutes';
  readonly of: 'item' | 'account' | 'both';
  /** Made of other numbers; taken as entered only where these are not known. */
  readonly isDerived?: true;
  /** It may be below nothing. */
  readonly isSigned?: true;
};

const COUNT = { unit: 'count', of: 'item' } as const;
const RATE = { unit: 'percent', of: 'item' } as const;
const DERIVED = { ...RATE, isDerived: true } as const;
const OF_ACCOUNT = { unit: 'count', of: 'account' } as const;

/** In the order in which they are asked for. The two meanings of 打开率 are two metrics, and never compared. */
export const METRICS = {
  readers: COUNT,
  finish_rate: RATE,
  sharers: COUNT,
  comments: COUNT,
  inquiries: { unit: 'count', of: 'both' },
  delivered: COUNT,
  push_reads: COUNT,
  reads: COUNT,
  shares: COUNT,
  likes: COUNT,
  wow: COUNT,
  favourites: COUNT,
  follows_after_reading: COUNT,
  read_minutes: { unit: 'minutes', of: 'item' },
  new_followers: OF_ACCOUNT,
  unfollows: OF_ACCOUNT,
  net_followers: { ...OF_ACCOUNT, isSigned: true, isDerived: true },
  followers: OF_ACCOUNT,
  messages: OF_ACCOUNT,
  wecom_adds: OF_ACCOUNT,
  /** Push reads ÷ delivered: the backend's own. */
  open_rate_backend: DERIVED,
  /** Readers from all sources ÷ delivered: what others publish. */
  open_rate_third_party: DERIVED,
  /** Readers ÷ followers: over 100 % when readers come from elsewhere. */
  read_reach: DERIVED,
  share_rate: DERIVED,
  comments_per_1000: { unit: 'count', of: 'item', isDerived: true },
  /** (likes + wow + favourites + sharers + comments) ÷ readers; the backend's own formula is not known. */
  engagement_rate: DERIVED,
  reads_per_reader: { unit: 'count', of: 'item', isDerived: true },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricId = keyof typeof METRICS;

export const isMetric = (id: string): id is MetricId => Object.hasOwn(METRICS, id);

export const metricOf = (id: MetricId): Metric => METRICS[id];

const IDS: readonly MetricId[] = Object.keys(METRICS).filter(isMetric);

/** The numbers that are entered, of a piece or of the account. Those made of others are not. */
export const enteredOf = (of: 'item' | 'account'): readonly MetricId[] =>
  IDS.filter((id) => {
    const metric = metricOf(id);
    return !metric.isDerived && (metric.of === of || metric.of === 'both');
  });
