import type { RefusalReason, SmallTalk } from '../domain/answer.ts';
import type { Language, TimeFrame } from '../domain/question.ts';
import type { ReportFacts } from '../domain/report.ts';

/** Everything a citizen reads that is not the report's own words; figures in it come from `facts` alone. */

type Words = Readonly<Record<Language, string>>;

/** How the report is called in a sentence: its title where it has one. */
function nameOf(facts: ReportFacts, language: Language): string {
  if (facts.title !== '') return `《${facts.title}》`;
  return language === 'zh' ? '《政府工作报告》' : 'the government work report';
}

/** 2017年的完成情况和2018年的安排, or what is known of it. */
function coverage(facts: ReportFacts, language: Language): string {
  const { yearReviewed: reviewed, yearPlanned: planned } = facts;
  if (language === 'en') {
    const parts = [
      reviewed === null ? '' : `what was done in ${reviewed}`,
      planned === null ? '' : `what is planned for ${planned}`,
    ];
    return parts.filter((part) => part !== '').join(' and ') || 'what is in it';
  }
  const parts = [
    reviewed === null ? '' : `${reviewed}年的完成情况`,
    planned === null ? '' : `${planned}年的安排`,
  ];
  return parts.filter((part) => part !== '').join('和') || '报告里写到的内容';
}

/** The sentence for each "no", with what the person can do next. */
export function refusalStatement(
  reason: RefusalReason,
  facts: ReportFacts,
  language: Language,
  time: TimeFrame | null,
): string {
  const years =
    time === null
      ? []
      : time.years.filter((year) => year !== facts.yearReviewed && year !== facts.yearPlanned);
  const asked = years.length === 0 ? '' : years.map((year) => `${year}年`).join('、');
  const covered = coverage(facts, language);
  const report = nameOf(facts, language);
  const statements: Readonly<Record<RefusalReason, Words>> = {
    'not-in-report': {
      zh: `报告里没有提到这个。这份报告讲的是${covered}，可以换个说法再问。`,
      en: `The report does not mention this. It covers ${covered}.`,
    },
    'mentioned-but-not-this': {
      zh: '报告提到了相关内容，但没有说您问的这一点。',
      en: 'The report touches on this but does not say what you ask.',
    },
    'other-year': {
      zh: `这份报告只讲${covered}，没有${asked === '' ? '别的年份' : asked}的内容。`,
      en: `The report only covers ${covered}.`,
    },
    errand: {
      zh: '报告没有写办理方法。可以拨打12345政务服务热线，或到街道（乡镇）便民服务窗口咨询。',
      en: 'The report does not explain how to apply. Please call the 12345 government service line or ask at your local service window.',
    },
    complaint: {
      zh: '我只能查报告里的内容，没法受理投诉和求助。可以拨打12345政务服务热线反映，会有人登记办理。',
      en: 'I can only look things up in the report. To complain or ask for help, please call the 12345 government service line.',
    },
    emergency: {
      zh: '遇到紧急情况请马上拨打：报警110，火警119，急救120。我只能查报告里的内容，帮不上急事。',
      en: 'In an emergency call 110 (police), 119 (fire) or 120 (ambulance) now. I can only look things up in the report.',
    },
    opinion: {
      zh: '我只照报告原文回答，不评论、不预测。想了解报告里怎么写的，可以直接问具体内容。',
      en: 'I only answer from the text of the report; I do not give opinions or forecasts.',
    },
    'off-topic': {
      zh: `我只回答${report}里的内容，比如${covered}。`,
      en: `I only answer questions about ${report}: ${covered}.`,
    },
    injection: {
      zh: `我只回答${report}里的内容。您可以问${covered}。`,
      en: `I only answer questions about ${report}: ${covered}.`,
    },
    privacy: {
      zh: '我看不到也不提供任何人的个人信息和提问记录，只回答报告里的内容。',
      en: 'I cannot see or give out anyone’s personal data or questions; I only answer from the report.',
    },
    'not-understood': {
      zh: '没看明白您想问什么。请用一句话问报告里的内容，例如“去年完成了什么”“今年的目标是多少”。',
      en: 'I did not understand. Please ask one question about the report.',
    },
    'too-long': {
      zh: '您的问题太长了，请用300字以内的一句话来问。',
      en: 'Your question is too long. Please ask it in fewer than 300 characters.',
    },
    empty: {
      zh: '没有收到文字。请直接输入您想问的内容，例如“今年的目标是多少”。',
      en: 'I received no text. Please type your question.',
    },
  };
  return statements[reason][language];
}

export function smallTalkStatement(
  reason: SmallTalk['reason'],
  facts: ReportFacts,
  language: Language,
): string {
  const covered = coverage(facts, language);
  const report = nameOf(facts, language);
  const statements: Readonly<Record<SmallTalk['reason'], Words>> = {
    greeting: {
      zh: `您好！我是“问报”，可以回答${report}里的内容：${covered}。请直接提问。`,
      en: `Hello! I answer questions about ${report}: ${covered}. The report is in Chinese, so quotes are too.`,
    },
    thanks: { zh: '不客气，还有想了解的可以接着问。', en: 'You are welcome. Feel free to ask more.' },
    goodbye: { zh: '再见，欢迎随时来问。', en: 'Goodbye, come back any time.' },
    identity: {
      zh: `我是“问报”，一个查${report}的问答程序，每个回答都附报告原文。我不是工作人员，也不代表政府表态。`,
      en: `I am wenbao, a program that answers questions about ${report} with its own words as evidence. I am not an official.`,
    },
    help: {
      zh: `您可以问${report}里的内容：${covered}。用大白话问就行，我会给出原文和出处；报告里没有的，我会直说没有。`,
      en: `Ask me about ${report}: ${covered}. I answer with a quote and where it stands, and say so when the report has nothing on it.`,
    },
    abuse: {
      zh: `抱歉没帮上忙。我只会查${report}：${covered}。您想了解哪方面，直接说就行。`,
      en: `Sorry that I was no help. I only look things up in ${report}: ${covered}. Please just say what you would like to know.`,
    },
    acknowledgement: { zh: '好的，还有想了解的可以接着问。', en: 'All right. Feel free to ask more.' },
  };
  return statements[reason][language];
}

/** Behind an answer to a question about now: what is quoted is as old as the report. */
export function nowNote({ date }: ReportFacts, language: Language): string {
  const [year, month] = date.split('-').map(Number);
  if (language === 'en')
    return year === undefined || month === undefined
      ? ''
      : `(The report was given in ${year}-${month}; it does not say how things are now.)`;
  return year === undefined || month === undefined || date === ''
    ? ''
    : `（这是${year}年${month}月的报告，不是现在的最新情况。）`;
}

/** One of several questions of a message that the report does not answer. */
export function notSaid(question: string, language: Language): string {
  return language === 'zh' ? `“${question}”：报告没有说这一点。` : `“${question}”: the report does not say.`;
}

export function failureStatement(language: Language): string {
  return language === 'zh'
    ? '抱歉，系统出了点问题，这次没能回答。请稍后再试。'
    : 'Sorry, something went wrong on our side. Please try again later.';
}
