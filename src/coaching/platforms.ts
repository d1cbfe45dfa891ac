/** Where an account may live. */
export const PLATFORMS = [
  'wechat_subscription',
  'wechat_service',
  'channels',
  'douyin',
  'xiaohongshu',
  'weibo',
  'other',
] as const;
