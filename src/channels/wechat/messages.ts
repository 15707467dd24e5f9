/** What a citizen reads only in WeChat: the names on the menu, at most five characters each. */
export const MENU = { samples: '问一问', help: '使用帮助', report: '看报告' } as const;
