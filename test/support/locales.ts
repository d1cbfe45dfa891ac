/** The languages that the tests speak: both of ours. */
export const LOCALES = ['en', 'zh-CN'] as const;
