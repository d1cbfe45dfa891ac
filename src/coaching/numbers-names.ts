import { fold } from '../flow/fold.ts';
import { isMetric, type MetricId } from './metric.ts';

/** What people and the backend's exports call a number. Case, spaces and marks make no difference. */
const NAMES: Readonly<Record<MetricId, readonly string[]>> = {
  readers: [
    '阅读人数',
    '总阅读人数',
    '图文阅读人数',
    '阅读用户数',
    'readers',
    'unique readers',
    'read users',
    'read_user',
  ],
  reads: ['阅读次数', '总阅读次数', '图文阅读次数', 'reads', 'total reads', 'views', 'page views', 'pv'],
  delivered: ['送达人数', '图文送达人数', '送达', 'delivered', 'delivered users', 'users delivered'],
  push_reads: ['公众号消息阅读次数', '消息阅读次数', 'push reads', 'reads from push', 'official account message reads'],
  finish_rate: ['完读率', '阅读完成率', '图文完读率', 'finish rate', 'completion rate', 'read_finish_rate'],
  sharers: ['分享人数', '总分享人数', '转发人数', 'sharers', 'share users', 'people who shared', 'share_user'],
  shares: ['分享次数', '总分享次数', '转发次数', 'shares', 'total shares'],
  share_rate: ['分享率', '转发率', 'share rate'],
  likes: ['点赞', '点赞数', '点赞人数', '点赞次数', '拇指赞', 'likes', 'like_user'],
  wow: [
    '在看',
    '在看数',
    '在看人数',
    '推荐',
    '推荐数',
    '推荐人数',
    '爱心赞',
    '好看',
    'wow',
    'wows',
    'recommends',
    'zaikan_user',
  ],
  favourites: ['收藏', '收藏数', '收藏人数', '收藏次数', 'favourites', 'favorites', 'saves', 'collection_user'],
  comments: ['留言', '留言数', '留言条数', '评论', '评论数', 'comments', 'comment_count'],
  follows_after_reading: [
    '阅读后关注人数',
    '读后关注',
    '读后关注人数',
    '阅读后关注',
    'follows after reading',
    'follows',
    'read_subscribe_user',
  ],
  inquiries: ['咨询', '咨询数', '咨询量', '线索', '线索数', '留资', '留资数', 'inquiries', 'enquiries', 'leads'],
  read_minutes: ['平均停留时长分钟', '平均阅读时长分钟', 'average reading minutes', 'average reading time minutes'],
  new_followers: ['新增关注', '新增关注人数', '新关注人数', '新增粉丝', '新增用户', 'new followers', 'new follows'],
  unfollows: ['取消关注', '取消关注人数', '取关', '取关人数', '取关数', 'unfollows', 'lost followers', 'unfollowers'],
  net_followers: ['净增关注', '净增关注人数', '净增', '净增粉丝', '净增人数', 'net followers', 'net new followers'],
  followers: [
    '累积关注',
    '累计关注',
    '累积关注人数',
    '累计关注人数',
    '粉丝数',
    '总粉丝数',
    'followers',
    'total followers',
  ],
  messages: ['消息发送人数', '消息人数', '发消息人数', 'messages', 'message senders', 'people who sent messages'],
  wecom_adds: ['加微', '加微数', '加微人数', '加企微', '企微新增', '企业微信新增', 'wecom adds', 'wecom'],
  open_rate_backend: ['送达阅读率', '送达打开率', 'open rate backend', 'read delivery rate', 'read_delivery_rate'],
  open_rate_third_party: ['第三方打开率', '打开率第三方', '阅读人数送达人数', 'open rate third party'],
  read_reach: ['阅读覆盖率', 'read reach'],
  comments_per_1000: ['千人留言数', '每千人留言', 'comments per 1000', 'comments per 1000 readers'],
  engagement_rate: ['互动率', 'engagement rate'],
  reads_per_reader: ['人均阅读次数', 'reads per reader'],
};

/** What could be either: whoever wrote it is asked. */
const AMBIGUOUS = {
  open_rate: ['打开率', '阅读打开率', 'open rate', 'opening rate'],
  read_count: ['阅读', '阅读数', '阅读量', 'read count', 'reading'],
  share_count: ['分享', '分享数', '分享量', '转发', '转发数', '转发量', 'share', 'share count'],
  read_time: [
    '平均停留时长',
    '平均阅读时长',
    '停留时长',
    '阅读时长',
    'average reading time',
    'average active time',
    'read_avg_activetime',
  ],
} as const;
type Ambiguity = keyof typeof AMBIGUOUS;

const PLACES = {
  title: ['标题', '内容标题', '文章标题', '图文标题', '文章', '篇名', 'title', 'article', 'piece', 'post'],
  date: [
    '日期',
    '时间',
    '发表时间',
    '发表日期',
    '发布时间',
    '发布日期',
    '推送日期',
    '群发日期',
    'date',
    'published',
    'published on',
    'day',
    'publication date',
  ],
  age: [
    '天数',
    '发布天数',
    '发布后天数',
    '第几天',
    'age',
    'days',
    'day after',
    'days after publication',
    'age in days',
  ],
  read_seconds: ['平均停留时长秒', '平均阅读时长秒', 'average reading seconds', 'average reading time seconds'],
} as const;

/** What a column holds. `other`: nothing that we keep. */
export type Column =
  | { readonly kind: 'title' | 'date' | 'age' | 'other' }
  | { readonly kind: 'number'; readonly metric: MetricId; readonly times: number; readonly saysPercent: boolean }
  | { readonly kind: 'ambiguous'; readonly which: Ambiguity };

const COLUMNS: ReadonlyMap<string, Column> = new Map([
  ...Object.entries(NAMES).flatMap(([id, names]) => (isMetric(id) ? columns(names, numberOf(id)) : [])),
  ...Object.entries(AMBIGUOUS).flatMap(([id, names]) =>
    isAmbiguity(id) ? columns(names, { kind: 'ambiguous', which: id }) : [],
  ),
  ...columns(PLACES.title, { kind: 'title' }),
  ...columns(PLACES.date, { kind: 'date' }),
  ...columns(PLACES.age, { kind: 'age' }),
  ...columns(PLACES.read_seconds, numberOf('read_minutes', 1 / 60)),
]);

function columns(names: readonly string[], column: Column): [string, Column][] {
  return names.map((name) => [fold(name), column]);
}

function numberOf(metric: MetricId, times = 1): Column {
  return { kind: 'number', metric, times, saysPercent: false };
}

function isAmbiguity(id: string): id is Ambiguity {
  return Object.hasOwn(AMBIGUOUS, id);
}

/** The name of a column, in either language. */
export function readHeader(name: string): Column {
  const column = COLUMNS.get(fold(name)) ?? { kind: 'other' };
  return column.kind === 'number' ? { ...column, saysPercent: /[%％]/u.test(name) } : column;
}
